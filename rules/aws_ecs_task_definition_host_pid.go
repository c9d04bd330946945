package rules

import (
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/ecs"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/nist"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/rule"
)

// HostPID reports tasks that see the processes of their host.
var HostPID = rule.Rule{
	Name:    "aws_ecs_task_definition_host_pid",
	Title:   "Processes of the host",
	Reports: "A task of ECS, or a Batch job on ECS, that sees the processes of its host. With the preset `all` also tasks whose containers see each other's.",
	Why: "The container sees every process of the host and of its neighbours, with their command lines and environments; as root it can stop them, " +
		"trace them, and reach the host's files through `/proc/1/root`.",
	Fix: "Remove `pid_mode`: by default each container has processes of its own. Where a monitor has to see the processes of its task, and no others:\n\n```hcl\npid_mode = \"task\"\n```",
	Silent: []string{
		"`pid_mode = \"task\"` (a notice with the preset `all`, unless the task has one container only).",
	},
	Peers: []string{"Security Hub ECS.3", "Checkov CKV_AWS_335 (reads the wrong place)", "Prowler `ecs_task_definitions_host_namespace_not_shared`"},
	Sources: []string{
		"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RegisterTaskDefinition.html#ECS-RegisterTaskDefinition-request-pidMode",
		"https://docs.aws.amazon.com/batch/latest/APIReference/API_EcsTaskProperties.html",
	},
	Risks:    []nist.Risk{nist.InsecureRuntimeConfiguration, nist.SharedKernel},
	Severity: rule.Error,
	Preset:   rule.Recommended,
	Reads:    ecs.TaskDefinitions(),
	Check: func(p *rule.Pass) {
		for _, t := range p.Tasks() {
			mode := t.Field("pidMode")
			switch {
			case mode.Is("host"):
				p.Report(mode, `%s sees and reaches the processes of its host; remove the PID mode, or set it to "task"`, t.Name())
			case mode.Is("task") && p.Everything && !t.Alone():
				p.ReportAs(rule.Notice, mode, `containers of %s see each other's processes; remove the PID mode unless one of them monitors the others`, t.Name())
			}
		}
	},
}
