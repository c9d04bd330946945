package rules

import (
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/ecs"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/nist"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/rule"
)

// SharedRole reports tasks whose application has the role that is for starting it.
var SharedRole = rule.Rule{
	Name:    "aws_ecs_task_definition_shared_role",
	Title:   "One role for the task and for starting it",
	Reports: "A task of ECS or Batch whose task role is its execution role.",
	Why: "The execution role is for ECS: it pulls images, reads the secrets of the task and writes logs. As the task's own role it gives all of that " +
		"to the application, and to whoever gets code to run in it: every secret that the role may read, not only those that are passed on.",
	Fix: "Make a second role, with what the application itself calls, or none at all:\n\n" +
		"```hcl\nexecution_role_arn = aws_iam_role.execution.arn\ntask_role_arn      = aws_iam_role.task.arn\n```",
	Silent: []string{
		"Nothing says for certain that both are one role: different variables, different resources.",
	},
	Peers: []string{"Checkov CKV_AWS_249"},
	Sources: []string{
		"https://docs.aws.amazon.com/AmazonECS/latest/developerguide/security-ecs-iam-role-overview.html",
		"https://docs.aws.amazon.com/batch/latest/userguide/execution-IAM-role.html",
	},
	Risks:    []nist.Risk{nist.UnauthorizedAccess},
	Severity: rule.Warning,
	Preset:   rule.Recommended,
	Reads:    ecs.TaskDefinitions(),
	Check: func(p *rule.Pass) {
		for _, t := range p.Tasks() {
			if role := t.Field("taskRoleArn"); ecs.SameRole(role, t.Field("executionRoleArn")) {
				p.Report(role, "%s gives its containers the execution role, with its secrets, logs and images; make a role for the application, with what it calls itself", t.Name())
			}
		}
	},
}
