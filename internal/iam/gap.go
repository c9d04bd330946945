package iam

import (
	"slices"
	"strings"

	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/eval"
)

// Gap is a part of a policy that can't be checked because it is not known.
type Gap struct {
	// What is the part, in a message: the actions of statement "Pull" of aws_iam_policy.ci.
	What string
	// Value is what is not known.
	Value *eval.Value
}

// Gaps are the parts of the module's policies of identities, of its trust policies, and of what is attached, that can't be checked.
func (v *View) Gaps() []Gap {
	var gaps []Gap
	for _, d := range slices.Concat(v.identityPolicies(), v.HandedOut()) {
		gaps = append(gaps, d.gaps(Statement.grantGaps)...)
	}
	for _, r := range v.module.Resources(roleType) {
		d := NewDocument(v.module, "the trust policy of "+r.Address(), r.Get("assume_role_policy"))
		gaps = append(gaps, d.gaps(Statement.trustGaps)...)
	}
	return append(gaps, v.attachmentGaps()...)
}

// attachmentGaps are the policies that are attached, of which it is not known which they are: AWS's own may give too much.
func (v *View) attachmentGaps() []Gap {
	var gaps []Gap
	for _, a := range attachments {
		for _, r := range v.module.Resources(a.typ) {
			what := " of " + r.Address()
			attached := r.Get(a.policy)
			for _, item := range attached.Items() {
				if len(item.Alternatives()) > 1 && slices.ContainsFunc(item.Alternatives(), isBroadPolicy) {
					gaps = append(gaps, Gap{a.policy + what, item})
				}
			}
			if o := attached.Others(); o != nil && o.Blank() && !isName(o) {
				gaps = append(gaps, Gap{a.policy + what, o})
			}
		}
	}
	return gaps
}

// isBroadPolicy tells whether a value names a policy of AWS's own that gives much.
func isBroadPolicy(arn *eval.Value) bool {
	s, _ := arn.Text()
	name := s[strings.LastIndexByte(s, '/')+1:]
	_, broad := Broad(name)
	return broad || slices.Contains(Admins, name)
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
	if o := list.Others(); o != nil && !o.IsObject() && len(gaps) == 0 {
		gaps = append(gaps, Gap{"some statements of " + d.Name, o})
	}
	for _, s := range d.Statements() {
		if !s.isForeign() {
			gaps = append(gaps, of(s)...)
		}
	}
	return gaps
}

// grantGaps are the gaps of a statement of an identity's policy: what it grants, and which of several things. What a Deny leaves open
// hides nothing.
func (s Statement) grantGaps() []Gap {
	if s.Denies() || s.Principals().Present() {
		return nil
	}
	gaps := s.elementGaps()
	for _, q := range s.questions() {
		least, isMore := s.least(q)
		for _, one := range q.answers {
			if one.grantsMoreThan(least) || isMore && one.escalatesBeyond(least) {
				gaps = append(gaps, Gap{s.Label(), q.at})
			}
			if len(gaps) == 0 {
				gaps = append(gaps, one.elementGaps()...)
			}
		}
	}
	if s.Limit() == Unknowable && s.withoutOthers().grantsMoreThan(s) {
		gaps = append(gaps, Gap{"the conditions of " + s.Label(), s.value.GetFold("Condition").Reason()})
	}
	if deny := s.optionalDenial(); deny != nil && s.withoutOptionalDenials().grantsMoreThan(s) {
		gaps = append(gaps, Gap{s.Label(), deny.value})
	}
	return gaps
}

// grantsMoreThan tells whether a rule on single statements finds more in a statement than in another one.
func (s Statement) grantsMoreThan(o Statement) bool {
	if s.rolePass() != nil && o.rolePass() == nil {
		return true
	}
	e, is := s.Excess(), o.Excess()
	return e != nil && (is == nil || e.isWorse(is))
}

// escalatesBeyond tells whether a statement has an action of a way to the permissions of others that another one lacks: together with
// other statements it may be one.
func (s Statement) escalatesBeyond(o Statement) bool {
	if !s.Allows() {
		return false
	}
	for _, c := range Combinations() {
		if c.Weight == Severe && slices.ContainsFunc(c.all, func(a string) bool { return s.Covers(a) && !o.Covers(a) }) {
			return true
		}
	}
	return false
}

func (s Statement) optionalDenial() *Statement {
	if i := slices.IndexFunc(s.denies, Statement.Maybe); i >= 0 {
		return &s.denies[i]
	}
	return nil
}

func (s Statement) withoutOptionalDenials() Statement {
	s.denies = slices.DeleteFunc(slices.Clone(s.denies), Statement.Maybe)
	return s
}

// trustGaps are the gaps of a statement of a trust policy: whom it trusts, and under which conditions.
func (s Statement) trustGaps() []Gap {
	gaps := slices.Concat(s.gapsIn("the effect", s.value.GetFold("Effect"), never), s.gapsIn("the actions", s.Actions(), never), s.principalGaps())
	_, anyone := s.Anyone()
	for _, q := range s.questions() {
		if slices.ContainsFunc(q.answers, func(one Statement) bool {
			_, open := one.Anyone()
			return open && !anyone || one.Limit() != s.Limit() || s.Allows() != one.Allows()
		}) {
			gaps = append(gaps, Gap{s.Label(), q.at})
		}
	}
	if _, open := s.namedConditions(); open && len(gaps) == 0 {
		gaps = append(gaps, Gap{"the conditions of " + s.Label(), s.value.GetFold("Condition").Reason()})
	}
	return gaps
}

func (s Statement) principalGaps() []Gap {
	trusted := s.Principals()
	if trusted.Blank() {
		return s.gapsIn("the principals", trusted, isName)
	}
	var gaps []Gap
	others := trusted.Others()
	for _, e := range trusted.Entries() {
		if e.Value.Blank() {
			gaps = append(gaps, s.gapsIn("the principals", e.Value, isName)...)
			continue
		}
		if o := e.Value.Others(); others == nil {
			others = o
		}
		for _, item := range e.Value.Items() {
			for _, leaf := range item.Leaves() {
				if leaf.Blank() && !isName(leaf) || item.Maybe() && leaf.Is("*") {
					gaps = append(gaps, Gap{"one of the principals of " + s.Label(), leaf.Because(item.Cause())})
				}
			}
		}
	}
	if others != nil && others.Blank() && len(gaps) == 0 && !isName(others) {
		gaps = append(gaps, Gap{"some of the principals of " + s.Label(), others})
	}
	return gaps
}

// withoutOthers is the statement without the conditions that are not known.
func (s Statement) withoutOthers() Statement {
	e := *s.elements
	e.open = false
	e.conditions = slices.DeleteFunc(slices.Clone(e.conditions), func(c Condition) bool { return c.Key == "" })
	s.elements = &e
	return s
}

// elementGaps are the elements that are not known, where it matters: resources only if every resource were too many.
func (s Statement) elementGaps() []Gap {
	gaps := slices.Concat(
		s.gapsIn("the effect", s.value.GetFold("Effect"), never),
		s.gapsIn("the actions", s.Actions(), never),
		s.gapsIn("the excepted actions", s.NotActions(), never),
		s.gapsIn("the excepted resources", s.NotResources(), isName),
	)
	if everywhere := s.onEverything(); len(gaps) > 0 || everywhere.grantsMoreThan(s) || everywhere.reads() {
		gaps = append(gaps, s.gapsIn("the resources", s.Resources(), isName)...)
	}
	return gaps
}

// onEverything is the statement for every resource.
func (s Statement) onEverything() Statement {
	e := *s.elements
	e.resource = eval.NewText("*", s.Resources().Place())
	e.resources = readResources(e.resource, e.notResource, (*eval.Value).Items)
	s.elements = &e
	return s
}

// reads tells whether the statement lets its holder read objects, which a rule doesn't want of hosts.
func (s Statement) reads() bool { return s.Covers("s3:GetObject") }

// gapsIn is what is not known of an element, but for what is fine whatever it is: one gap, for what explains it explains the rest.
func (s Statement) gapsIn(what string, element *eval.Value, isFine func(*eval.Value) bool) []Gap {
	what += " of " + s.Label()
	if element.Blank() {
		if isFine(element.Reason()) {
			return nil
		}
		return []Gap{{what, element.Reason()}}
	}
	for _, item := range element.Items() {
		if item.Blank() && !isFine(item.Reason()) {
			return []Gap{{"one of " + what, item.Reason()}}
		}
	}
	if o := element.Others(); o != nil && o.Blank() && !isFine(o.Reason()) {
		return []Gap{{"some of " + what, o.Reason()}}
	}
	return nil
}

func never(*eval.Value) bool { return false }

// isName tells whether a value that is not known names one thing for certain: the ARN of a resource, of a data source or of
// what a module makes is no wildcard.
func isName(v *eval.Value) bool {
	cause := v.Cause()
	return cause != nil && (cause.Kind == eval.ResourceAttribute || cause.Kind == eval.DataSource || cause.Kind == eval.ModuleOutput)
}
