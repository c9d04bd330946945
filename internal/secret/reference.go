package secret

import (
	"regexp"
	"slices"
	"strings"

	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/eval"
)

// parameterName is what the name of a parameter is made of, with the version or the label that may follow it:
// https://docs.aws.amazon.com/systems-manager/latest/userguide/sysman-paramstore-su-create.html
var parameterName = regexp.MustCompile(`^[A-Za-z0-9_.\-/` + gap + `]+(:[A-Za-z0-9_.\-` + gap + `]+)?$`)

// IsName says of a reference that it is the name of a secret, which no service takes.
const IsName = "the name of a secret"

// Reference is what is certainly wrong with a reference to a secret: what it holds instead of one, IsName, or empty.
func (s *Scanner) Reference(v *eval.Value) string {
	wrong := ""
	for _, a := range v.Alternatives() {
		if a.Absent() || a.Is("") {
			continue
		}
		one := s.reference(a)
		if one == "" {
			return ""
		}
		wrong = one
	}
	return wrong
}

func (s *Scanner) reference(v *eval.Value) string {
	text := join(v)
	if m, ok := s.shaped(text, ""); ok {
		return m.what + " itself"
	}
	for _, ref := range slices.Backward(s.refs(v)) {
		typ, _ := split(ref.Address)
		switch {
		case s.of(ref) == certain: // but not a plain parameter, which may hold the reference
			return written(ref) + " itself"
		case typ == "aws_secretsmanager_secret" && ref.Path == "name" && !strings.HasPrefix(text, "arn:"):
			return IsName
		}
	}
	switch rest, isARN := strings.CutPrefix(text, "arn:"); {
	case text == "" || strings.HasPrefix(text, gap):
		return "" // an ARN, for all that is known
	case !isARN && !parameterName.MatchString(text):
		return "text that is neither an ARN nor the name of a parameter"
	case isARN && !strings.Contains(rest, gap) && !isReferenceARN(rest):
		return "the ARN of something else"
	}
	return ""
}

// isReferenceARN tells whether an ARN, after "arn:", is that of a secret or of a parameter.
func isReferenceARN(rest string) bool {
	fields := strings.SplitN(rest, ":", 5)
	if len(fields) < 5 {
		return false
	}
	switch fields[1] {
	case "secretsmanager":
		return strings.HasPrefix(fields[4], "secret:")
	case "ssm":
		return strings.HasPrefix(fields[4], "parameter/")
	}
	return false
}
