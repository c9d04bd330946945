package rules

import (
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/nist"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/rule"
)

// MissingHealthCheck reports containers of services whose health nobody checks.
var MissingHealthCheck = rule.Rule{
	Name:    "aws_container_missing_health_check",
	Title:   "No health check",
	Reports: "An essential container of an ECS service, or of a daemon, that has no health check, where no load balancer checks the service either.",
	Why:     "A container that hangs, or that an attack has stopped from working, runs on, and ECS takes it for healthy. ECS takes no notice of a `HEALTHCHECK` in the image.",
	Fix: "Say how to tell that the container works, with a program that the image has:\n\n" +
		"```hcl\nhealthCheck = {\n  command     = [\"CMD-SHELL\", \"curl -f http://localhost:8080/health || exit 1\"]\n  interval    = 30\n  timeout     = 5\n  retries     = 3\n  startPeriod = 60\n}\n```",
	Silent: []string{
		"The container is not essential, or that is not known.",
		"A service of the module that runs the task is behind a load balancer, or may be.",
		"No service of the module runs the task: it may be a job, which ends by itself.",
		"The carrier checks in another way, or not at all (App Runner, ECS Express, Batch).",
	},
	Peers:    []string{"KICS-CFN ecs_task_definition_healthcheck_missing"},
	Sources:  []string{"https://docs.aws.amazon.com/AmazonECS/latest/developerguide/healthcheck.html"},
	Risks:    []nist.Risk{nist.ImageConfigurationDefects},
	Severity: rule.Notice,
	Preset:   rule.All,
	Reads:    []string{"aws_ecs_task_definition", "aws_ecs_daemon_task_definition"},
	Check: func(p *rule.Pass) {
		for _, c := range p.Containers() {
			if c.Can("healthCheck") && c.Essential() && c.LacksHealthCheck() && c.Task.RunsForEver() && !c.Task.MayBeBalanced() {
				p.Report(c.Field("healthCheck"), "%s has no health check and no load balancer before it, so that ECS takes it for healthy as long as it runs; add healthCheck", c.Name())
			}
		}
	},
}
