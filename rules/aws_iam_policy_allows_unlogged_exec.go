package rules

import (
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/iam"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/nist"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/rule"
)

// PolicyAllowsUnloggedExec reports policies that let their holder into every container or host.
var PolicyAllowsUnloggedExec = rule.Rule{
	Name:    "aws_iam_policy_allows_unlogged_exec",
	Title:   "Policy that lets its holder into every container or host",
	Reports: "A statement of an identity's policy that allows `ecs:ExecuteCommand`, `ssm:StartSession` or `ssm:SendCommand` on everything, also on clusters and hosts whose sessions nobody logs.",
	Why: "CloudTrail tells that a shell was opened, not what was typed in it: that is logged only where the cluster, or Session Manager in the region, is set up for it. " +
		"Whoever may open a shell everywhere chooses the place without a log, and has the role of whatever runs there.",
	Fix: "Name the clusters or hosts, those that log sessions:\n\n" +
		"```hcl\nstatement {\n  actions   = [\"ecs:ExecuteCommand\"]\n  resources = [aws_ecs_cluster.main.arn, \"arn:aws:ecs:*:*:task/${aws_ecs_cluster.main.name}/*\"]\n}\n```\n\n" +
		"and log them:\n\n" +
		"```hcl\nresource \"aws_ecs_cluster\" \"main\" {\n  name = \"main\"\n  configuration {\n    execute_command_configuration {\n      logging = \"OVERRIDE\"\n      log_configuration {\n        cloud_watch_log_group_name = aws_cloudwatch_log_group.exec.name\n      }\n    }\n  }\n}\n```",
	Silent: append([]string{
		"Single clusters, tasks, hosts and documents; conditions that limit it to some (`ecs:cluster`, `ssm:resourceTag/…`); conditions that are not known.",
		"Actions that are denied, without a condition, by the same document, or to everyone in the module who has the policy, by another policy or by the permissions boundary.",
		"Statements that `aws_iam_policy_admin_access` reports, and actions that `aws_iam_privilege_escalation`, `aws_iam_policy_wildcard_action` or `aws_iam_policy_wildcard_resource` names.",
	}, silentPolicies...),
	Peers:    []string{"Stave CTL.IAM.ESCALATE.* (EXECUTECOMMAND, STARTSESSION)", "Prowler `iam_policy_allows_privilege_escalation`"},
	Sources:  []string{"https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html#ecs-exec-logging", "https://docs.aws.amazon.com/systems-manager/latest/userguide/session-manager-auditing.html"},
	Risks:    []nist.Risk{nist.UnboundedAdministrativeAccess, nist.UnauthorizedAccess},
	Severity: rule.Notice,
	Preset:   rule.All,
	Reads:    iam.GrantorTypes(),
	Check: func(p *rule.Pass) {
		for _, s := range p.IAM().Shells() {
			p.Report(s.At, "%s allows %s on %s, so its holder can work where no session is logged; name the clusters or hosts that log them", heldLabel(s.Statement, s.Holder), s.Action, s.On())
		}
	},
}
