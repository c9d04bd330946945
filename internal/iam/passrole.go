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
			if p, ok := held.rolePass(); ok && !v.escalates(p.At, PassRole, p.Limited) {
				p.Holder = v.holderOf(held)
				out = append(out, p)
				break
			}
		}
	}
	return out
}

// rolePass tells whether the statement certainly lets its holder pass any role.
func (s Statement) rolePass() (RolePass, bool) {
	if !s.Allows() || s.Principals().Present() || s.adminAccess() != nil {
		return RolePass{}, false
	}
	granted := s.granted()
	i := slices.IndexFunc(granted, func(p Pattern) bool { return !p.isBroad() && p.Matches(PassRole) })
	limit := s.limitOf(PassRole)
	if i < 0 || limit == Unknowable || limit == ByResource && !s.limitsServiceOnly() {
		return RolePass{}, false
	}
	for _, r := range s.resources() {
		if r.isWideFor(PassRole) && !s.isWithheld(PassRole, r) {
			return RolePass{Statement: s, At: granted[i].Value.WhereUsed(), Limited: s.isLimited(PassRole), on: r}, true
		}
	}
	return RolePass{}, false
}

// limitsServiceOnly tells whether the conditions on what is done say nothing but which service a role is passed to.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html#ck_PassedToService
func (s Statement) limitsServiceOnly() bool {
	conditions, _ := s.Conditions()
	return !slices.ContainsFunc(conditions, func(c Condition) bool {
		return c.limitOf(PassRole) == ByResource && !strings.EqualFold(c.Key, "iam:PassedToService")
	})
}
