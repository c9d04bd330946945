package iam

import (
	"slices"
	"strings"

	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/eval"
)

// RolePass is a statement that certainly lets its holder pass any role.
type RolePass struct {
	Statement
	// At is the action pattern, where it is used.
	At *eval.Value
	// Holder is the workload that takes the role which the statement belongs to, in words; empty where there is none.
	Holder string
	// Limited tells that conditions limit it, but not to some roles: on the service that roles are passed to, or on the caller.
	Limited bool
	// InEveryCase tells that something of it is one of several values, with each of which it does.
	InEveryCase bool

	on resource
}

// On is which roles can be passed, in words.
func (p RolePass) On() string { return p.Statement.on(p.on) }

// RolePasses are the granted statements of the module that let their holder pass any role. Left out is what is reported as more:
// administrators, broad wildcards, and escalations that take it.
func (v *View) RolePasses() []RolePass {
	var out []RolePass
	for _, s := range v.Granted() {
		for _, held := range v.asHeld(s) {
			if p := held.rolePassInEveryCase(); p != nil && !v.escalates(p.At, PassRole, p.Limited) {
				p.Holder = v.holderOf(held)
				out = append(out, *p)
				break
			}
		}
	}
	return out
}

// rolePass is the statement as one that certainly lets its holder pass any role; nil where it doesn't.
func (s Statement) rolePass() *RolePass {
	if !s.Allows() || s.Principals().Present() || s.adminAccess() != nil {
		return nil
	}
	granted := s.granted()
	i := slices.IndexFunc(granted, func(p Pattern) bool { return !p.isBroad() && p.Matches(PassRole) })
	limit := s.limitOf(PassRole)
	if i < 0 || limit == Unknowable || limit == ByResource && !s.limitsServiceOnly() {
		return nil
	}
	for _, r := range s.resources() {
		if r.isWideFor(PassRole) && !s.isWithheld(PassRole, r) {
			return &RolePass{Statement: s, At: granted[i].Value.WhereUsed(), Limited: s.isLimited(PassRole), on: r}
		}
	}
	return nil
}

func (p *RolePass) isWorse(o *RolePass) bool { return o.Limited && !p.Limited }

// limitsServiceOnly tells whether the conditions on what is done say nothing but which service a role is passed to.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html#ck_PassedToService
func (s Statement) limitsServiceOnly() bool {
	conditions, _ := s.Conditions()
	return !slices.ContainsFunc(conditions, func(c Condition) bool {
		return c.limitOf(PassRole) == ByResource && !strings.EqualFold(c.Key, "iam:PassedToService")
	})
}
