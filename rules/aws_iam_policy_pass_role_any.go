package rules

import (
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/iam"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/nist"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/rule"
)

// PolicyPassRoleAny reports policies that let their holder pass any role to a service.
var PolicyPassRoleAny = rule.Rule{
	Name:  "aws_iam_policy_pass_role_any",
	Title: "Policy that lets any role be passed",
	Reports: "A statement of an identity's policy that allows `iam:PassRole` on every role: `*`, `arn:aws:iam::123456789012:role/*`. " +
		"With a condition on `iam:PassedToService`, which leaves any role that the service can take, it is a notice.",
	Why: "Whoever may pass any role, and may start or change anything that takes one, has the permissions of all of them: of the role that reads every secret, and of an administrator's. " +
		"The second permission often comes from another policy, or is added later.",
	Fix: "Name the roles, and the service that they are passed to:\n\n" +
		"```hcl\nstatement {\n  actions   = [\"iam:PassRole\"]\n  resources = [aws_iam_role.task.arn, aws_iam_role.execution.arn]\n  condition {\n    test     = \"StringEquals\"\n    variable = \"iam:PassedToService\"\n    values   = [\"ecs-tasks.amazonaws.com\"]\n  }\n}\n```",
	Silent: append([]string{
		"Single roles, and roles with a prefix or a path: `aws_iam_role.task.arn`, `arn:aws:iam::123456789012:role/ecs/*`.",
		"Other conditions on the role, such as `iam:ResourceTag/…`; conditions and resources that are not known.",
		"A `Deny` for all roles, or all but some, and a permissions boundary without it: in the same document, or of everyone in the module who has the policy.",
		"Statements that `aws_iam_policy_admin_access` or `aws_iam_policy_wildcard_action` reports, and what `aws_iam_privilege_escalation` reports.",
	}, silentPolicies...),
	Peers: []string{"Trivy AVD-AWS-0342", "KICS e39bee8c", "Guard `iam_policy_no_wildcard_resource_on_passrole`"},
	Sources: []string{
		"https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html",
		"https://docs.aws.amazon.com/AmazonECS/latest/developerguide/security_iam_id-based-policy-examples.html",
	},
	Risks:    []nist.Risk{nist.UnboundedAdministrativeAccess},
	Severity: rule.Warning,
	Preset:   rule.Recommended,
	Reads:    iam.GrantorTypes(),
	Check: func(p *rule.Pass) {
		for _, pass := range p.IAM().RolePasses() {
			severity, within := rule.Warning, ""
			if pass.Limited {
				severity, within = rule.Notice, " within conditions"
			}
			noBetter := ""
			if pass.InEveryCase {
				noBetter = rule.NoBetter
			}
			p.ReportAs(severity, pass.At, "%s allows iam:PassRole on %s%s, so its holder can start things with the permissions of any of them; name the roles that are needed%s", heldLabel(pass.Statement, pass.Holder), pass.On(), within, noBetter)
		}
	},
}
