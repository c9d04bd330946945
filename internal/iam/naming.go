package iam

import (
	"slices"
	"strings"

	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/eval"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/terraform"
)

// naming finds the resources of a module that values name: aws_iam_role.ci.name, "ci", "arn:aws:iam::123456789012:role/ci".
type naming struct {
	module *terraform.Module
	texts  map[string]map[string]*terraform.Resource // by type and name
	keys   map[string]*terraform.Resource            // by address and key
}

func newNaming(m *terraform.Module) *naming {
	return &naming{module: m, texts: map[string]map[string]*terraform.Resource{}, keys: map[string]*terraform.Resource{}}
}

// find is the resource of a type that a value names by its name or ARN; nil where it is none of the module's, or may be one of
// several. AWS's own policies are none of the module's, whatever they are called.
func (n *naming) find(typ string, v *eval.Value) *terraform.Resource {
	if typ == policyType && managedARN.MatchString(v.Suffix()) {
		return nil
	}
	name, refs := lastOf(v)
	if slices.ContainsFunc(refs, func(r eval.Ref) bool { return r.Path == "arn" }) &&
		slices.ContainsFunc(refs, func(r eval.Ref) bool { return strings.HasPrefix(r.Address, "var.") }) {
		return nil // coalesce(var.arn, aws_iam_policy.x.arn)
	}
	var found *terraform.Resource
	for _, ref := range refs {
		r := n.referred(typ, ref)
		if r == nil || r == found {
			continue
		}
		// The name of one may be a part of another one's.
		if name != "" && pattern(r.Get("name")) != name {
			continue
		}
		if found != nil {
			return nil
		}
		found = r
	}
	if found == nil && name != "" && !strings.Contains(name, hole) {
		found = n.called(typ, name)
	}
	return found
}

// lastOf is the name that a text is, or that it ends in where it is an ARN, as a pattern, and what it comes from; "" where
// nothing is known of it.
func lastOf(v *eval.Value) (name string, refs []eval.Ref) {
	name, refs = pattern(v), v.Refs()
	pieces := v.Pieces()
	name = name[strings.LastIndexByte(name, '/')+1:]
	if name != hole {
		return name, refs
	}
	if last := pieces[len(pieces)-1]; !last.Known {
		refs = last.Value.Refs()
	}
	return "", refs
}

// referred is the resource of a type that a reference is to; nil where it isn't known which instance it is.
func (n *naming) referred(typ string, ref eval.Ref) *terraform.Resource {
	b := n.module.Find(ref.Address)
	if b == nil || b.Data || b.Type != typ {
		return nil
	}
	instances := b.Instances()
	if len(instances) == 1 && sameKey(ref.Key, instances[0].Key) {
		return instances[0]
	}
	if len(instances) > 0 && n.keys[ref.Address+instances[0].Key] == nil {
		for _, r := range instances {
			n.keys[ref.Address+r.Key] = r
		}
	}
	if ref.Key == "" {
		return nil
	}
	return n.keys[ref.Address+ref.Key]
}

// called is the first resource of a type that has a name.
func (n *naming) called(typ, name string) *terraform.Resource {
	texts := n.texts[typ]
	if texts == nil {
		texts = map[string]*terraform.Resource{}
		resources := n.module.Resources(typ)
		for _, r := range slices.Backward(resources) {
			if text, known := r.Get("name").Text(); known {
				texts[text] = r
			}
		}
		n.texts[typ] = texts
	}
	return texts[name]
}
