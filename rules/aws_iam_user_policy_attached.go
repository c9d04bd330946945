package rules

import (
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/iam"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/nist"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/rule"
)

// UserPolicyAttached reports policies that single users have.
var UserPolicyAttached = rule.Rule{
	Name:    "aws_iam_user_policy_attached",
	Title:   "Policy of a single user",
	Reports: "A policy that is attached to a user, or written into one: `aws_iam_user_policy`, `aws_iam_user_policy_attachment`, `users` of `aws_iam_policy_attachment`, `aws_iam_user_policy_attachments_exclusive`.",
	Why: "What people may do is decided once for each of them, so that nobody sees who may change the cluster, and what somebody was allowed for an afternoon stays with them for years. " +
		"A user for software has access keys that work from anywhere and never run out.",
	Fix: "Put people into groups, or better let them log in through IAM Identity Center, and give the policy to the group. Give software a role instead of a user.\n\n" +
		"```hcl\nresource \"aws_iam_group_policy_attachment\" \"operators\" {\n  group      = aws_iam_group.operators.name\n  policy_arn = aws_iam_policy.operate.arn\n}\n```",
	Silent: []string{
		"Policies that certainly only deny, such as one that asks for MFA.",
		"Permissions boundaries.",
		"Lists of users or of policies that are not known, or empty.",
		"The same policy for the same user a second time.",
	},
	Peers: []string{"Security Hub IAM.2, CT.IAM.PR.4", "Checkov CKV_AWS_40", "Trivy AVD-AWS-0143", "KICS b4378389", "Terrascan AC_AWS_0475, AC_AWS_0476", "Prowler `iam_policy_attached_only_to_group_or_roles`"},
	Sources: []string{
		"https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html",
		"https://docs.aws.amazon.com/IAM/latest/UserGuide/id_groups.html",
		"https://docs.aws.amazon.com/securityhub/latest/userguide/iam-controls.html#iam-2",
	},
	Risks:    []nist.Risk{nist.UnboundedAdministrativeAccess},
	Severity: rule.Notice,
	Preset:   rule.All,
	Reads:    iam.UserPolicyTypes(),
	Check: func(p *rule.Pass) {
		for _, u := range p.IAM().UserPolicies() {
			p.Report(u.At.WhereUsed(), "%s has %s for itself, so that nobody sees with the groups and roles what it may do, or takes it back; give the policy to a group, or to a role where the user is software", u.Identity.Name, u.Label())
		}
	},
}
