package iam

import (
	"slices"
	"strings"

	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/eval"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/iam/actions"
)

// PolicyGrant is a statement of a resource's policy that allows something to some, and not to everyone.
type PolicyGrant struct {
	Statement
	Grantees []Grantee

	others []Statement // of the document, that don't certainly allow something
}

// Grants are the statements of a policy of a resource that name whom they allow something, or let in everyone who meets their
// conditions. Left out are those that are Open, those whose conditions can't be known, and principals that are not known.
func (d Document) Grants() []PolicyGrant {
	var out []PolicyGrant
	statements := d.Statements()
	others := slices.DeleteFunc(slices.Clone(statements), Statement.Allows)
	for _, s := range statements {
		if !s.Allows() || s.isElsewhere() || s.Limit() == Unknowable {
			continue
		}
		if _, open := s.open(); open {
			continue
		}
		if grantees := s.grantees(); len(grantees) > 0 {
			out = append(out, PolicyGrant{s, grantees, others})
		}
	}
	return out
}

// GrantsHandedOut are the grants in documents that go to a module call or an output, by document: see OpenHandedOut.
func (v *View) GrantsHandedOut(service string) [][]PolicyGrant {
	var out [][]PolicyGrant
	for _, d := range v.HandedOut() {
		grants := slices.DeleteFunc(d.Grants(), func(g PolicyGrant) bool { return !g.isOnly(service) })
		if len(grants) > 0 {
			out = append(out, grants)
		}
	}
	return out
}

// Who is whom the grant names, in words.
func (g PolicyGrant) Who() string { return Who(g.Grantees) }

// Who is several grantees in words.
func Who(grantees []Grantee) string {
	var names []string
	for _, one := range grantees {
		if name := one.String(); !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	return enumerate(names)
}

// Permits tells whether the grant certainly allows an action: it covers it, and no Deny of the document may take it back from
// all that it is for.
func (g PolicyGrant) Permits(action string) bool {
	return g.Covers(action) && !slices.ContainsFunc(g.others, func(deny Statement) bool { return deny.mayTakeBack(action) })
}

// mayTakeBack tells whether a Deny is, or may be, about an action whatever the circumstances are. Whom it is for isn't looked
// at: who takes something back from one has thought of it.
func (s Statement) mayTakeBack(action string) bool {
	if conditions, open := s.Conditions(); len(conditions) > 0 && !open {
		return false
	}
	patterns := s.ActionPatterns()
	return len(patterns) < len(s.Actions().Items()) || s.Actions().Open() || !s.NotActions().Absent() ||
		slices.ContainsFunc(patterns, func(p Pattern) bool { return p.Matches(action) })
}

// ActionPatterns are the action patterns that are known and certainly there.
func (s Statement) ActionPatterns() []Pattern { return s.elements.actions }

// Matches tells whether the pattern takes in an action, or all that a pattern of actions takes in.
func (p Pattern) Matches(action string) bool {
	return p.isEvery() || actions.MatchesFold(p.Text, action)
}

// IsWildcard tells whether the pattern may take in what nobody has listed.
func (p Pattern) IsWildcard() bool { return p.hasWildcard() }

// GranteeKind is what a principal of a statement is.
type GranteeKind uint8

const (
	// GranteeWholeAccount: an account, which shares what it is granted out among its roles and users. To the account that the resource
	// is in it grants nothing: there policies of identities are enough by themselves.
	// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-accounts
	GranteeWholeAccount GranteeKind = iota + 1
	// GranteeIdentity: a role, a user or a session.
	GranteeIdentity
	// GranteeService: a service of AWS.
	GranteeService
	// GranteeOrganization: every account of an organization, or of a part of it.
	GranteeOrganization
	// GranteeConditional: everyone who meets other conditions.
	GranteeConditional
)

// Grantee is somebody whom a statement certainly allows something.
type Grantee struct {
	Kind GranteeKind
	// Value is what says so: the principal, or the value of the condition.
	Value *eval.Value
	// Account is the number of its account, where it is written.
	Account string
	// number is what stands in the place of the number, where it is not known.
	number *eval.Value
}

// String is how a message calls it.
func (g Grantee) String() string {
	switch {
	case g.Kind == GranteeOrganization:
		return "every account of its organization"
	case g.Kind == GranteeConditional:
		return "everyone who meets its conditions"
	case g.Kind == GranteeService:
		return "service " + shown(g.Value)
	case g.Kind == GranteeWholeAccount && g.Account != "":
		return "account " + g.Account
	case g.Kind == GranteeWholeAccount:
		return "account " + shown(g.number)
	}
	return shown(g.Value)
}

// grantees are those whom the statement certainly names.
func (s Statement) grantees() []Grantee {
	if _, anyone := s.Anyone(); anyone {
		return s.conditionalGrantees()
	}
	principals := s.Principals()
	if !principals.IsObject() {
		return nil
	}
	var out []Grantee
	for _, v := range certainEntries(principals.GetFold("AWS")) {
		if g := parseGrantee(v); g.Kind != 0 {
			g.Value = v.WhereUsed()
			out = append(out, g)
		}
	}
	for _, v := range principals.GetFold("Service").CertainItems() {
		if _, ok := v.Text(); ok {
			out = append(out, Grantee{Kind: GranteeService, Value: v.WhereUsed()})
		}
	}
	return out
}

// certainEntries are the certain elements of a list of principals. One that is not known but comes from a resource stands for
// itself: AWS = aws_iam_role.ci.arn.
func certainEntries(list *eval.Value) []*eval.Value {
	if list.Unknown() {
		return []*eval.Value{list}
	}
	return list.CertainItems()
}

// conditionalGrantees are those whom a statement for everyone lets in by its conditions: accounts, an organization, or others.
func (s Statement) conditionalGrantees() []Grantee {
	conditions, _ := s.Conditions()
	var accounts []Grantee
	var organization, other *eval.Value
	for _, c := range conditions {
		if c.narrowsCallers() != Narrowed {
			continue
		}
		switch key := strings.ToLower(c.Key); key {
		case "aws:principalaccount":
			for _, v := range c.Values.CertainItems() {
				if g := parseGrantee(v); g.Kind == GranteeWholeAccount {
					g.Value = v.WhereUsed()
					accounts = append(accounts, g)
				}
			}
		case "aws:principalorgid", "aws:principalorgpaths":
			organization = c.Values.WhereUsed()
		default:
			other = c.Values.WhereUsed()
		}
	}
	switch {
	case other == nil && len(accounts) > 0:
		return accounts
	case other == nil && organization != nil:
		return []Grantee{{Kind: GranteeOrganization, Value: organization}}
	}
	p, _ := s.Anyone()
	return []Grantee{{Kind: GranteeConditional, Value: p.Value}}
}

// parseGrantee reads a principal of the kind AWS: an account's number, or the ARN of an account, a role, a user or a session.
// Kind is 0 where it can't be known what it is, and for whoever runs Terraform, who manages the resource anyway.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
func parseGrantee(v *eval.Value) Grantee {
	g := Grantee{Value: v}
	if v.Absent() || len(v.Alternatives()) > 1 {
		return g
	}
	text := pattern(v)
	switch {
	case isAccountNumber(text):
		g.Kind, g.Account = GranteeWholeAccount, text
		return g
	case text == "" || text == hole:
		g.Kind, g.number = kindOfReference(v), v
		return g
	}
	a := parseARN(text)
	if a == nil || a.service != "iam" && a.service != "sts" {
		return g
	}
	g.Kind = GranteeIdentity
	switch kind, _, _ := strings.Cut(a.name, "/"); {
	case a.name == "root":
		g.Kind = GranteeWholeAccount
	case !slices.Contains([]string{"role", "user", "assumed-role", "federated-user"}, kind):
		return Grantee{Value: v}
	}
	switch {
	case isAccountNumber(a.account):
		g.Account = a.account
	case a.account == hole:
		g.number = nthHole(v, strings.Count(text[:strings.Index(text, ":"+a.service+":")], hole))
	default:
		return Grantee{Value: v} // AWS refuses wildcards
	}
	return g
}

// isAccountNumber tells whether a text is the number of an account.
func isAccountNumber(s string) bool { return len(s) == 12 && strings.Trim(s, "0123456789") == "" }

// nthHole is what stands in the nth part of a text that is not known, counted from 0.
func nthHole(v *eval.Value, n int) *eval.Value {
	for _, p := range v.Pieces() {
		if !p.Known {
			if n == 0 {
				return p.Value
			}
			n--
		}
	}
	return v
}

// kindOfReference is what a principal is of which only the origin is known.
func kindOfReference(v *eval.Value) GranteeKind {
	for _, r := range v.Refs() {
		switch typ := r.Type(); {
		case slices.Contains([]string{"aws_iam_role", "aws_iam_user"}, typ) && (r.Path == "arn" || r.Path == "unique_id"):
			return GranteeIdentity
		case slices.Contains([]string{callerIdentity, memberAccount}, typ) && (r.Path == "account_id" || r.Path == "id"):
			return GranteeWholeAccount
		}
	}
	return 0
}
