package iam

import (
	"regexp"
	"slices"
	"strings"

	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/eval"
)

// TrustedAccount is a statement that lets whomever an account chooses assume a role.
type TrustedAccount struct {
	TrustStatement
	Accounts []string // their numbers
	At       *eval.Value
}

// TrustedAccounts are the statements of trust policies that trust accounts as a whole, whose numbers are written down, without a
// condition. One's own account is data.aws_caller_identity, as a rule, or called so, or the one of the provider's configuration.
func (v *View) TrustedAccounts() []TrustedAccount {
	var out []TrustedAccount
	for _, trust := range v.Trusts() {
		for _, s := range trust.Statements {
			if found := s.trustedAccounts(trust.owner); found.At != nil {
				out = append(out, found)
			}
		}
	}
	return out
}

func (s TrustStatement) trustedAccounts(owner Owner) TrustedAccount {
	found := TrustedAccount{TrustStatement: s}
	if s.isForAnyone() || !s.Covers("sts:AssumeRole") || s.narrowsAccount() || s.keptOut(AWSPrincipal, Condition.isOnCaller) {
		return found
	}
	for _, t := range s.of(AWSPrincipal) {
		number, ok := t.otherAccount()
		if !ok || slices.Contains(found.Accounts, number) || owner.Whose(parseGrantee(t.Value)) == Own {
			continue
		}
		if found.At == nil {
			found.At = t.Value.WhereUsed()
		}
		found.Accounts = append(found.Accounts, number)
	}
	return found
}

var (
	wholeAccount = regexp.MustCompile(`^(?:arn:aws[a-z-]*:iam::)?([0-9]{12})(:root)?$`)
	// ownAccount is how people call the number of the account that they work in.
	ownAccount = regexp.MustCompile(`^var\.((aws|current|this|own|my|self)_)*account(_?(id|number))?$`)
)

// otherAccount is the number of the account that the principal is as a whole, where it is known and isn't called one's own.
func (t Trusted) otherAccount() (number string, ok bool) {
	s, _ := t.Value.Text()
	m := wholeAccount.FindStringSubmatch(strings.TrimSpace(s))
	if m == nil || strings.HasPrefix(s, "arn:") != (m[2] != "") {
		return "", false
	}
	own := slices.ContainsFunc(t.Value.AllRefs(), func(r eval.Ref) bool {
		address, _ := r.Home()
		return ownAccount.MatchString(address)
	})
	return m[1], !own
}

// narrowsAccount tells whether a condition keeps out some of an account whom its own administrators would let in, or may.
func (s TrustStatement) narrowsAccount() bool {
	conditions, open := s.namedConditions()
	return open || slices.ContainsFunc(conditions, func(c Condition) bool {
		withoutMFA := c.test() == "bool" && c.says("false")
		return !c.vacuous() && !withoutMFA && c.isOnCaller()
	})
}

// callerKeys are keys, lower case, that say who of an account calls, or how: who is somebody else's deputy knows no external ID.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_common-scenarios_third-party.html
var callerKeys = []string{
	"aws:multifactorauthage", "aws:multifactorauthpresent", "aws:principaltag/", "aws:principaltype", "aws:requesttag/", "aws:sourceidentity",
	"aws:userid", "aws:username", "sts:sourceidentity",
}

// isOnCaller tells whether the condition is one on who calls and how, and not just any.
func (c Condition) isOnCaller() bool {
	switch key := strings.ToLower(c.Key); {
	case c.test() == "null":
		return key == "aws:multifactorauthage" // it is there only with MFA
	case key == "aws:principalaccount", c.anyValue():
		return false // that is what the principal says already
	case c.is(callerKeys):
		return true
	}
	return c.opposite().narrowsCallers() != NotNarrowed
}
