package rules

import (
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/nist"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/rule"
)

// FaultInjection reports task definitions in which a container may break the network of its task.
var FaultInjection = rule.Rule{
	Name:    "aws_ecs_task_definition_fault_injection",
	Title:   "Fault injection enabled",
	Reports: "A task definition with `enable_fault_injection = true`.",
	Why: "Every container of the task, and whoever gets code to run in one, can then ask the ECS agent to drop or delay the task's traffic: " +
		"an outage on request.",
	Fix: "Remove it, which is false by default, or keep it to the environments in which faults are tried:\n\n```hcl\nenable_fault_injection = false\n```\n\n`tflint --fix` changes `true` to `false`.",
	Silent: []string{
		"The family says that it is for that, see the option `families`.",
	},
	Sources:  []string{"https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fault-injection.html"},
	Risks:    []nist.Risk{nist.InsecureRuntimeConfiguration},
	Severity: rule.Warning,
	Preset:   rule.Recommended,
	Options: []rule.Option{{
		Name: "families", Default: []string{"*chaos*", "*fault*", "*test*"},
		Doc: "Families that may have it; `*` is any text.", Check: checkPatterns,
	}},
	Reads: []string{"aws_ecs_task_definition"},
	Check: func(p *rule.Pass) {
		for _, t := range p.Tasks() {
			enabled := t.Field("enableFaultInjection")
			if enabled.True() && !likeAny(p.Strings("families"), t.Field("family")) {
				p.ReportFix(rule.Fix{Old: "true", New: "false"}, enabled, "containers of %s can break its network through fault injection; remove enable_fault_injection", t.Name())
			}
		}
	},
}
