package iam

import (
	"slices"
	"strings"

	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/eval"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/iam/actions"
)

// Grant is where an identity certainly gets an action from, on so many resources that they don't matter.
type Grant struct {
	// Action is what is granted: ecs:RunTask, or a pattern of a combination.
	Action string
	// Statement is the statement that grants it.
	Statement Statement
	// At is the pattern that takes the action in, where it is used.
	At *eval.Value
	// Limited tells that conditions on the caller, the place or the time limit it.
	Limited bool
	// Bounded tells that the permissions boundary does.
	Bounded bool
	// Single tells that it is granted on a single resource, which is enough: on the identity itself.
	Single bool

	on resource
}

// On is on what the action is granted, in words.
func (g Grant) On() string { return g.Statement.on(g.on) }

// Grant is where the identity certainly gets an action from, in a way that no resource and no condition on what it is done to
// stops: on every resource of the service, or of the kind that the action is about, or on the identity itself where that is
// all it takes. What is denied, or left out by the permissions boundary, is not granted.
func (id *Identity) Grant(action string) (Grant, bool) {
	g, ok := grantOf(action, id.all(), func(r resource) bool { return r.isSelf(action, id) })
	return id.bound(g), ok && id.boundary.allows(action)
}

// bound is a grant within the identity's permissions boundary.
func (id *Identity) bound(g Grant) Grant {
	g.Bounded = id.boundary.limits(g.Action)
	g.Limited = g.Limited || g.Bounded
	return g
}

// grantOn is where the identity certainly gets an action from that can be done to one of the resources of these addresses.
func (id *Identity) grantOn(action string, addresses []string) (Grant, bool) {
	if len(addresses) == 0 {
		return Grant{}, false
	}
	g, ok := grantOf(action, id.all(), func(r resource) bool {
		return slices.ContainsFunc(addresses, func(address string) bool { return r.isARNOf(address, "") })
	})
	return id.bound(g), ok && id.boundary.allows(action)
}

// grantOf is the grant of an action that statements give; enough tells of which resources one is enough.
func grantOf(action string, statements []Statement, enough func(resource) bool) (best Grant, found bool) {
	for _, s := range statements {
		g, ok := s.grant(action, enough)
		if !ok || found && (g.Limited || !best.Limited) {
			continue
		}
		if s.isDenied(action, g.on) {
			continue
		}
		best, found = g, true
	}
	return best, found
}

// none is no resource.
func none(resource) bool { return false }

// grant is how the statement grants an action.
func (s Statement) grant(action string, enough func(resource) bool) (Grant, bool) {
	if !s.Allows() {
		return Grant{}, false
	}
	at := s.covering(action)
	if at == nil {
		return Grant{}, false
	}
	limit := s.limitOf(action)
	if limit >= ByResource {
		return Grant{}, false
	}
	for _, r := range s.resources() {
		single := enough(r)
		if single || r.isWideFor(action) || s.runsCommandsOn(r, action) {
			return Grant{Action: action, Statement: s, At: at.WhereUsed(), Limited: limit == ByContext, Single: single, on: r}, true
		}
	}
	return Grant{}, false
}

// runsCommandsOn tells whether the statement lets its holder run commands on every instance: ssm:SendCommand takes an instance
// and a document, of which only some run what one likes.
func (s Statement) runsCommandsOn(r resource, action string) bool {
	if action != "ssm:SendCommand" || r.arn == nil || r.arn.service+":"+r.kind != "ec2:instance" {
		return false
	}
	return slices.ContainsFunc(s.resources(), func(document resource) bool {
		return document.arn != nil && document.arn.service == "ssm" && actions.Matches(document.arn.name, "document/AWS-RunShellScript")
	})
}

// covering is the pattern that certainly takes in an action, or a pattern of actions: nil where none does. Of NotAction it is
// the whole list.
func (s Statement) covering(action string) *eval.Value {
	for _, p := range s.ActionPatterns() {
		if p.Matches(action) {
			return p.Value
		}
	}
	if excepted := s.exceptedActions(true); excepted != nil && !slices.ContainsFunc(excepted, func(p string) bool { return overlap(p, action) }) {
		return s.NotActions()
	}
	return nil
}

// overlap tells whether a pattern may match something that another one matches.
func overlap(a, b string) bool { return actions.MatchesFold(a, b) || actions.MatchesFold(b, a) }

// withholds tells whether the statement certainly denies an action on resources that are as wide as on, or leaves little of it:
// it denies it on all but some resources, or unless the request says what it is done to or with, such as the service that a
// role is passed to. Other conditions are no certain denial: what denies the passing of a role to one service leaves the others.
func (s Statement) withholds(action string, on resource) bool {
	if !s.Denies() || s.covering(action) == nil {
		return false
	}
	conditions, open := s.Conditions()
	if open || slices.ContainsFunc(conditions, func(c Condition) bool { return !c.leavesFew(action) }) {
		return false
	}
	return slices.ContainsFunc(s.resources(), func(r resource) bool {
		if r.but {
			return !r.excepts(func(e resource) bool { return e.isWideFor(action) })
		}
		return r.contains(on, action)
	})
}

// contains tells whether the resource takes in all of another one that the action can be done to.
func (r resource) contains(on resource, action string) bool {
	if r.all || on.value != nil && !on.but && actions.Matches(pattern(r.value), pattern(on.value)) {
		return true
	}
	if !r.isWideFor(action) {
		return false
	}
	return strings.Trim(r.arn.region, "*") == "" || on.arn != nil && actions.Matches(r.arn.region, on.arn.region)
}

// leavesFew tells whether a Deny with the condition leaves an action for few purposes: it denies whatever is not one of them.
func (c Condition) leavesFew(action string) bool {
	if c.test() == "null" {
		return c.is([]string{"iam:permissionsboundary"}) && c.says("true")
	}
	if strings.EqualFold(c.Key, alwaysThere[action]) {
		c = c.plain()
	}
	return c.negated() && c.opposite().limit() == ByResource
}

// isWideFor tells whether the resource takes in all that the action can be done to: every resource of the service, in one
// region at least, or every one of the kind.
func (r resource) isWideFor(action string) bool {
	if r.excepts(func(e resource) bool { return e.isWideFor(action) }) {
		return false
	}
	service, _, _ := strings.Cut(action, ":")
	switch r.reach(service) {
	case Everything, Region:
		return true
	case Kind:
		about := kinds[r.arn.service+":"+r.kind]
		if about == nil {
			about = targets[r.arn.service+":"+r.kind]
		}
		return about != nil && about.MatchString(action)
	}
	return false
}

// selves are the actions that give an identity more when they are done to itself, or to a policy that it has.
var selves = map[IdentityKind][]string{
	Role:  {"iam:AttachRolePolicy", "iam:PutRolePolicy"},
	User:  {"iam:AttachUserPolicy", "iam:PutUserPolicy"},
	Group: {"iam:AttachGroupPolicy", "iam:PutGroupPolicy"},
}

// isSelf tells whether the resource is the identity itself, and the action done to it gives it more.
func (r resource) isSelf(action string, self *Identity) bool {
	if self == nil || self.resource == nil || !slices.Contains(selves[self.Kind], action) {
		return false
	}
	pieces := r.value.Pieces()
	if self.Kind == User && len(pieces) > 0 && strings.HasSuffix(pieces[len(pieces)-1].Text, "user/${aws:username}") {
		return true
	}
	return r.isARNOf(self.resource.Address(), self.resource.Key)
}

// isARNOf tells whether the resource is the ARN of a resource of the module, of any instance where no key is asked for.
func (r resource) isARNOf(address, key string) bool {
	return len(r.value.Pieces()) <= 1 && slices.ContainsFunc(r.value.Refs(), func(ref eval.Ref) bool {
		return ref.Address == address && ref.Path == "arn" && sameKey(ref.Key, key)
	})
}
