package rules

import (
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/ecs"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/nist"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/rule"
)

// HostIPC reports tasks that share memory and queues with their host.
var HostIPC = rule.Rule{
	Name:  "aws_ecs_task_definition_host_ipc",
	Title: "Shared memory of the host",
	Reports: "A task of ECS, or a Batch job on ECS, that shares memory segments, semaphores and queues with its host. With the preset `all` also " +
		"tasks whose containers share them.",
	Why: "Databases and other programs exchange data in shared memory. A container in the host's IPC namespace can read and change what " +
		"the host, and every other task in it, keeps there.",
	Fix: "Remove `ipc_mode`, or keep what is shared inside the task, or from everybody:\n\n```hcl\nipc_mode = \"none\"\n```",
	Silent: []string{
		"`ipc_mode = \"task\"` (a notice with the preset `all`, unless the task has one container only).",
		"It is absent: the default is Docker's on the host, which is not the host's namespace.",
	},
	Sources: []string{
		"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RegisterTaskDefinition.html#ECS-RegisterTaskDefinition-request-ipcMode",
		"https://docs.aws.amazon.com/batch/latest/APIReference/API_EcsTaskProperties.html",
	},
	Risks:    []nist.Risk{nist.InsecureRuntimeConfiguration, nist.SharedKernel},
	Severity: rule.Error,
	Preset:   rule.Recommended,
	Reads:    ecs.TaskDefinitions(),
	Check: func(p *rule.Pass) {
		for _, t := range p.Tasks() {
			mode := t.Field("ipcMode")
			switch {
			case mode.Is("host"):
				p.Report(mode, `%s shares memory and queues with its host and all tasks that do so; remove the IPC mode, or set it to "task" or "none"`, t.Name())
			case mode.Is("task") && p.Everything && !t.Alone():
				p.ReportAs(rule.Notice, mode, `containers of %s share memory and queues; remove the IPC mode, or set it to "none", unless they need them`, t.Name())
			}
		}
	},
}
