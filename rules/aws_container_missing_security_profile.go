package rules

import (
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/nist"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/rule"
)

// MissingSecurityProfile reports containers on instances without security options of their own.
var MissingSecurityProfile = rule.Rule{
	Name:    "aws_container_missing_security_profile",
	Title:   "No security options",
	Reports: "A container of ECS on instances without `no-new-privileges`, or without an SELinux label or an AppArmor profile of its own.",
	Why: "With `no-new-privileges` a process can't become root through a setuid program. A label or a profile for the application keeps it from what it " +
		"doesn't need on the host, also where the rest of the isolation fails.",
	Fix: "Set both. Hosts have to be told, by `ECS_SELINUX_CAPABLE` or `ECS_APPARMOR_CAPABLE` in the ECS agent's configuration; Amazon Linux has SELinux, Ubuntu AppArmor:\n\n" +
		"```hcl\ndockerSecurityOptions = [\"no-new-privileges\", \"label:type:web_t\"]\n```",
	Silent: []string{
		"It is not certain that the task runs on instances: Fargate doesn't take the options.",
		"The container is privileged, or the task runs on Windows, or may.",
		"An option turns the protection off, which is `aws_container_unconfined_security_profile`.",
		"The carrier has no such field (Batch, App Runner, ECS Express, daemons).",
	},
	Sources: []string{
		"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html#ECS-Type-ContainerDefinition-dockerSecurityOptions",
		"https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-agent-config.html",
	},
	Risks:    []nist.Risk{nist.SharedKernel, nist.HostFileSystemTampering},
	Severity: rule.Notice,
	Preset:   rule.All,
	Reads:    []string{"aws_ecs_task_definition"},
	Check: func(p *rule.Pass) {
		for _, c := range p.Containers() {
			if !c.Can("dockerSecurityOptions") || !c.Task.OnInstances() || !c.IsLinux() || c.Privileged().True() {
				continue
			}
			options := c.SecurityOptions()
			privileges := c.LacksSecurityOptions("no-new-privileges")
			profile := c.LacksSecurityOptions("label:", "label=", "apparmor:", "apparmor=")
			switch {
			case privileges && profile:
				p.Report(options, `%s has no security options: its processes can gain privileges, and no profile of its own confines them; set dockerSecurityOptions to "no-new-privileges" and a label or profile`, c.Name())
			case privileges:
				p.Report(options, `processes of %s can gain privileges through setuid programs; add "no-new-privileges" to dockerSecurityOptions`, c.Name())
			case profile:
				p.Report(options, `no SELinux label or AppArmor profile of its own confines %s; add one to dockerSecurityOptions`, c.Name())
			}
		}
	},
}
