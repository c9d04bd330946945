package rules

import (
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/iam"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/nist"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/rule"
)

// PolicyWildcardResource reports policies that allow actions on everything although they could name something.
var PolicyWildcardResource = rule.Rule{
	Name:  "aws_iam_policy_wildcard_resource",
	Title: "Actions on every resource",
	Reports: "A statement of an identity's policy that allows actions that write, change permissions or read secrets on every resource, although IAM can limit these actions to resources. " +
		"The message names the actions that could be limited, only the serious ones where there are such. Every resource is `*`, and everything of a service (`arn:aws:sqs:*:*:*`, `arn:aws:s3:::*`, `arn:aws:ecr:*:*:repository/*`). For actions that change permissions or read secrets it is also everything in one region, and every role, user, group, policy, key, parameter, secret or function (`arn:aws:iam::*:role/*`).",
	Why: "A task that needs to write to one queue can write to all of them, a pipeline that pushes one image can replace every image, and one role that is taken over reads every secret. " +
		"Naming the resources costs a line, and keeps a break-in where it happened.",
	Fix: "Name the resources, and keep what can't be limited to resources in a statement of its own:\n\n" +
		"```hcl\nstatement {\n  actions   = [\"ecr:GetAuthorizationToken\"] # supports no resources\n  resources = [\"*\"]\n}\n\nstatement {\n  actions   = [\"ecr:PutImage\"]\n  resources = [aws_ecr_repository.app.arn]\n}\n```",
	Silent: append([]string{
		"Actions that IAM can't limit to resources (`ecr:GetAuthorizationToken`, `ec2:Describe*`, `ecs:DeregisterTaskDefinition`), and actions that only read.",
		"Single resources and prefixes: `${aws_s3_bucket.app.arn}/*`, `arn:aws:s3:::logs-*`, a log group's `:*`. What is not known of a resource is taken for a name.",
		"A condition on the resource or on what is passed: `aws:ResourceTag/…`, `ecs:cluster`, `kms:ViaService`, `aws:RequestTag/…`. With a condition on the caller, the place or the time only (`aws:RequestedRegion`, `aws:SourceVpc`, MFA) the finding is a notice.",
		"`iam:PassRole`, which is for `aws_iam_policy_pass_role_any`.",
		"Actions that the same document denies, without a condition, and those that everyone in the module who has the policy is denied, by another policy or by the permissions boundary.",
		"In the preset `recommended`: tagging; what AWS's own policies for tasks, functions and hosts grant on every resource: writing logs and metrics, pulling images, network interfaces of functions and builds, reports of the SSM agent; and other writing actions in one region, or on every role, key, … In the preset `all` these are notices.",
		"Every resource of another kind (`arn:aws:ecs:*:*:task-definition/*`, `arn:aws:ec2:*:*:instance/*`): what an action makes has no name yet, and what else it needs is in another statement.",
		"Statements that `aws_iam_policy_admin_access` or `aws_iam_policy_wildcard_action` reports, and the action that `aws_iam_privilege_escalation` says to limit.",
	}, silentPolicies...),
	Peers: []string{"Checkov CKV_AWS_355, CKV_AWS_356, CKV_AWS_107 to CKV_AWS_111", "Parliament RESOURCE_STAR, RESOURCE_EFFECTIVELY_STAR"},
	Sources: []string{
		"https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html",
		"https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AmazonECSTaskExecutionRolePolicy.html",
		"https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AWSLambdaVPCAccessExecutionRole.html",
		"https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AmazonSSMManagedInstanceCore.html",
	},
	Risks:    []nist.Risk{nist.UnboundedAdministrativeAccess},
	Severity: rule.Warning,
	Preset:   rule.Recommended,
	Reads:    iam.GrantorTypes(),
	Check:    eachExcess(iam.WildcardResource, "so one stolen credential reaches all of them; name the resources that are needed"),
}
