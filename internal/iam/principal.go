package iam

import (
	"net/netip"
	"slices"
	"strings"

	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/eval"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/iam/actions"
)

// Principal is an entry of a statement's Principal element that names nobody in particular.
type Principal struct {
	Value     *eval.Value // what says so: the "*"
	Federated bool        // whoever logs in with any identity provider, not with credentials of AWS
	AllBut    bool        // NotPrincipal: all but some
}

// Anyone is the entry by which the statement certainly is for everyone, in AWS or with any identity provider: "*",
// {"AWS": "*"}, {"Federated": "*"}, or NotPrincipal.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-anonymous
func (s Statement) Anyone() (Principal, bool) {
	if not := s.NotPrincipals(); not.Present() {
		return Principal{Value: not.WhereUsed(), AllBut: true}, true
	}
	var anyone Principal
	for _, principals := range s.Principals().Alternatives() {
		found, ok := anyoneOf(principals)
		if !ok {
			return Principal{}, false
		}
		if anyone.Value == nil || found.Federated {
			anyone = found
		}
	}
	return anyone, anyone.Value != nil
}

func anyoneOf(principals *eval.Value) (Principal, bool) {
	if principals.Is("*") {
		return Principal{Value: principals.WhereUsed()}, true
	}
	for _, key := range []string{"AWS", "*", "Federated"} {
		if !principals.IsObject() {
			break
		}
		for _, v := range principals.GetFold(key).CertainItems() {
			if v.Is("*") {
				return Principal{Value: v.WhereUsed(), Federated: key == "Federated"}, true
			}
		}
	}
	return Principal{}, false
}

// Narrowing is how far conditions keep out those that a statement for everyone is for.
type Narrowing uint8

const (
	// NotNarrowed lets everyone in.
	NotNarrowed Narrowing = iota
	// ByExternalID lets everyone in who knows an external ID that stands in the code. AWS doesn't take it for a secret:
	// https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_common-scenarios_third-party.html
	ByExternalID
	// Narrowed keeps out whom it should, or it can't be known.
	Narrowed
)

// Keys of conditions, lower case. What ends in "/" is the beginning of a key.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
var (
	// openKeys are keys whose value a stranger can choose, or that say nothing of who calls or from where. Everyone can tag
	// principals of an account of their own, name a session, use MFA and TLS.
	openKeys = []string{
		"aws:currenttime", "aws:epochtime", "aws:tokenissuetime", "aws:multifactorauthage", "aws:multifactorauthpresent",
		"aws:principaltag/", "aws:principaltype", "aws:username", "aws:useragent", "aws:referer", "aws:securetransport",
		"aws:requestedregion", "aws:requesttag/", "aws:resourcetag/", "aws:resourceaccount", "aws:resourceorgid",
		"aws:resourceorgpaths", "aws:tagkeys", "aws:viaawsservice", "aws:calledvia", "aws:calledviafirst", "aws:calledvialast",
		"aws:vpcsourceip", "aws:sourceidentity", "ecr:resourcetag/", "iam:resourcetag/",
		"sts:rolesessionname", "sts:sourceidentity", "sts:transitivetagkeys", "sts:durationseconds", "sts:awsservicename",
	}
	arnKeys = []string{"aws:principalarn", "aws:sourcearn"}
)

// NarrowsCallers tells how far the statement's conditions keep out strangers. All conditions have to be met, so one is enough.
// A key that is not known here may narrow, and so does a value that is not known.
func (s Statement) NarrowsCallers() Narrowing {
	conditions, open := s.Conditions()
	narrowing := NotNarrowed
	if open {
		narrowing = Narrowed
	}
	for _, c := range conditions {
		narrowing = max(narrowing, c.narrowsCallers())
	}
	return narrowing
}

func (c Condition) narrowsCallers() Narrowing {
	switch test := c.test(); {
	case c.vacuous(), test == "null", test == "bool", strings.HasPrefix(test, "numeric"), strings.HasPrefix(test, "date"):
		return NotNarrowed
	case c.is(openKeys), c.anyValue():
		return NotNarrowed
	}
	switch key := strings.ToLower(c.Key); {
	case key == "sts:externalid" && c.Values.WhollyKnown():
		return ByExternalID
	case key == "aws:sourceip" && c.some(isWorld):
		return NotNarrowed
	case slices.Contains(arnKeys, key) && c.some(isAnyAccount):
		return NotNarrowed
	}
	return Narrowed
}

// isWorld tells whether a range of addresses is half of the internet or more.
func isWorld(cidr string) bool {
	prefix, err := netip.ParsePrefix(strings.TrimSpace(cidr))
	return err == nil && prefix.Bits() <= 1
}

// isAnyAccount tells whether an ARN pattern matches something in every account: a stranger makes a role or a topic of that
// name in an account of their own. Buckets have no account in their ARN, but their names are unique.
func isAnyAccount(pattern string) bool {
	a := parseARN(pattern)
	if a == nil || strings.Trim(a.account, "*") != "" {
		return false
	}
	return a.account != "" || onlyStars(a.name)
}

// Guarded tells whether a Deny of the document keeps strangers out of what the statement allows, or may: one for everyone, with
// conditions that strangers meet (StringNotEquals aws:PrincipalOrgID), or for all but some (NotPrincipal).
func (s Statement) Guarded() bool {
	return s.keepsOut(Statement.isForAnyone, func(c Condition) bool { return c.Key == "" || c.guardsCallers() })
}

// keepsOut tells whether a Deny of the document takes back what the statement allows, from all but some or, where it is for
// those who matter, within a condition that guards; it does if it can't be known which conditions it has.
func (s Statement) keepsOut(isForThem func(deny Statement) bool, guards func(Condition) bool) bool {
	return slices.ContainsFunc(s.denies, func(deny Statement) bool {
		switch {
		case !deny.covers(s):
			return false
		case deny.NotPrincipals().Present():
			return true
		case !isForThem(deny):
			return false
		}
		conditions, open := deny.namedConditions()
		return open || slices.ContainsFunc(conditions, guards)
	})
}

// isForAnyone tells whether the statement is for everyone.
func (s Statement) isForAnyone() bool {
	_, anyone := s.Anyone()
	return anyone
}

// covers tells whether the statement is about every action that the other one is about, as far as they are known.
func (s Statement) covers(other Statement) bool {
	patterns := knownTexts(s.Actions())
	for _, a := range knownTexts(other.Actions()) {
		// A pattern that matches another pattern as a text matches all that the other one matches.
		if !slices.ContainsFunc(patterns, func(p string) bool { return actions.MatchesFold(p, a) }) {
			return false
		}
	}
	return true
}

// knownTexts are the elements of a list that are known texts and certainly there.
func knownTexts(list *eval.Value) []string {
	var out []string
	for _, v := range list.CertainItems() {
		if s, ok := v.Text(); ok {
			out = append(out, s)
		}
	}
	return out
}
