package iam

import "github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/eval"

// question is something about a statement that is open: which of several values stands in a place, or whether an element is there.
type question struct {
	at      *eval.Value
	answers []Statement // the statement with each of them
}

// maxQuestions bounds how many questions about a statement are looked at.
const maxQuestions = 16

func (s Statement) questions() []question {
	choices, _ := s.value.Choices()
	choices = choices[:min(len(choices), maxQuestions)]
	out := make([]question, len(choices))
	for i, choice := range choices {
		out[i].at = choice.At
		for _, value := range choice.Values {
			one := s
			one.value, one.elements = value, read(value)
			out[i].answers = append(out[i].answers, one)
		}
	}
	return out
}

// least is the statement as it is at least: with the mildest answer to a question, where each says more than the statement does; isMore
// tells whether that is so.
func (s Statement) least(q question) (least Statement, isMore bool) {
	least = s
	for i, one := range q.answers {
		if !one.grantsMoreThan(s) {
			return s, false
		}
		if i == 0 || least.grantsMoreThan(one) {
			least = one
		}
	}
	return least, true
}

// excessInEveryCase is what is too much about the statement whatever the answer to a question is: what is least so. It is nil where
// nothing is open.
func (s Statement) excessInEveryCase(idle func(p Pattern, action string) bool) *Excess {
	e := inEveryCase(s, func(one Statement) *Excess { return one.excess(idle) }, (*Excess).isWorse)
	if e != nil {
		e.InEveryCase = true
	}
	return e
}

// rolePassInEveryCase is rolePass, or what it is whatever the answer to a question is.
func (s Statement) rolePassInEveryCase() *RolePass {
	p := s.rolePass()
	if p == nil {
		if p = inEveryCase(s, Statement.rolePass, (*RolePass).isWorse); p != nil {
			p.InEveryCase = true
		}
	}
	return p
}

// inEveryCase is the mildest of what is found with each answer to a question, if there is something with every one. Of several
// questions it is the worst of that, or, where there are few, of what is found with the answers to two of them.
func inEveryCase[T any](s Statement, find func(Statement) *T, isWorse func(a, b *T) bool) *T {
	questions := s.questions()
	found := mildestOfAny(questions, find, isWorse)
	if len(questions) < 2 || len(questions) > maxTogether {
		return found
	}
	together := mildestOfAny(questions, func(one Statement) *T { return mildestOfAny(one.questions(), find, isWorse) }, isWorse)
	if found == nil || together != nil && isWorse(together, found) {
		return together
	}
	return found
}

// maxTogether is how many questions about a statement are also answered two at a time.
const maxTogether = 4

func mildestOfAny[T any](questions []question, find func(Statement) *T, isWorse func(a, b *T) bool) *T {
	var found *T
	for _, q := range questions {
		if mildest := mildestOf(q.answers, find, isWorse); mildest != nil && (found == nil || isWorse(mildest, found)) {
			found = mildest
		}
	}
	return found
}

// mildestOf is the mildest of what is found with each answer, nil if there is nothing with one.
func mildestOf[T any](answers []Statement, find func(Statement) *T, isWorse func(a, b *T) bool) *T {
	var mildest *T
	for _, one := range answers {
		switch found := find(one); {
		case found == nil:
			return nil
		case mildest == nil || isWorse(mildest, found):
			mildest = found
		}
	}
	return mildest
}
