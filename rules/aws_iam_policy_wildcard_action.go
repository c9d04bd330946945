package rules

import (
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/iam"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/nist"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/rule"
)

// PolicyWildcardAction reports policies that allow more than anybody has listed.
var PolicyWildcardAction = rule.Rule{
	Name:  "aws_iam_policy_wildcard_action",
	Title: "Wildcard that takes in writing actions",
	Reports: "A statement of an identity's policy that allows a whole service (`ecs:*`), or a wildcard that takes in whatever writing actions begin with a word (`s3:Put*`), on " +
		"everything of the service: `*`, `arn:aws:ecs:*:*:*`, `arn:aws:s3:::*`. So is everything but some actions (`NotAction`) on everything of one service. A whole service on narrower resources is a notice of the preset `all`.",
	Why: "Nobody has looked at what the wildcard takes in: deleting clusters, changing the policy of a bucket, sharing a key with another account, and whatever AWS adds to the " +
		"service tomorrow. Whoever takes over what holds the policy can do all of it.",
	Fix: "List the actions that are needed, and name their resources. Wildcards behind verbs that only read are fine:\n\n" +
		"```hcl\nstatement {\n  actions   = [\"ecs:UpdateService\", \"ecs:Describe*\"]\n  resources = [aws_ecs_service.web.id]\n}\n```",
	Silent: append([]string{
		"Wildcards that take in nothing but reading actions: `ec2:Describe*`, `s3:Get*`, `ecr:BatchGet*`.",
		"Wildcards that stand for the variants of one operation (`kms:GenerateDataKey*`, `s3:PutObject*`), or that take in no more than three writing actions (`ecs:Submit*`): they are as good as a list, and `aws_iam_policy_wildcard_resource` judges it.",
		"`ssmmessages:*` and `ec2messages:*`: the channel of the SSM agent and of ECS Exec, which has no resources and is needed whole. So is `support:*`.",
		"In the preset `recommended`: a whole service on single resources or on every resource of a kind, and other wildcards in one region; in the preset `all` these are notices. A whole service in one region (`arn:aws:ecs:eu-west-1:…:*`), or with a condition that limits the statement, such as `ecs:cluster`, `aws:ResourceTag/…` or `aws:RequestedRegion`, the finding is a notice.",
		"Services that the facts about actions don't have.",
		"A wildcard that is denied whole, without a condition, by the same document or by another policy of everyone who has it, and one of which the permissions boundary of everyone who has it leaves nothing that writes. Of a boundary that lists services, or a `Deny` of all but some (`NotAction`), the finding names those: `*` within `ecs:*` is `ecs:*`.",
		"Statements that `aws_iam_policy_admin_access` reports.",
	}, silentPolicies...),
	Peers: []string{"Security Hub IAM.21", "Checkov CKV_AWS_63, CKV_AWS_49, CKV2_AWS_40 (`iam:*`)", "Trivy AVD-AWS-0345 (`s3:*`)", "Cloudsplaining ServiceWildcard"},
	Sources: []string{
		"https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html",
		"https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-iam-roles.html#ecs-exec-required-iam-permissions",
	},
	Risks:    []nist.Risk{nist.UnboundedAdministrativeAccess},
	Severity: rule.Warning,
	Preset:   rule.Recommended,
	Reads:    iam.GrantorTypes(),
	Check:    eachExcess(iam.WildcardAction, "and with it writing actions that nobody chose; list those that are needed"),
}
