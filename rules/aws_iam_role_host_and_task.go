package rules

import (
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/nist"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/rule"
)

// RoleHostAndTask reports roles that hosts and tasks share.
var RoleHostAndTask = rule.Rule{
	Name:    "aws_iam_role_host_and_task",
	Title:   "One role for hosts and for tasks",
	Reports: "A role that both EC2 instances and ECS tasks take: its trust policy names `ec2.amazonaws.com` and `ecs-tasks.amazonaws.com`, or an instance profile and a task definition name it.",
	Why: "The host's role has to join the cluster, read logs' settings and pull images; a task's role has what an application calls. With one role for both every container can do what the host can, such as taking hosts out of the cluster, and every host, " +
		"with all the containers on it, has the application's secrets and data.",
	Fix: "Make a role for each:\n\n" +
		"```hcl\nresource \"aws_iam_role\" \"host\" {\n  name               = \"ecs-host\"\n  assume_role_policy = data.aws_iam_policy_document.ec2.json\n}\n\nresource \"aws_iam_role\" \"task\" {\n  name               = \"app-task\"\n  assume_role_policy = data.aws_iam_policy_document.ecs_tasks.json\n}\n```",
	Silent: []string{
		"Trust policies of which the services are not known.",
		"`ecs.amazonaws.com`, which is ECS itself and no task.",
		"An execution role and a task role that are one: `aws_ecs_task_definition_shared_role` reports it.",
	},
	Peers:    []string{"Stave CTL.IAM.ROLE.CATEGORYMIX.001"},
	Sources:  []string{"https://docs.aws.amazon.com/AmazonECS/latest/developerguide/security-ecs-iam-role-overview.html", "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/instance_IAM_role.html"},
	Risks:    []nist.Risk{nist.UnauthorizedAccess, nist.NodeTrust},
	Severity: rule.Warning,
	Preset:   rule.Recommended,
	Reads:    []string{"aws_iam_role"},
	Check: func(p *rule.Pass) {
		for _, s := range p.IAM().SharedByHostAndTask() {
			p.Report(s.At, "%s is the role of %s and of %s, so each can do what only the other needs; make a role for each", s.Role, s.Host, s.Task)
		}
	},
}
