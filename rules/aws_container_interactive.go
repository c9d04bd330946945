package rules

import (
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/nist"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/rule"
)

// Interactive reports containers that wait for somebody to type.
var Interactive = rule.Rule{
	Name:    "aws_container_interactive",
	Title:   "Interactive container",
	Reports: "A container of ECS with `interactive` or `pseudoTerminal`.",
	Why: "A service needs neither standard input nor a terminal. They are left over from debugging, and keep a shell open that would end without them: " +
		"a place to type commands for whoever reaches the host.",
	Fix:    "Remove both. To look into a running container use ECS Exec, which has a log:\n\n```hcl\nenable_execute_command = true # of the service, while you need it\n```",
	Silent: []string{"The carrier has no such fields (Batch, App Runner, ECS Express)."},
	Sources: []string{
		"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html#ECS-Type-ContainerDefinition-interactive",
		"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html#ECS-Type-ContainerDefinition-pseudoTerminal",
	},
	Risks:    []nist.Risk{nist.InsecureRuntimeConfiguration},
	Severity: rule.Notice,
	Preset:   rule.All,
	Reads:    []string{"aws_ecs_task_definition", "aws_ecs_daemon_task_definition"},
	Check: func(p *rule.Pass) {
		for _, c := range p.Containers() {
			if input := c.Field("interactive"); input.True() && c.Can("interactive") {
				p.Report(input, "%s keeps its standard input open, which a service doesn't need; remove interactive", c.Name())
			}
			if terminal := c.Field("pseudoTerminal"); terminal.True() && c.Can("pseudoTerminal") {
				p.Report(terminal, "%s has a terminal, which a service doesn't need; remove pseudoTerminal", c.Name())
			}
		}
	},
}
