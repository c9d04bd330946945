package secret

import (
	"fmt"
	"slices"
	"strings"

	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/eval"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/terraform"
)

const accessKey = "aws_iam_access_key"

// KeyPart is a part of an access key, as something refers to it.
type KeyPart struct {
	// Attribute is which part of the key it is.
	Attribute string
	// At is the text, or the value, that the part is in.
	At *eval.Value

	ref eval.Ref
}

// keyParts are the attributes of an access key that are a part of what its holder logs in with, those first that tell most:
// https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/iam_access_key#attribute-reference
var keyParts = []string{"secret", "encrypted_secret", "ses_smtp_password_v4", "encrypted_ses_smtp_password_v4", "id"}

// KeyParts are the parts of access keys in a value, and in all that lies in it.
func KeyParts(v *eval.Value) []KeyPart {
	if !v.HasRef(isKeyPart) {
		return nil // nearly everything
	}
	var out []KeyPart
	for _, leaf := range v.Leaves() {
		for _, ref := range leaf.AllRefs() {
			if part, ok := keyPart(ref); ok {
				part.At = leaf
				out = append(out, part)
			}
		}
	}
	return out
}

func keyPart(ref eval.Ref) (KeyPart, bool) {
	if ref.Type() != accessKey || !slices.Contains(keyParts, ref.Path) {
		return KeyPart{}, false
	}
	return KeyPart{Attribute: ref.Path, ref: ref}, true
}

func isKeyPart(ref eval.Ref) bool {
	_, is := keyPart(ref)
	return is
}

// Rank orders the parts of a key, those first that tell most.
func (p KeyPart) Rank() int { return slices.Index(keyParts, p.Attribute) }

// IsSecret tells whether the part is what nobody else may know.
func (p KeyPart) IsSecret() bool {
	return p.Attribute == "secret" || p.Attribute == "ses_smtp_password_v4"
}

// IsForAll tells whether the part is the secret that opens all that the key's user may do, encrypted or not.
func (p KeyPart) IsForAll() bool { return p.Attribute == "secret" || p.Attribute == "encrypted_secret" }

// IsForMail tells whether the part is the password for sending mail through the SMTP interface of SES.
func (p KeyPart) IsForMail() bool { return strings.HasSuffix(p.Attribute, "ses_smtp_password_v4") }

// String is the part as people write it: aws_iam_access_key.ci["a"].secret.
func (p KeyPart) String() string { return written(p.ref) }

// OfOneKey tells whether two parts are of the same key. Where it is not known which of several it is, it is that.
func (p KeyPart) OfOneKey(o KeyPart) bool {
	return p.ref.Address == o.ref.Address && (p.ref.Key == o.ref.Key || p.ref.Key == "" || o.ref.Key == "")
}

// User is whose key it is, as its owner calls the user: user "ci", or the user's address where the name is not known. It is
// empty where the key is made in another module, or for somebody of whom nothing is known.
func (p KeyPart) User(m *terraform.Module) string {
	address, foreign := p.ref.Home()
	b := m.Find(address)
	if foreign || b == nil {
		return ""
	}
	for _, r := range b.Instances() {
		if r.Key != p.ref.Key && len(b.Instances()) > 1 {
			continue
		}
		user := r.Get("user")
		if name, known := user.Text(); known {
			return fmt.Sprintf("user %q", name)
		}
		for _, ref := range user.Refs() {
			if typ, _ := split(ref.Address); typ == "aws_iam_user" {
				return ref.Address
			}
		}
	}
	return ""
}
