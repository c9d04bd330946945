package rules

import (
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/ecs"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/nist"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/rule"
)

// MissingInitProcess reports containers in which nobody cleans up after processes.
var MissingInitProcess = rule.Rule{
	Name:    "aws_container_missing_init_process",
	Title:   "No init process",
	Reports: "A container of ECS or Batch without `initProcessEnabled`.",
	Why: "The first process of a container has to reap the processes that end, and most applications don't. What stays behind, also after each use of ECS Exec, " +
		"fills the process table of the host until nothing can be started there, nor stopped in time.",
	Fix: "Let the container runtime put an init process before the application:\n\n```hcl\nlinuxParameters = {\n  initProcessEnabled = true\n}\n```",
	Silent: []string{
		"The task runs on Windows, or may.",
		"The processes of the task share one PID namespace (`pid_mode`), in which something else is the first.",
		"The carrier has no such field (App Runner, ECS Express, Batch on EKS).",
	},
	Sources: []string{
		"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_LinuxParameters.html",
		"https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html#ecs-exec-considerations",
	},
	Risks:    []nist.Risk{nist.InsecureRuntimeConfiguration},
	Severity: rule.Notice,
	Preset:   rule.All,
	Reads:    ecs.Carriers(),
	Check: func(p *rule.Pass) {
		for _, c := range p.Containers() {
			init := c.In("linuxParameters", "initProcessEnabled")
			if init.Default("false").False() && c.Can("linuxParameters") && c.IsLinux() && c.Task.Field("pidMode").Absent() {
				p.Report(init, "%s has no init process, so that processes that ended pile up on its host; set initProcessEnabled = true", c.Name())
			}
		}
	},
}
