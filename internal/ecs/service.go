package ecs

import (
	"slices"

	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/eval"
)

// RunsForEver tells whether something of the module certainly keeps the task running, as a service does: what only starts it
// may be waiting for it to end.
func (t Task) RunsForEver() bool {
	return t.Carrier.Type == "aws_ecs_daemon_task_definition" || slices.ContainsFunc(t.runners.of[t.Carrier.Address()], isService)
}

// isService tells a service or a task set from a target of an event rule.
func isService(runner *eval.Value) bool { return !runner.Get("task_definition").Absent() }

// MayBeBalanced tells whether a load balancer checks the health of the task, or may: one of a service that runs it, or of one
// that can't be told what it runs.
func (t Task) MayBeBalanced() bool {
	return slices.ContainsFunc(slices.Concat(t.runners.of[t.Carrier.Address()], t.runners.ofUnknown), func(r *eval.Value) bool {
		balancers := r.Get("load_balancer")
		return isService(r) && (balancers.Open() || len(balancers.Items()) > 0)
	})
}
