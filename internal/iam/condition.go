package iam

import (
	"slices"
	"strings"

	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/eval"
)

// Condition is one test of a statement: an operator, a key of the request, and the values of which one has to match.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition.html
type Condition struct {
	Operator string // as it is written: ForAnyValue:StringLike
	Key      string
	Values   *eval.Value // a list, or a single value
	// Name is the key as it is written: "${local.issuer}:sub".
	Name *eval.Value
}

// Conditions are the conditions that the statement certainly has, and whose keys are known. open tells that it may have others.
func (s Statement) Conditions() (list []Condition, open bool) {
	all, open := s.namedConditions()
	for _, c := range all {
		if c.Key == "" {
			open = true
			continue
		}
		list = append(list, c)
	}
	return list, open
}

// namedConditions are the conditions that the statement certainly has. Key is empty where it is not wholly known: then Name
// tells what is known of it.
func (s Statement) namedConditions() (list []Condition, open bool) {
	return s.elements.conditions, s.elements.open
}

func readConditions(block *eval.Value) (list []Condition, open bool) {
	if block.Absent() {
		return nil, false
	}
	if len(block.Alternatives()) > 1 || !block.IsObject() {
		return nil, true
	}
	open = block.HasOthers()
	for _, tests := range block.Entries() {
		operator, known := tests.Key.Text()
		if !known || tests.Maybe || len(tests.Value.Alternatives()) > 1 || !tests.Value.IsObject() {
			open = true
			continue
		}
		open = open || tests.Value.HasOthers()
		for _, test := range tests.Value.Entries() {
			if test.Maybe {
				open = true
				continue
			}
			key, _ := test.Key.Text()
			list = append(list, Condition{operator, key, test.Value, test.Key})
		}
	}
	return list, open
}

// test is the operator without what is said of many values and of missing keys.
func (c Condition) test() string {
	op := strings.ToLower(c.Operator)
	op = strings.TrimPrefix(op, "foranyvalue:")
	op = strings.TrimPrefix(op, "forallvalues:")
	return strings.TrimSuffix(op, "ifexists")
}

// plain is the condition with what is said of many values and of missing keys left out.
func (c Condition) plain() Condition {
	c.Operator = c.test()
	return c
}

// opposite is a negated condition without the negation: what a Deny with the one lets in is what an Allow with the other does.
// What lacks the key passes a negated test, with …IfExists or without, and ForAllValues; ForAnyValue it doesn't pass.
func (c Condition) opposite() Condition {
	if !c.negated() {
		return c
	}
	anyValue := strings.HasPrefix(strings.ToLower(c.Operator), "foranyvalue:")
	c.Operator = strings.Replace(c.test(), "not", "", 1)
	if anyValue {
		c.Operator = "forallvalues:" + c.Operator
	}
	return c
}

// vacuous tells whether a request passes the test although it has no such key, or whatever the key's value is but for some:
// ForAllValues, …IfExists and negated operators keep nobody out who wants to come in.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html
func (c Condition) vacuous() bool {
	op := strings.ToLower(c.Operator)
	return strings.HasPrefix(op, "forallvalues:") || strings.HasSuffix(op, "ifexists") || c.negated()
}

// negated tells whether the test is passed by what does not match: StringNotEquals, NotIpAddress.
func (c Condition) negated() bool { return strings.Contains(c.test(), "not") }

// is tells whether the key is one of keys, which are lower case; those that end in "/" or ":" stand for all that begin so.
func (c Condition) is(keys []string) bool {
	key := strings.ToLower(c.Key)
	return slices.ContainsFunc(keys, func(k string) bool {
		return key == k || strings.HasSuffix(k, "/") && strings.HasPrefix(key, k)
	})
}

// some tells whether one of the values is known and certainly there, and f holds of it.
func (c Condition) some(f func(value string) bool) bool {
	return slices.ContainsFunc(c.Values.CertainItems(), func(v *eval.Value) bool {
		s, ok := v.Text()
		return ok && f(s)
	})
}

// says tells whether one of the values is known, certainly there, and the word: true or false, in any case.
func (c Condition) says(word string) bool {
	return c.some(func(s string) bool { return strings.EqualFold(s, word) })
}

// anyValue tells whether a value is a bare wildcard.
func (c Condition) anyValue() bool {
	return c.some(func(s string) bool { return s != "" && strings.Trim(s, "*") == "" })
}
