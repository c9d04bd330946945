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
}

// Conditions are the conditions that the statement certainly has. open tells that it may have others.
func (s Statement) Conditions() (list []Condition, open bool) {
	block := s.value.GetFold("Condition")
	if block.Absent() {
		return nil, false
	}
	if len(block.Alternatives()) > 1 || !block.IsObject() {
		return nil, true
	}
	open = block.Open()
	for _, operator := range block.Keys() {
		tests := block.Get(operator)
		open = open || tests.Open() || !tests.IsObject()
		for _, key := range tests.Keys() {
			values := tests.Get(key)
			if values.Maybe() || len(tests.Alternatives()) > 1 {
				open = true
				continue
			}
			list = append(list, Condition{operator, key, values})
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

// anyValue tells whether a value is a bare wildcard.
func (c Condition) anyValue() bool {
	return c.some(func(s string) bool { return s != "" && strings.Trim(s, "*") == "" })
}
