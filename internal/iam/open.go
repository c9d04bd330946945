package iam

import (
	"slices"
	"strings"

	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/iam/actions"
)

// Open is a statement of a resource's policy that lets strangers in.
type Open struct {
	Statement
	Principal Principal
	Narrowing Narrowing // NotNarrowed or ByExternalID
}

// Open are the statements of a policy of a resource that lets strangers in: they allow something, are for everyone, and neither
// a condition nor a Deny keeps anybody out. A statement without resources that is written in a data source of another
// module is reported there: see OpenHandedOut.
func (d Document) Open() []Open {
	var out []Open
	for _, s := range d.Statements() {
		principal, anyone := s.Anyone()
		if !s.Allows() || !anyone || s.isForeign() && s.hasNoResources() {
			continue
		}
		if narrowing := s.NarrowsCallers(); narrowing != Narrowed && !s.Guarded() {
			out = append(out, Open{s, principal, narrowing})
		}
	}
	return out
}

// OpenHandedOut are open statements in documents that go to a module call or an output, and whose actions are all of the
// service: there is only one kind of policy with such actions, with principals and without resources.
func (v *View) OpenHandedOut(service string) []Open {
	var out []Open
	for _, d := range v.HandedOut() {
		for _, s := range d.Open() {
			if s.isOnlyOf(service) {
				out = append(out, s)
			}
		}
	}
	return out
}

// isOnlyOf tells whether all actions of the statement are of the service, and it has no resources.
func (s Statement) isOnlyOf(service string) bool {
	granted := knownTexts(s.Actions())
	foreign := slices.ContainsFunc(granted, func(a string) bool { return !strings.HasPrefix(strings.ToLower(a), service+":") })
	return s.hasNoResources() && len(granted) > 0 && !foreign
}

func (s Statement) hasNoResources() bool { return s.Resources().Absent() && s.NotResources().Absent() }

// Covers tells whether the statement is certainly about the action.
func (s Statement) Covers(action string) bool {
	if excepted := s.exceptedActions(true); excepted != nil {
		return !slices.ContainsFunc(excepted, func(p string) bool { return actions.MatchesFold(p, action) })
	}
	return slices.ContainsFunc(patterns(s.Actions()), func(p Pattern) bool {
		return p.isEvery() || actions.MatchesFold(p.Text, action)
	})
}

// OpenTrust are the statements of trust policies that let strangers take a role.
func (v *View) OpenTrust() []Open {
	var out []Open
	for _, r := range v.module.Resources(roleType) {
		out = append(out, NewDocument(v.module, r.Address(), r.Get("assume_role_policy")).Open()...)
	}
	out = append(out, v.OpenHandedOut("sts")...)
	return slices.DeleteFunc(out, func(o Open) bool {
		if o.Principal.Federated {
			return !o.Covers("sts:AssumeRoleWithWebIdentity") && !o.Covers("sts:AssumeRoleWithSAML")
		}
		return !o.Covers("sts:AssumeRole")
	})
}
