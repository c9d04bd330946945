package secret

import (
	"regexp"
	"slices"
	"strings"

	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/eval"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/shell"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/terraform"
)

// Scanner looks for secrets in the values of a module.
type Scanner struct {
	Module *terraform.Module
	Names  *Names
	// More are shapes of secrets beside those that are known here; Exempt are texts that are none.
	More, Exempt []*regexp.Regexp
}

// Certainty is how sure it is that something secret is given in clear, the surest last.
type Certainty uint8

const (
	// Suspected: everything is named like a secret, but what it is is not known.
	Suspected Certainty = iota + 1
	// Placeholder: somebody left room for a secret.
	Placeholder
	// Written: the secret is written there.
	Written
	// Referred: the text comes from something that is secret.
	Referred
)

// Found is a secret that is given in clear. It does not hold the secret.
type Found struct {
	Certainty Certainty
	// What is what the value holds, for a message: "an AWS access key", "random_password.db.result".
	What string
}

// Variable is the secret in a named value, such as an environment variable. The name is empty where it is not known.
func (s *Scanner) Variable(name string, value *eval.Value) (Found, bool) {
	return s.any(value, func(v *eval.Value) (Found, bool) {
		if found, ok := s.inText(v, name); ok {
			return found, true
		}
		if !s.Names.Secret(name) {
			return Found{}, false
		}
		if text, known := v.Text(); known {
			if s.isHarmlessText(name, text) || namesSecret(v) {
				return Found{}, false
			}
			if isPlaceholder(text) {
				return Found{Placeholder, "a placeholder"}, true
			}
			return Found{Written, "a secret"}, true
		}
		for _, ref := range s.refs(v) {
			if s.of(ref) == suspect {
				return Found{Suspected, written(ref)}, true
			}
		}
		return Found{}, false
	})
}

// Text is the secret in a value that has no telling name.
func (s *Scanner) Text(value *eval.Value) (Found, bool) {
	return s.any(value, func(v *eval.Value) (Found, bool) { return s.inText(v, "") })
}

// any is what f finds. A secret that is written in one of several branches is written, whichever is taken; of what is only
// referred to or named so, every branch has to be one, but for those that leave the value empty.
func (s *Scanner) any(value *eval.Value, f func(*eval.Value) (Found, bool)) (Found, bool) {
	var found []Found
	all := true
	for _, v := range value.Alternatives() {
		if v.Absent() || v.Is("") {
			continue
		}
		one, ok := f(v)
		if !ok && v.HasRef(isKeyPart) {
			continue
		}
		if !ok {
			all = false
			continue
		}
		if _, shaped := s.shaped(join(v), ""); shaped && one.Certainty == Written {
			return one, true
		}
		found = append(found, one)
	}
	if !all || len(found) == 0 {
		return Found{}, false
	}
	return slices.MinFunc(found, func(a, b Found) int { return int(a.Certainty) - int(b.Certainty) }), true
}

// gap stands in a text for what is not known of it.
const gap = string(shell.Unknown)

// join is a text with gaps.
func join(v *eval.Value) string {
	if s, known := v.Text(); known {
		return s
	}
	var b strings.Builder
	for _, p := range v.Pieces() {
		if !p.Known {
			b.WriteString(gap)
		}
		b.WriteString(p.Text)
	}
	return b.String()
}

// inText is the secret that a text holds by its shape, or by what it comes from. name is what the text is the value of.
func (s *Scanner) inText(v *eval.Value, name string) (Found, bool) {
	if m, ok := s.shaped(join(v), name); ok {
		if m.placeholder {
			return Found{Placeholder, "a placeholder for " + m.what}, true
		}
		return Found{Written, m.what}, true
	}
	// The last reference is the one that is written here, which others lie behind.
	for _, ref := range slices.Backward(s.refs(v)) {
		switch given := s.of(ref); {
		case given == certain && isUserName(name) && isUserName(last(ref.Address)):
			// A user's name that is kept among the secrets is none.
		case given == certain,
			given == marked && !s.isPlainAmongSecrets(name),
			given == perhaps && s.Names.Secret(name) && !s.Names.Harmless(last(ref.Address)): // random_id.secret_name makes a name
			return Found{Referred, written(ref)}, true
		}
	}
	if c := v.Cause(); c != nil && c.Kind == eval.Sensitive && len(v.Refs()) == 0 && !s.isPlainAmongSecrets(name) && !strings.HasPrefix(c.What, "var.") {
		return Found{Referred, "a value that is marked as sensitive"}, true
	}
	return Found{}, false
}

// refs are what a value comes from. What holds an access key is looked at for itself, whatever else is in it: see KeyParts.
func (s *Scanner) refs(v *eval.Value) []eval.Ref {
	refs := v.AllRefs()
	if slices.ContainsFunc(refs, isKeyPart) {
		return nil
	}
	return refs
}

// written is a reference as people write it.
func written(ref eval.Ref) string {
	address := strings.ReplaceAll(ref.Address, "caller.", "")
	if ref.Path == "" {
		return address + ref.Key
	}
	return address + ref.Key + "." + ref.Path
}

// Arguments is the first secret that the words of commands hold as the value of an option or of a variable:
// --password=…, --password …, -Dspring.datasource.password=…, PGPASSWORD=….
func (s *Scanner) Arguments(commands []shell.Command) (found Found, name string, at *eval.Value) {
	for _, c := range commands {
		for i, w := range c.Words {
			name, value, assigned := strings.Cut(w.Text, "=")
			if !assigned && strings.HasPrefix(w.Text, "-") && i+1 < len(c.Words) && !strings.HasPrefix(c.Words[i+1].Text, "-") {
				value, assigned = c.Words[i+1].Text, true
				w = c.Words[i+1]
			}
			name = strings.TrimLeft(name, "-")
			if _, literal := (shell.Word{Text: value}).Literal(); !assigned || !literal || !s.Names.Secret(name) || s.isHarmlessText(name, value) {
				continue
			}
			if isPlaceholder(value) {
				return Found{Placeholder, "a placeholder"}, name, w.At
			}
			return Found{Written, "a secret"}, name, w.At
		}
	}
	return Found{}, "", nil
}
