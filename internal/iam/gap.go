package iam

import (
	"slices"

	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/eval"
)

// Gap is a part of a policy that can't be checked because it is not known.
type Gap struct {
	// What is the part, in a message: the actions of statement "Pull" of aws_iam_policy.ci.
	What string
	// Value is what is not known.
	Value *eval.Value
}

// Gaps are the parts of the module's policies of identities and of its trust policies that can't be checked.
func (v *View) Gaps() []Gap {
	var gaps []Gap
	for _, d := range v.identityPolicies() {
		gaps = append(gaps, d.gaps(Statement.grantGaps)...)
	}
	for _, r := range v.module.Resources(roleType) {
		d := NewDocument(v.module, "the trust policy of "+r.Address(), r.Get("assume_role_policy"))
		gaps = append(gaps, d.gaps(Statement.trustGaps)...)
	}
	return gaps
}

func (d Document) gaps(of func(Statement) []Gap) []Gap {
	list := d.value.GetFold("Statement")
	if d.value.Unknown() || list.Unknown() {
		return []Gap{{d.Name, d.value}}
	}
	var gaps []Gap
	for _, item := range list.Items() {
		if item.Unknown() {
			gaps = append(gaps, Gap{"a statement of " + d.Name, item})
		}
	}
	if list.Open() && len(gaps) == 0 {
		gaps = append(gaps, Gap{"some statements of " + d.Name, list.FirstUnknown()})
	}
	for _, s := range d.Statements() {
		if !s.isForeign() {
			gaps = append(gaps, of(s)...)
		}
	}
	return gaps
}

// grantGaps are the gaps of a statement of an identity's policy: what it grants, and which of several things.
func (s Statement) grantGaps() []Gap {
	gaps := s.elementGaps()
	is := s.Excess()
	isMore := func(o Statement) bool {
		e := o.Excess()
		return e != nil && (is == nil || e.isWorse(is))
	}
	for _, choice := range s.value.Choices() {
		for _, value := range choice.Values {
			one := s.as(value)
			if isMore(one) {
				gaps = append(gaps, Gap{s.Label(), choice.At})
			}
			gaps = append(gaps, one.elementGaps()...)
		}
	}
	if s.Limit() == Unknowable && isMore(s.withoutOthers()) {
		gaps = append(gaps, Gap{"the conditions of " + s.Label(), s.value.GetFold("Condition").FirstUnknown()})
	}
	return gaps
}

// trustGaps are the gaps of a statement of a trust policy: whom it trusts.
func (s Statement) trustGaps() []Gap {
	gaps := slices.Concat(s.gapsIn("the effect", s.value.GetFold("Effect"), never), s.principalGaps())
	_, anyone := s.Anyone()
	for _, choice := range s.value.Choices() {
		if slices.ContainsFunc(choice.Values, func(v *eval.Value) bool { _, open := s.as(v).Anyone(); return open && !anyone }) {
			gaps = append(gaps, Gap{s.Label(), choice.At})
		}
	}
	return gaps
}

func (s Statement) principalGaps() []Gap {
	trusted := s.Principals()
	if trusted.Unknown() {
		return s.gapsIn("the principals", trusted, isName)
	}
	var gaps []Gap
	open := trusted.HasOthers()
	for _, e := range trusted.Entries() {
		open = open || e.Value.HasOthers()
		for _, leaf := range e.Value.Leaves() {
			if leaf.Unknown() && !isName(leaf) {
				gaps = append(gaps, Gap{"one of the principals of " + s.Label(), leaf})
			}
		}
	}
	if u := trusted.FirstUnknown(); open && len(gaps) == 0 && !isName(u) {
		gaps = append(gaps, Gap{"some of the principals of " + s.Label(), u})
	}
	return gaps
}

// as is the statement with other elements.
func (s Statement) as(value *eval.Value) Statement {
	s.value, s.elements = value, read(value)
	return s
}

// withoutOthers is the statement without the conditions that are not known.
func (s Statement) withoutOthers() Statement {
	e := *s.elements
	e.open = false
	s.elements = &e
	return s
}

func (s Statement) elementGaps() []Gap {
	return slices.Concat(
		s.gapsIn("the effect", s.value.GetFold("Effect"), never),
		s.gapsIn("the actions", s.Actions(), never),
		s.gapsIn("the excepted actions", s.NotActions(), never),
		s.gapsIn("the resources", s.Resources(), isName),
		s.gapsIn("the excepted resources", s.NotResources(), isName),
	)
}

// gapsIn is what is not known of an element, but for what is fine whatever it is.
func (s Statement) gapsIn(what string, element *eval.Value, isFine func(*eval.Value) bool) []Gap {
	what += " of " + s.Label()
	if element.Unknown() {
		if isFine(element) {
			return nil
		}
		return []Gap{{what, element}}
	}
	var gaps []Gap
	for _, item := range element.Items() {
		if item.Unknown() && !isFine(item) {
			gaps = append(gaps, Gap{"one of " + what, item})
		}
	}
	if u := element.FirstUnknown(); len(gaps) == 0 && element.HasOthers() && !isFine(u) {
		gaps = append(gaps, Gap{"some of " + what, u})
	}
	return gaps
}

func never(*eval.Value) bool { return false }

// isName tells whether a value that is not known names one thing for certain: the ARN of a resource, of a data source or of
// what a module makes is no wildcard.
func isName(v *eval.Value) bool {
	cause := v.Cause()
	return cause != nil && (cause.Kind == eval.ResourceAttribute || cause.Kind == eval.DataSource || cause.Kind == eval.ModuleOutput)
}
