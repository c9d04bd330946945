package rules

import (
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/iam"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/nist"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/rule"
)

// PolicyAdminAccess reports policies that make administrators.
var PolicyAdminAccess = rule.Rule{
	Name:  "aws_iam_policy_admin_access",
	Title: "Policy that makes administrators",
	Reports: "A statement of an identity's policy that allows every action on every resource, or whatever amounts to it: `*` or `*:*` " +
		"spelled out with wildcards, everything but some actions (`NotAction`) or some resources (`NotResource`), `iam:*`, and any other list that holds every way to become an administrator.",
	Why: "Whoever takes over what holds the policy, a task, a host, a pipeline or a person's credentials, owns the account: the cluster, the registry, the " +
		"data, and the logs that would tell of it. An exception for some actions does not help: what is left creates a user or a role that has them.",
	Fix: "List the actions that are needed, on the resources that they are needed for:\n\n" +
		"```hcl\ndata \"aws_iam_policy_document\" \"deploy\" {\n  statement {\n    sid       = \"Deploy\"\n    actions   = [\"ecs:UpdateService\", \"ecs:DescribeServices\"]\n    resources = [aws_ecs_service.web.id]\n  }\n}\n```\n\n" +
		"CloudTrail and IAM Access Analyzer can tell which actions have been used.",
	Silent: append([]string{
		"`iam:*`, or a list of IAM actions, from which one of the ways to become an administrator is missing, or which is limited to named users, roles and policies.",
		"A policy of which all that have it are denied so much by other policies, or left so little by their permissions boundaries, that they are no administrators. What is left is judged by the other rules.",
		"With a permissions boundary that is not known, or which lets through what it is about within conditions on the caller, the place or the time only, the finding is a notice.",
		"With a condition that limits it, such as `aws:RequestedRegion` or `aws:ResourceTag/…`, the finding is a notice.",
	}, silentPolicies...),
	Peers: []string{"Security Hub IAM.1", "Checkov CKV_AWS_62, CKV_AWS_1", "KICS 2f37c4a3, 575a2155", "Terrascan AC_AWS_0143, AC_AWS_0144", "Prowler `iam_inline_policy_no_administrative_privileges`"},
	Sources: []string{
		"https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege",
		"https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notaction.html",
	},
	Risks:    []nist.Risk{nist.UnboundedAdministrativeAccess},
	Severity: rule.Error,
	Preset:   rule.Recommended,
	Reads:    iam.GrantorTypes(),
	Check:    eachExcess(iam.AdminAccess, "which makes its holder an administrator of the account; list the actions and resources that are needed"),
}
