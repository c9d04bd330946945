package iam

import (
	"slices"
	"strings"

	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/eval"
)

// boundary is what bounds an identity's permissions, or may; nil: nothing does.
type boundary struct {
	statements []Statement
	certain    bool // the statements certainly are in it
	whole      bool // they are all that it has

	letting map[string]letting // see lets
	list    []Pattern          // see listed; nil: not known yet
}

// letting is how far a boundary lets an action through.
type letting struct{ limited, ok bool }

// boundaryOf is the permissions boundary of an identity, one for all that have the same:
// https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html
func (ids *identities) boundaryOf(id *Identity) *boundary {
	arn := ids.namedBoundary(id)
	if arn.Absent() || arn.Is("") {
		return nil
	}
	if arn.Maybe() || len(arn.Alternatives()) > 1 {
		return unknownBoundary
	}
	managed, own := ids.managed(arn), ids.policy(arn)
	key := managed
	if own != nil {
		key = own.Address() + own.Key
	}
	if key == "" {
		return unknownBoundary
	}
	if ids.boundaries[key] == nil {
		b := &boundary{letting: map[string]letting{}}
		if own != nil {
			d := ids.view.policy(own, "policy")
			b.statements, b.whole = d.Statements(), d.isWhole()
			b.certain = b.whole
		} else {
			b.statements, b.whole = managedDocument(ids.view.module, managed, arn).Statements(), managedPolicies[managed].whole
			b.certain = len(b.statements) > 0
		}
		ids.boundaries[key] = b
	}
	return ids.boundaries[key]
}

// unknownBoundary is one that may leave out anything.
var unknownBoundary = &boundary{}

// namedBoundary is what names the permissions boundary of an identity.
func (ids *identities) namedBoundary(id *Identity) *eval.Value {
	switch {
	case id.resource == nil:
		return eval.NewAbsent(eval.Place{})
	case id.Kind != PermissionSet:
		return id.resource.Get("permissions_boundary")
	}
	for _, r := range ids.view.module.Resources("aws_ssoadmin_permissions_boundary_attachment") {
		if ids.find(PermissionSet, r.Get("permission_set_arn")) == id {
			b := r.Get("permissions_boundary").First()
			return b.Get("managed_policy_arn").DefaultValue(b.Get("customer_managed_policy_reference").First().Get("name"))
		}
	}
	return eval.NewAbsent(id.resource.Place())
}

// isWhole tells whether it is known what all statements of the document allow, or deny.
func (d Document) isWhole() bool {
	list := d.value.GetFold("Statement")
	if d.value.Unknown() || list.Unknown() || list.Open() || len(list.Alternatives()) > 1 {
		return false
	}
	statements := d.Statements()
	return len(statements) == len(list.Items()) && !slices.ContainsFunc(statements, func(s Statement) bool {
		_, open := s.Conditions()
		return open || s.maybe || !s.Allows() && !s.Denies() || !isWhole(s.Actions()) || !isWhole(s.NotActions()) || !isWhole(s.Resources()) || !isWhole(s.NotResources())
	})
}

// isWhole tells whether all patterns of a list are known, as far as it matters: of resources a part may be a name.
func isWhole(list *eval.Value) bool {
	if list.Unknown() {
		return isNamed(list)
	}
	return !list.Open() && !slices.ContainsFunc(list.Items(), func(v *eval.Value) bool {
		p := pattern(v)
		return v.Maybe() || (p == "" || p == hole) && !isNamed(v)
	})
}

// allows tells whether what bounds permissions certainly lets an action through, on every resource or on many. A boundary that
// can't be read may leave out anything.
func (b *boundary) allows(action string) bool {
	_, ok := b.lets(action)
	return ok
}

// limits tells whether what the boundary lets through of an action is within conditions, or one region.
func (b *boundary) limits(action string) bool {
	limited, ok := b.lets(action)
	return ok && limited
}

func (b *boundary) lets(action string) (limited, ok bool) {
	switch {
	case b == nil:
		return false, true
	case !b.certain:
		return false, false
	}
	l, known := b.letting[action]
	if !known {
		l.limited, l.ok = b.findLets(action)
		b.letting[action] = l
	}
	return l.limited, l.ok
}

func (b *boundary) findLets(action string) (limited, ok bool) {
	if slices.ContainsFunc(b.statements, func(s Statement) bool { return s.withholds(action, resource{all: true}) }) {
		return false, false
	}
	service, _, _ := strings.Cut(action, ":")
	limited = true
	for _, s := range b.statements {
		if g, granted := s.grant(action, none); granted && !s.isDenied(action, g.on) {
			limited = limited && (g.Limited || g.on.reach(service) == Region)
			ok = true
		}
	}
	return ok && limited, ok
}

// leavesOut tells whether what bounds permissions certainly lets no action of a pattern through that matters, on many resources.
func (b *boundary) leavesOut(action string) bool {
	return b != nil && b.whole && !b.allows(action)
}

// listed are the action patterns that the boundary lists and lets through; none where it lets through what it doesn't list.
func (b *boundary) listed() []Pattern {
	if b.list == nil && !b.allows(unlisted) {
		b.list = []Pattern{}
		for _, s := range b.statements {
			for _, p := range s.granted() {
				if s.Allows() && b.allows(p.Text) {
					b.list = append(b.list, p)
				}
			}
		}
	}
	return b.list
}
