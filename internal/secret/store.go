package secret

import (
	"slices"
	"strings"

	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/eval"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/terraform"
)

// Kept is what a module puts into Parameter Store or into Secrets Manager.
type Kept struct {
	// Resource is the parameter, or the version of the secret.
	Resource *terraform.Resource
	// Value is what is kept there. That of a secret is a JSON document where it is one.
	Value *eval.Value
}

const (
	parameterType = "aws_ssm_parameter"
	secretType    = "aws_secretsmanager_secret"
	versionType   = "aws_secretsmanager_secret_version"
)

// keeping are the arguments of what is kept.
var keeping = map[string][]string{
	parameterType: {"value", "insecure_value", "value_wo"},
	versionType:   {"secret_string", "secret_binary", "secret_string_wo"},
}

// KeptBy is all that a module puts into Parameter Store and into Secrets Manager.
func KeptBy(m *terraform.Module) []Kept {
	var out []Kept
	for _, r := range m.Resources(parameterType, versionType) {
		for _, argument := range keeping[r.Type] {
			if v := r.Get(argument); !v.Absent() {
				out = append(out, Kept{r, v})
			}
		}
	}
	return out
}

// Behind is which of what is kept a reference to a parameter or to a secret leads to. The reference is what containers and
// builds take, an ARN or a name, with the key of the part that is meant:
//   - https://docs.aws.amazon.com/AmazonECS/latest/developerguide/secrets-envvar-secrets-manager.html
//   - https://docs.aws.amazon.com/codebuild/latest/userguide/build-spec-ref.html#build-spec.env.secrets-manager
func Behind(m *terraform.Module, kept []Kept, reference *eval.Value) []Kept {
	var out []Kept
	for _, a := range reference.Alternatives() {
		id, key := cutKey(join(a))
		names := append([]named{{a, id}}, lookedUp(m, a)...)
		for _, k := range kept {
			of := func(n named) bool { return n.isParameter(k.Resource) }
			if k.Resource.Type == versionType {
				of = func(n named) bool { return n.isVersion(m, k.Resource) }
			}
			if !slices.ContainsFunc(names, of) {
				continue
			}
			if k.Resource.Type == versionType {
				k.Value = part(k.Value, key)
			}
			if k.Value != nil {
				out = append(out, k)
			}
		}
	}
	return out
}

// named is a value that names a parameter or a secret.
type named struct {
	value *eval.Value
	id    string // the text of it, without the key of a part; what is not known of it is a gap
}

// lookedUp are the names with which data sources look up what a reference is to.
func lookedUp(m *terraform.Module, reference *eval.Value) []named {
	var out []named
	for _, r := range m.DataSources(parameterType, secretType, versionType) {
		if !refersTo(reference, r, "arn", "id", "name", "secret_id") {
			continue
		}
		for _, argument := range []string{"name", "arn", "secret_id"} {
			if v := r.Get(argument); !v.Absent() {
				out = append(out, named{v, join(v)})
			}
		}
	}
	return out
}

// isParameter tells whether a parameter is the one: by its name, or by an ARN that ends in it, with or without a version.
// Other parts of an ARN need not be known.
func (n named) isParameter(r *terraform.Resource) bool {
	name, reference := join(r.Get("name")), join(n.value)
	if i := strings.Index(reference, ":parameter"); i >= 0 && strings.HasPrefix(reference, "arn:") {
		name, reference = "/"+strings.TrimPrefix(name, "/"), reference[i+len(":parameter"):]
	}
	rest, ok := strings.CutPrefix(reference, name)
	return refersTo(n.value, r, "arn", "name", "id") ||
		ok && (rest == "" || strings.HasPrefix(rest, ":")) && n.madeOf(r.Get("name"))
}

// isVersion tells whether a version is one of the secret's.
func (n named) isVersion(m *terraform.Module, version *terraform.Resource) bool {
	of := named{version.Get("secret_id"), join(version.Get("secret_id"))}
	if refersTo(n.value, version, "arn", "id", "secret_id") || n.isName(of.value) {
		return true
	}
	return slices.ContainsFunc(m.Resources(secretType), func(r *terraform.Resource) bool { return of.isSecret(r) && n.isSecret(r) })
}

func (n named) isSecret(r *terraform.Resource) bool {
	return refersTo(n.value, r, "arn", "id", "name") || n.isName(r.Get("name"))
}

func (n named) isName(name *eval.Value) bool { return n.id == join(name) && n.madeOf(name) }

// madeOf tells whether texts that look the same are the same: what is not known of them comes from the same.
func (n named) madeOf(name *eval.Value) bool {
	if s, known := name.Text(); known {
		return s != ""
	}
	refs := n.value.Refs()
	return len(name.Refs()) > 0 && !slices.ContainsFunc(name.Refs(), func(r eval.Ref) bool { return !slices.Contains(refs, r) })
}

// cutKey splits a reference to a secret into the secret, by its ARN or its name, and the key of the part that is meant.
func cutKey(reference string) (id, key string) {
	fields := strings.Split(reference, ":")
	n := 1
	if fields[0] == "arn" {
		n = 7 // arn:aws:secretsmanager:eu-west-1:111122223333:secret:name
	}
	if len(fields) <= n {
		return reference, ""
	}
	return strings.Join(fields[:n], ":"), fields[n]
}

// part is the part of a secret that has a key; nil where it can't be told which part that is.
func part(v *eval.Value, key string) *eval.Value {
	document := v.DecodeBase64().DecodeJSON()
	switch {
	case strings.Contains(key, gap):
		return nil
	case key != "":
		return document.Get(key)
	case document.IsObject():
		return document
	}
	return v
}

// refersTo tells whether a value that is not known is an attribute of an instance, with no more than a key or a version behind
// it. What is known says itself what it names.
func refersTo(v *eval.Value, r *terraform.Resource, attributes ...string) bool {
	refs := v.Refs()
	if p := v.Pieces(); len(p) > 0 {
		if p[0].Known || len(p) > 1 && !strings.HasPrefix(p[1].Text, ":") {
			return false
		}
		refs = p[0].Value.Refs()
	}
	return slices.ContainsFunc(refs, func(ref eval.Ref) bool {
		return ref.Address == r.Address() && slices.Contains(attributes, ref.Path) && (ref.Key == r.Key || len(r.Instances()) == 1)
	})
}
