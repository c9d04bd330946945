package rules

import (
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/ecs"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/nist"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/rule"
)

// MissingLogConfiguration reports containers of which nobody keeps the output.
var MissingLogConfiguration = rule.Rule{
	Name:    "aws_container_missing_log_configuration",
	Title:   "No logs",
	Reports: "A container of ECS without a log configuration, or with the driver `none`. With the preset `all` also files on the host that nothing rotates.",
	Why: "What the container writes is lost on Fargate, and stays on the host until it goes away elsewhere. After an attack nobody can tell " +
		"what happened, and during one nobody sees it.",
	Fix: "Send the output somewhere:\n\n" +
		"```hcl\nlogConfiguration = {\n  logDriver = \"awslogs\"\n  options = {\n    awslogs-group         = aws_cloudwatch_log_group.web.name\n    awslogs-region        = \"eu-central-1\"\n    awslogs-stream-prefix = \"web\"\n  }\n}\n```",
	Silent: []string{
		"Batch and ECS Express, which send logs to CloudWatch by themselves.",
		"A log router of FireLens (`firelensConfiguration`) without a log configuration of its own: a notice.",
	},
	Peers: []string{"Security Hub ECS.9", "Prowler `ecs_task_definitions_logging_enabled`"},
	Sources: []string{
		"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_LogConfiguration.html",
		"https://docs.docker.com/engine/logging/drivers/json-file/",
		"https://docs.aws.amazon.com/batch/latest/userguide/using_awslogs.html",
	},
	Risks:    []nist.Risk{nist.InsecureRuntimeConfiguration, nist.RogueContainers},
	Severity: rule.Warning,
	Preset:   rule.Recommended,
	Reads:    ecs.Carriers(),
	Check: func(p *rule.Pass) {
		for _, c := range p.Containers() {
			logs, driver, size := c.Field("logConfiguration"), c.In("logConfiguration", "logDriver"), c.In("logConfiguration", "options", "max-size")
			switch {
			case driver.Is("none"):
				p.Report(driver, `%s throws its logs away (logDriver = "none"); send them somewhere, for example with awslogs`, c.Name())
			case driver.Is("json-file") && size.Absent() && c.Task.OnInstances() && p.Everything:
				p.ReportAs(rule.Notice, driver, `%s keeps its logs in files of its host, which grow without end and go with it; set max-size and max-file, or send them away`, c.Name())
			case !logs.Absent() || c.LogsByDefault() || !c.Can("logConfiguration"):
			case c.Field("firelensConfiguration").Present():
				p.ReportAs(rule.Notice, logs, `%s, a log router, has no log configuration of its own, so that its faults stay unseen; add one, for example with awslogs`, c.Name())
			default:
				p.Report(logs, `%s has no log configuration, so that nobody sees what happens in it; add one, for example with awslogs`, c.Name())
			}
		}
	},
}
