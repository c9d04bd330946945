package iam

import (
	"slices"
	"strings"
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
		if o, ok := s.open(); ok && !s.isElsewhere() {
			out = append(out, o)
		}
	}
	return out
}

// open is the statement as one that lets strangers in, if it does.
func (s Statement) open() (Open, bool) {
	principal, anyone := s.Anyone()
	if !s.Allows() || !anyone {
		return Open{}, false
	}
	narrowing := s.NarrowsCallers()
	return Open{s, principal, narrowing}, narrowing != Narrowed && !s.Guarded()
}

// isElsewhere tells whether a statement of a resource's policy is reported in another module: see OpenHandedOut.
func (s Statement) isElsewhere() bool { return s.isForeign() && s.hasNoResources() }

// OpenHandedOut are open statements in documents that go to a module call or an output, and whose actions are all of the
// service: there is only one kind of policy with such actions, with principals and without resources.
func (v *View) OpenHandedOut(service string) []Open {
	var out []Open
	for _, d := range v.HandedOut() {
		for _, s := range d.Open() {
			if s.isOnly(service) {
				out = append(out, s)
			}
		}
	}
	return out
}

// isOnly tells whether the statement can only be one of the policy of a resource of the service.
func (s Statement) isOnly(service string) bool {
	granted := knownTexts(s.Actions())
	foreign := slices.ContainsFunc(granted, func(a string) bool {
		return !strings.HasPrefix(strings.ToLower(a), service+":")
	})
	return s.hasNoResources() && len(granted) > 0 && !foreign
}

func (s Statement) hasNoResources() bool { return s.Resources().Absent() && s.NotResources().Absent() }

// Covers tells whether the statement is certainly about the action.
func (s Statement) Covers(action string) bool { return s.covering(action) != nil }

// OpenTrust are the statements of trust policies that let strangers take a role.
func (v *View) OpenTrust() []Open {
	var out []Open
	for _, r := range v.module.Resources(roleType) {
		out = append(out, v.trustPolicy(r).Open()...)
	}
	out = append(out, v.OpenHandedOut("sts")...)
	return slices.DeleteFunc(out, func(o Open) bool {
		if o.Principal.Federated {
			return !o.Covers("sts:AssumeRoleWithWebIdentity") && !o.Covers("sts:AssumeRoleWithSAML")
		}
		return !o.Covers("sts:AssumeRole")
	})
}
