package iam

import (
	"slices"
)

// Shell is a statement that certainly lets its holder open a shell, or run commands, everywhere.
type Shell struct {
	Grant
	// Holder is the workload that takes the role which the statement belongs to, in words; empty where there is none.
	Holder string
}

// shells are the actions that open a shell in containers or on hosts, or run commands there.
var shells = []string{"ecs:ExecuteCommand", "ssm:StartSession", "ssm:SendCommand"}

// Shells are the granted statements of the module that let their holder into every container or host. Left out is what is
// reported as more.
func (v *View) Shells() []Shell {
	var out []Shell
	for _, s := range v.Granted() {
		for _, action := range shells {
			if g, ok := v.shell(s, action); ok {
				out = append(out, Shell{Grant: g, Holder: v.holderOf(g.Statement)})
			}
		}
	}
	return out
}

func (v *View) shell(s Statement, action string) (Grant, bool) {
	if s.covering(action) == nil {
		return Grant{}, false
	}
	for _, held := range v.asHeld(s) {
		g, ok := held.grant(action, none)
		if ok && held.adminAccess() == nil && !g.isExcessive(true) && !held.isWithheld(action, g.on) && !v.takes(s, action) {
			return g, true
		}
	}
	return Grant{}, false
}

// takes tells whether an escalation that is reported takes an action that the statement grants.
func (v *View) takes(s Statement, action string) bool {
	return slices.ContainsFunc(v.Escalations(), func(e Escalation) bool {
		return slices.ContainsFunc(e.Grants, func(g Grant) bool { return g.Action == action && g.Statement.value.Written().Same(s.value.Written()) })
	})
}

// HostGrants are the statements by which container hosts certainly get an action on everything, where no other rule reports it.
func (v *View) HostGrants(action string) []Grant {
	var out []Grant
	for _, id := range v.Identities() {
		if !v.IsTakenBy(id, Node) || id.isAdmin() {
			continue
		}
		g, ok := id.Grant(action)
		if ok && g.isOwn() && !g.isExcessive(true) {
			out = append(out, g)
		}
	}
	return out
}
