package iam

import (
	"slices"

	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/eval"
)

// Everywhere is the resource pattern by which the statement certainly allows everyone every action of a service on every
// resource, without a condition that limits it; nil where it doesn't. It is for policies that bound what others grant, such as
// those of VPC endpoints.
func (s Statement) Everywhere(service string) *eval.Value {
	principal, anyone := s.Anyone()
	if !s.Allows() || !anyone || principal.Federated || principal.AllBut || s.Limit() != Unlimited || !s.NotResources().Absent() {
		return nil
	}
	where, reached := widest(s.resources(), func(r resource) Reach { return r.reach(service) })
	if reached < Everything || !slices.ContainsFunc(s.ActionPatterns(), func(p Pattern) bool {
		return p.isWhole() && p.Matches(service+":*")
	}) {
		return nil
	}
	return where.value.WhereUsed()
}

// MayLimit tells whether a Deny of the document keeps out some who call or some of what is called, or whether there may be one:
// what people write beside a statement that allows everything.
func (d Document) MayLimit() bool {
	for _, text := range d.argument.Alternatives() {
		list := text.DecodeJSON().GetFold("Statement")
		if list.Open() || slices.ContainsFunc(list.Items(), (*eval.Value).Unknown) {
			return true
		}
	}
	return slices.ContainsFunc(d.Statements(), func(s Statement) bool {
		if s.Allows() {
			return false
		}
		conditions, open := s.Conditions()
		return open || len(conditions) > 0 || !s.NotPrincipals().Absent() || !s.NotResources().Absent() || s.mayTakeBack("*")
	})
}
