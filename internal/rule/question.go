package rule

import (
	"slices"
	"strings"
	"sync"

	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/ecs"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/eval"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/terraform"
)

// Question is something about a task that is open: which of several values stands in a place, or whether a member is there.
type Question struct {
	// At is what the question is about.
	At *eval.Value
	// Answers are the facts of the task alone, once with each answer.
	Answers []*Facts
}

const (
	// maxAnswers bounds how many answers to open questions are looked at in a module, times the containers of a task and itself: every rule
	// about tasks looks at all of them once for each answer.
	maxAnswers = 4000
	// maxTogether is how many open questions of a task are also answered two at a time.
	maxTogether = 4
)

// asked is what is open about tasks, by what carries them, and how much of it there is in the module.
type asked struct {
	of      map[*terraform.Resource]*open
	answers int
}

type open struct {
	task      ecs.Task
	alone     lazy[*Facts]
	questions []Question
	complete  bool
}

func (f *Facts) openOf(t ecs.Task) *open {
	if f.asked == nil {
		f.asked = &asked{of: map[*terraform.Resource]*open{}}
	}
	if known := f.asked.of[t.Carrier]; known != nil {
		return known
	}
	variants, complete := t.Variants()
	o := &open{task: t, complete: complete}
	f.asked.of[t.Carrier] = o
	weight := 0
	if len(variants) > 0 {
		weight = 1 + len(t.Containers())
	}
	for _, v := range variants {
		if f.asked.answers += len(v.Tasks) * weight; f.asked.answers > maxAnswers {
			o.complete = false
			break
		}
		q := Question{At: v.At}
		for _, one := range v.Tasks {
			q.Answers = append(q.Answers, f.alone(one))
		}
		o.questions = append(o.questions, q)
	}
	return o
}

// Questions are what is open about a task. They are not complete where there are too many.
func (f *Facts) Questions(t ecs.Task) (questions []Question, complete bool) {
	o := f.openOf(t)
	return o.questions, o.complete
}

// open are the tasks of which something is open.
func (f *Facts) open() []*open {
	return f.undecided.get(func() []*open {
		var out []*open
		for _, t := range f.Tasks() {
			if o := f.openOf(t); len(o.questions) > 0 {
				out = append(out, o)
			}
		}
		return out
	})
}

// Further are the questions that are still open with an answer to the nth of several, without the earlier ones: two are answered
// together once. It is nil where too many are open.
func Further(questions []Question, n int, answer *Facts) []Question {
	if len(questions) > maxTogether {
		return nil
	}
	further, _ := answer.Questions(answer.Tasks()[0])
	return slices.DeleteFunc(slices.Clone(further), func(q Question) bool {
		return slices.ContainsFunc(questions[:n], func(earlier Question) bool { return earlier.At.Place().Same(q.At.Place()) })
	})
}

// alone are the facts of the module with nothing that runs containers, or takes variables as they do, but this task.
func (f *Facts) alone(t ecs.Task) *Facts {
	alone := NewFacts(f.Module)
	alone.Settings, alone.asked, alone.names = f.Settings, f.asked, f.names
	alone.tasks.get(func() []ecs.Task { return []ecs.Task{t} })
	alone.holders.get(func() []ecs.Holder { return nil })
	alone.scripts.get(func() []ecs.Script { return nil })
	return alone
}

// Alone are the facts of the module with this task alone.
func (f *Facts) Alone(t ecs.Task) *Facts {
	return f.openOf(t).alone.get(func() *Facts { return f.alone(t) })
}

// OfTasks tells whether the rule looks at nothing but tasks and their containers.
func (r *Rule) OfTasks() bool {
	carries := func(typ string) bool { return slices.Contains(ecs.Carriers(), typ) }
	ofContainers := strings.HasPrefix(r.Name, "aws_container_") && slices.ContainsFunc(r.Reads, carries)
	return !r.OfUnknown && (ofContainers || !slices.ContainsFunc(r.Reads, func(typ string) bool { return !carries(typ) }))
}

// inEveryCase are findings that are there whatever the answer to an open question is, each with another value.
func (p *Pass) inEveryCase() []Finding {
	var out []Finding
	for _, o := range p.open() {
		certain := sync.OnceValue(func() []Finding { return p.over(p.Alone(o.task)).findings() })
		found := p.foundInAll(o.questions, certain, false)
		if len(found) == 0 && len(o.questions) > 1 && len(o.questions) <= maxTogether {
			found = p.foundInAll(o.questions, certain, true)
		}
		out = append(out, found...)
	}
	for i := range out {
		out[i].Fix = nil // it would mend one of them
	}
	return out
}

// foundInAll are, of each question whose every answer leads to more findings than are certain, those of the mildest one.
func (p *Pass) foundInAll(questions []Question, certain func() []Finding, further bool) []Finding {
	var out []Finding
	for n, q := range questions {
		var mildest []Finding
		for i, answer := range q.Answers {
			found := more(p.over(answer).findings(), certain)
			if len(found) == 0 && further {
				found = p.foundInAll(Further(questions, n, answer), certain, false)
			}
			if i == 0 || len(found) == 0 || worst(found) > worst(mildest) {
				mildest = found
			}
			if len(mildest) == 0 {
				break
			}
		}
		out = append(out, mildest...)
	}
	return out
}

// more are the findings at other places than those that are certain, where there are more of them.
func more(findings []Finding, certain func() []Finding) []Finding {
	if len(findings) == 0 || len(findings) <= len(certain()) {
		return nil
	}
	return slices.DeleteFunc(findings, func(f Finding) bool {
		return slices.ContainsFunc(certain(), func(o Finding) bool { return o.Place.Key() == f.Place.Key() })
	})
}

// over is the same pass over other facts.
func (p *Pass) over(f *Facts) *Pass {
	other := *p
	other.Facts, other.inEveryAnswer = f, true
	return &other
}

// worst is the rank of the worst of some findings, 0 for an error.
func worst(findings []Finding) int {
	rank := len(Severities)
	for _, f := range findings {
		rank = min(rank, slices.Index(Severities, f.Severity))
	}
	return rank
}
