package rules

import (
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/nist"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/rule"
)

// CapabilitiesNotDropped reports containers that keep the capabilities that they have by default.
var CapabilitiesNotDropped = rule.Rule{
	Name:    "aws_container_capabilities_not_dropped",
	Title:   "Default capabilities not dropped",
	Reports: "A container of ECS that doesn't drop all Linux capabilities.",
	Why: "Docker gives each container 14 capabilities, of which most applications need none. Some help an attacker: `NET_RAW` forges packets, " +
		"`MKNOD` makes device nodes, `SETUID` and `SETFCAP` turn a program into root's.",
	Fix: "Drop all, and add back what the application needs. It works on Fargate too:\n\n" +
		"```hcl\nlinuxParameters = {\n  capabilities = {\n    add  = []\n    drop = [\"ALL\"]\n  }\n}\n```",
	Silent: []string{
		"The container is privileged, which is another finding.",
		"The task runs on Windows, or may.",
		"The carrier has no capabilities (Batch, App Runner, ECS Express).",
	},
	Peers: []string{"Stave CTL.ECS.SECURITY.CAPABILITIES.001"},
	Sources: []string{
		"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_KernelCapabilities.html",
		"https://docs.docker.com/engine/security/#linux-kernel-capabilities",
	},
	Risks:    []nist.Risk{nist.InsecureRuntimeConfiguration},
	Severity: rule.Notice,
	Preset:   rule.All,
	Reads:    []string{"aws_ecs_task_definition", "aws_ecs_daemon_task_definition"},
	Check: func(p *rule.Pass) {
		for _, c := range p.Containers() {
			if keeps := c.KeepsDefaultCapabilities(); keeps != nil && c.Can("capabilities") && c.IsLinux() && !c.Privileged().True() {
				p.Report(keeps, `%s keeps the capabilities that containers have by default, such as NET_RAW and MKNOD; drop ["ALL"], and add what it needs`, c.Name())
			}
		}
	},
}
