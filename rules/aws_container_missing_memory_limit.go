package rules

import (
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/ecs"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/nist"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/rule"
)

// MissingMemoryLimit reports containers that may use all memory of their host.
var MissingMemoryLimit = rule.Rule{
	Name:    "aws_container_missing_memory_limit",
	Title:   "No memory limit",
	Reports: "A container of an ECS task on instances that has no hard memory limit, neither its own nor the task's. `memoryReservation` is no limit.",
	Why: "A container with a leak, or one that an attacker makes work, takes the memory of the host until the kernel kills processes: " +
		"those of other tasks, or the ECS agent's.",
	Fix: "Set `memory` for the container, or for the whole task:\n\n```hcl\nmemory            = 512\nmemoryReservation = 256\n```",
	Silent: []string{
		"The task has a `memory` of its own.",
		"The task runs on Fargate, or may: there a size is mandatory.",
		"Batch, which doesn't take a job without memory; carriers that have no such field.",
	},
	Peers: []string{"AWS Config `ecs-task-definition-memory-hard-limit`", "Control Tower CT.ECS.PR.7"},
	Sources: []string{
		"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html#ECS-Type-ContainerDefinition-memory",
	},
	Risks:    []nist.Risk{nist.InsecureRuntimeConfiguration},
	Severity: rule.Warning,
	Preset:   rule.Recommended,
	Reads:    ecs.Carriers(),
	Check: func(p *rule.Pass) {
		for _, c := range p.Containers() {
			memory := c.Field("memory")
			switch {
			case !c.Can("memory") || !memory.Absent() || !c.Task.Field("memory").Absent() || !c.Task.OnInstances():
			case c.Field("memoryReservation").Present():
				p.Report(memory, "%s has a memory reservation but no limit, and can use all memory of its host; set memory", c.Name())
			default:
				p.Report(memory, "%s has no memory limit and can use all memory of its host; set memory for it or for the task", c.Name())
			}
		}
	},
}
