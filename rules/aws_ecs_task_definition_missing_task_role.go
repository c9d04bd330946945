package rules

import (
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/ecs"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/nist"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/rule"
)

// MissingTaskRole reports tasks on instances that have no role of their own.
var MissingTaskRole = rule.Rule{
	Name:    "aws_ecs_task_definition_missing_task_role",
	Title:   "No task role",
	Reports: "A task of ECS or Batch on instances that has no task role.",
	Why: "A container without credentials of its own that calls AWS gets those of the instance, from the metadata service: a role for running hosts, " +
		"that all tasks of the host share.",
	Fix: "Give the task a role with what its application calls, and nothing where it calls nothing:\n\n```hcl\ntask_role_arn = aws_iam_role.web.arn\n```\n\n" +
		"Keep containers away from the instance's credentials: `ECS_AWSVPC_BLOCK_IMDS=true`, and a hop limit of 1.",
	Silent: []string{
		"It is not certain that the task runs on instances. On Fargate there is no other role to fall back to.",
		"Pods, which get a role from their service account.",
	},
	Sources: []string{
		"https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-iam-roles.html",
		"https://docs.aws.amazon.com/batch/latest/APIReference/API_ContainerProperties.html",
	},
	Risks:    []nist.Risk{nist.UnauthorizedAccess},
	Severity: rule.Notice,
	Preset:   rule.All,
	Reads:    ecs.TaskDefinitions(),
	Check: func(p *rule.Pass) {
		for _, t := range p.Tasks() {
			if role := t.Field("taskRoleArn"); t.OnInstances() && !t.IsPod() && (role.Absent() || role.Is("")) {
				p.Report(role, "%s has no role of its own, so that its containers use the role of their host where they can; set a task role with what the application calls", t.Name())
			}
		}
	},
}
