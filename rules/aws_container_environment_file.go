package rules

import (
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/nist"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/rule"
)

// EnvironmentFile reports containers whose environment is read from a file in S3.
var EnvironmentFile = rule.Rule{
	Name:    "aws_container_environment_file",
	Title:   "Environment read from a file in S3",
	Reports: "A container of ECS that reads environment variables from files in S3.",
	Why: "The file holds its variables in clear, and who may read the bucket reads them. Nothing in Terraform shows what is in it, or that it has changed: " +
		"people put passwords there, and who may write the bucket decides what the container runs with.",
	Fix: "Write variables that are no secrets into the definition, and refer to those that are:\n\n" +
		"```hcl\nenvironment = [{ name = \"LOG_LEVEL\", value = \"info\" }]\nsecrets     = [{ name = \"DB_PASSWORD\", valueFrom = aws_secretsmanager_secret.db.arn }]\n```\n\n" +
		"Where the file stays, encrypt the bucket with a key of your own, and let only the task's execution role read it and only the pipeline write it.",
	Silent:   []string{"The carrier has no such field (Batch, App Runner, ECS Express)."},
	Sources:  []string{"https://docs.aws.amazon.com/AmazonECS/latest/developerguide/use-environment-file.html"},
	Risks:    []nist.Risk{nist.EmbeddedSecrets},
	Severity: rule.Notice,
	Preset:   rule.All,
	Reads:    []string{"aws_ecs_task_definition", "aws_ecs_daemon_task_definition"},
	Check: func(p *rule.Pass) {
		for _, c := range p.Containers() {
			for _, file := range c.EnvironmentFiles() {
				p.Report(file, "%s reads its environment from a file in S3, which holds it in clear and unseen here; "+
					"write plain variables into environment, and refer to secrets in secrets", c.Name())
			}
		}
	},
}
