package iam

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/eval"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/terraform"
)

// attachments are the arguments that attach policies to identities. target names whom, "" is the resource itself.
var attachments = []struct {
	typ    string
	kind   IdentityKind
	target string
	policy string
}{
	{"aws_iam_role_policy_attachment", Role, "role", "policy_arn"},
	{roleType, Role, "", "managed_policy_arns"},
	{"aws_iam_user_policy_attachment", User, "user", "policy_arn"},
	{"aws_iam_group_policy_attachment", Group, "group", "policy_arn"},
	{"aws_iam_policy_attachment", Role, "roles", "policy_arn"},
	{"aws_iam_policy_attachment", User, "users", "policy_arn"},
	{"aws_iam_policy_attachment", Group, "groups", "policy_arn"},
	{"aws_iam_role_policy_attachments_exclusive", Role, "role_name", "policy_arns"},
	{"aws_iam_user_policy_attachments_exclusive", User, "user_name", "policy_arns"},
	{"aws_iam_group_policy_attachments_exclusive", Group, "group_name", "policy_arns"},
	{"aws_ssoadmin_managed_policy_attachment", PermissionSet, "permission_set_arn", "managed_policy_arn"},
	{"aws_ssoadmin_customer_managed_policy_attachment", PermissionSet, "permission_set_arn", "customer_managed_policy_reference"},
}

// AttachmentTypes are the types of resources that attach policies to identities.
func AttachmentTypes() []string {
	var types []string
	for _, a := range attachments {
		if !slices.Contains(types, a.typ) {
			types = append(types, a.typ)
		}
	}
	return types
}

// Attachment is a policy that the module attaches to an identity.
type Attachment struct {
	// Resource is what attaches it.
	Resource *terraform.Resource
	// Identity is whom it is attached to.
	Identity *Identity
	// Policy is the value that names it: its ARN.
	Policy *eval.Value
	// Managed is the name of AWS's own policy that it is; empty where it is another one, or not known.
	Managed string

	target   *eval.Value         // what names the identity
	argument string              // in which it does
	inline   bool                // the policy is written in the resource itself
	listed   bool                // the policy stands in a list
	own      *terraform.Resource // the policy, where it is one of the module; nil otherwise
	document *Document           // nil: not known
}

// Attachments are all policies that the module attaches to identities.
func (v *View) Attachments() []Attachment {
	v.Identities()
	return v.identities.attachments
}

// collectAttached gives identities the policies that are attached to them.
func (ids *identities) collectAttached() {
	for _, a := range attachments {
		for _, r := range ids.view.module.Resources(a.typ) {
			targets := []target{{ids.of(r), r.Value, ""}}
			if a.target != "" {
				targets = ids.named(a.kind, r, a.target)
			}
			for _, policy := range names(r, a.policy) {
				ids.attach(r, policy, isList(a.policy), targets)
			}
		}
	}
}

// names are the values of an argument that each name something: a single one, or the elements of a list. A list that is not known
// may be empty, and an element that stands for any number of them is none.
func names(r *terraform.Resource, argument string) []*eval.Value {
	v := r.Get(argument)
	if !isList(argument) {
		// A name that is empty is none: try(split("/", var.arn)[1], "").
		one := slices.DeleteFunc(slices.Clone(v.Alternatives()), func(v *eval.Value) bool { return v.Absent() || v.Is("") })
		if len(one) == 1 && one[0].Unknown() {
			return one
		}
	}
	return slices.DeleteFunc(slices.Clone(v.Items()), func(item *eval.Value) bool {
		return item.Absent() || item.Is("") || item.Maybe() && item.Unknown() && !isNamed(item)
	})
}

// isList tells whether an argument is a list: these are in the plural.
func isList(argument string) bool { return strings.HasSuffix(argument, "s") }

// attach attaches a policy to identities.
func (ids *identities) attach(r *terraform.Resource, policy *eval.Value, listed bool, targets []target) {
	if policy.IsObject() {
		policy = policy.Get("name") // customer_managed_policy_reference
	}
	managed, own := ids.managed(policy), ids.policy(policy)
	for _, t := range targets {
		a := Attachment{Resource: r, Identity: t.identity, Policy: policy, Managed: managed, target: t.value, argument: t.argument, listed: listed}
		if managed != "" {
			t.identity.add(managedDocument(ids.view.module, managed, policy))
		}
		if own != nil {
			d := ids.view.policy(own, "policy")
			a.own, a.document = own, &d
			ids.grant(own, t.identity, d)
		}
		t.identity.attachments = append(t.identity.attachments, a)
		ids.attachments = append(ids.attachments, a)
	}
}

// Label is how its owner calls the policy, in a message: policy "deploy".
func (a Attachment) Label() string {
	arn, known := a.Policy.Text()
	switch {
	case a.inline:
		return labelOf("inline policy", a.Resource)
	case a.own != nil:
		return labelOf("policy", a.own)
	case known:
		return fmt.Sprintf("policy %q", arn[strings.LastIndexByte(arn, '/')+1:])
	}
	return "policy " + shown(a.Policy)
}

// labelOf is how its owner calls a policy, in a message.
func labelOf(what string, r *terraform.Resource) string {
	if name, known := r.Get("name").Text(); known {
		return fmt.Sprintf("%s %q", what, name)
	}
	return what + " " + r.Address()
}

// policy is the policy of the module that a value names, by reference, by ARN or by name; nil where there is none.
func (ids *identities) policy(name *eval.Value) *terraform.Resource {
	if len(name.Alternatives()) > 1 {
		return nil
	}
	return ids.view.naming.find(policyType, name)
}

// managedARN is the ARN of one of AWS's own policies, or the end of it.
var managedARN = regexp.MustCompile(`:iam::aws:policy/(?:[\w-]+/)*([\w+=,.@-]+)$`)

// managed is the name of AWS's own policy that a value names: by ARN, of which the partition may not be known, or by way of
// data.aws_iam_policy.
func (ids *identities) managed(arn *eval.Value) string {
	if m := managedARN.FindStringSubmatch(arn.Suffix()); m != nil {
		return m[1]
	}
	for _, ref := range arn.Refs() {
		b := ids.view.module.Find(ref.Address)
		if b == nil || !b.Data || b.Type != policyType {
			continue
		}
		for _, p := range b.Instances() {
			if m := managedARN.FindStringSubmatch(p.Get("arn").Suffix()); m != nil && sameKey(ref.Key, p.Key) {
				return m[1]
			}
			if name, _ := p.Get("name").Text(); managedPolicies[name].allows != "" && sameKey(ref.Key, p.Key) {
				return name
			}
		}
	}
	return ""
}

// Administration is a policy of AWS's own that makes administrators, attached to an identity.
type Administration struct {
	Attachment
	// Limited tells that a permissions boundary that is not known, or has conditions, may leave less.
	Limited bool
	// Within is within what, in words; empty where nothing limits it.
	Within string
}

// Administrations are the policies of AWS's own that make administrators of identities of the module, but for those of which
// denials or a permissions boundary leave less.
func (v *View) Administrations() []Administration {
	var out []Administration
	for _, a := range v.Attachments() {
		if !slices.Contains(Admins, a.Managed) {
			continue
		}
		for _, s := range managedDocument(v.module, a.Managed, a.Policy).Statements() {
			if e := s.heldBy(a.Identity).Excess(); e != nil && e.Kind == AdminAccess {
				out = append(out, Administration{a, e.Limited, e.Within})
			}
		}
	}
	return out
}
