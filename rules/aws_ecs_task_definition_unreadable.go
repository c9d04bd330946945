package rules

import (
	"slices"

	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/ecs"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/eval"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/nist"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/rule"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/words"
)

// UnreadableTaskDefinition reports what of task definitions can't be checked.
var UnreadableTaskDefinition = rule.Rule{
	Name:    "aws_ecs_task_definition_unreadable",
	Title:   "Container definitions that can't be checked",
	Reports: "An ECS task definition of which all, or a part that decides whether it is secure, is not known, or is one of several values of which some are wrong and others are not.",
	Why: "What is not known is never reported, so silence means \"fine\" only where everything could be read. " +
		"For an audit, this rule says where it could not, and what would make it known.",
	Fix: "Give TFLint what it lacks. A variable gets its value from a default or from a tfvars file:\n\n" +
		"```console\n$ tflint --var-file=production.tfvars\n```\n\n" +
		"Modules from elsewhere are read after `terraform init`, with `--call-module-type=all`. What is known only after apply stays unknown: " +
		"write it out, or accept the notice with `tflint-ignore`.",
	OfUnknown: true,
	Silent: []string{
		"A text of which a part is known, such as `\"${aws_ecr_repository.app.repository_url}:1.2.3\"`: what is known of it is checked.",
		"One of several values that are all fine, or all wrong, such as one of two versions of an image.",
		"Fields that no rule looks at, or that only have to be there, such as `memory`.",
	},
	Sources:  []string{"https://github.com/terraform-linters/tflint/blob/master/docs/user-guide/calling-modules.md"},
	Risks:    []nist.Risk{nist.InsecureRuntimeConfiguration},
	Severity: rule.Notice,
	Preset:   rule.All,
	Reads:    []string{"aws_ecs_task_definition"},
	Check: func(p *rule.Pass) {
		for _, t := range p.Tasks() {
			if t.Carrier.Type != "aws_ecs_task_definition" {
				continue
			}
			reportGaps(p, t.Gaps())
			reportUndecided(p, t)
		}
	},
}

func reportGaps(p *rule.Pass, gaps []ecs.Gap) {
	for _, gap := range gaps {
		p.Report(gap.Value, "%s can't be checked: %s", gap.What, whyUnknown(gap.Value))
	}
}

// reportUndecided reports the open questions about a task on which it depends whether other rules report something, and what is
// not known of the answers.
func reportUndecided(p *rule.Pass, t ecs.Task) {
	questions, complete := p.Questions(t)
	if len(questions) == 0 && complete {
		return
	}
	u := undecided{p, t, judge(p, p.Alone(t)), t.Gaps()}
	var said []string
	for _, q := range questions {
		rules, more := u.by(q)
		if len(rules) == 0 || more && q.At.Cause() == nil {
			continue
		}
		said = append(said, rules...)
		u.report(q, rules)
	}
	for n, q := range questions {
		var rules []string
		for _, answer := range q.Answers {
			for _, further := range rule.Further(questions, n, answer) {
				together, _ := u.by(further)
				rules = append(rules, slices.DeleteFunc(together, func(name string) bool { return slices.Contains(said, name) })...)
			}
		}
		said = append(said, rules...)
		u.report(q, rules)
	}
	if !complete {
		p.Report(t.Carrier.Value, "%s can't be checked whole: more of its conditions are open than can be tried out; give the variables in them a value", t.Name())
	}
}

// undecided is what is certain about a task of which something is open.
type undecided struct {
	*rule.Pass
	task  ecs.Task
	found map[string]int
	gaps  []ecs.Gap
}

func (u undecided) report(q rule.Question, rules []string) {
	if len(rules) > 0 {
		slices.Sort(rules)
		u.Report(q.At, "%s can't be checked by %s: %s", u.task.Name(), words.List(slices.Compact(rules), 3), whyUnknown(q.At))
	}
}

// by are the rules that find more with some answers to a question, and not with others. What is not known of an answer is reported;
// more tells whether something was.
func (u undecided) by(q rule.Question) (rules []string, more bool) {
	with := map[string]int{} // how many answers a rule finds more with
	for _, answer := range q.Answers {
		for name, n := range judge(u.Pass, answer) {
			if n > u.found[name] {
				with[name]++
			}
		}
		gaps := slices.DeleteFunc(answer.Tasks()[0].Gaps(), func(g ecs.Gap) bool {
			return slices.ContainsFunc(u.gaps, func(known ecs.Gap) bool { return known.What == g.What })
		})
		reportGaps(u.Pass, gaps)
		more = more || len(gaps) > 0
	}
	for name, n := range with {
		if n < len(q.Answers) {
			rules = append(rules, name)
		}
	}
	return rules, more
}

// taskRules are the rules about tasks. A rule can't name the list of all rules, so they are found later.
var taskRules []*rule.Rule

func init() {
	for i := range All {
		if r := &All[i]; r.OfTasks() {
			taskRules = append(taskRules, r)
		}
	}
}

// judge is how many findings the rules about tasks have, by the rule's name.
func judge(p *rule.Pass, over *rule.Facts) map[string]int { return p.Others(taskRules, over) }

// unnamed is what is not known where nothing has a name.
const unnamed = "a part of it"

// whyUnknown says why a value is not known, and what would make it known.
func whyUnknown(v *eval.Value) string {
	cause := v.Cause()
	if cause == nil {
		return "it is not known here; write it out where it is used"
	}
	what := cause.What
	if what == "" {
		what = unnamed
	}
	if cause.Inner != nil {
		for cause.Inner != nil {
			cause = cause.Inner
		}
		if cause.What != "" {
			what += " comes from " + cause.What + ", which"
		}
	}
	switch cause.Kind {
	case eval.Variable:
		return what + " has no value here; give it a default, or name a tfvars file with --var-file"
	case eval.ModuleOutput:
		return what + " is the output of a module that is not installed here; run terraform init, and tflint with --call-module-type=all"
	case eval.DataSource, eval.Workspace:
		return what + " is read only when Terraform runs; write it out where it is used"
	case eval.ResourceAttribute:
		return what + " is known only after apply; write it out where it is used"
	case eval.File:
		return what + " can't be read; check that the file is there, and not made by another step"
	case eval.Function:
		return what + " can't be evaluated here; write its result out"
	case eval.Sensitive:
		return what + " is sensitive and never looked at; move what has to be checked to a value that is not"
	case eval.TooLarge:
		return what + " is too large to be evaluated; split it"
	case eval.Undecided:
		return what + " is one of many values, and it is not known which; write it out where it is used"
	case eval.Broken:
		if what == unnamed {
			what = "an expression in it"
		}
		return what + " is wrong and can't be evaluated; run terraform validate"
	}
	return what + " may come from something that is not known; write it out where it is used"
}
