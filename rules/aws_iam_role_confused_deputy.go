package rules

import (
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/iam"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/nist"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/rule"
)

// RoleConfusedDeputy reports roles that a service may assume whomever it works for.
var RoleConfusedDeputy = rule.Rule{
	Name:  "aws_iam_role_confused_deputy",
	Title: "Role for a service without a condition on the source",
	Reports: "A trust policy that lets a service which builds or runs containers (`ecs-tasks`, `eks`, `eks-fargate-pods`, `codebuild`, `codedeploy`, `batch`) assume a role, " +
		"without a condition on the account or the resource that the service works for.",
	Why: "A service works for everyone. With the condition it takes the role only on behalf of your account, so that nobody else can make it a confused deputy. " +
		"`iam:PassRole` does not reach into other accounts, which is why this is a notice: the condition is a second lock.",
	Fix: "Name your account:\n\n```hcl\ncondition {\n  test     = \"StringEquals\"\n  variable = \"aws:SourceAccount\"\n  values   = [data.aws_caller_identity.current.account_id]\n}\n```\n\n" +
		"ECS knows no single cluster as `aws:SourceArn`: write `arn:aws:ecs:<region>:<account>:*` with `ArnLike`.",
	Silent: []string{
		"A condition on `aws:SourceAccount`, `aws:SourceArn` with an account, `aws:SourceOrgID` or `aws:SourceOrgPaths`, with values known or not, or any other that keeps strangers out. A bare `*`, `ForAllValues:` and `…IfExists` don't count.",
		"Services that don't say for whom they assume a role, or of which AWS doesn't say so: `ec2`, `pods.eks`, `ecs`, `lambda` and others.",
		"A `Deny` of the same document with `StringNotEquals` on such a key.",
		"Principals, actions or conditions that are not known.",
		"Statements of a data source or a policy of another module of the configuration: they are reported there.",
	},
	Peers:   []string{"Prowler `iam_role_cross_service_confused_deputy_prevention`"},
	Sources: []string{"https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html", "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-iam-roles.html", "https://docs.aws.amazon.com/eks/latest/userguide/cross-service-confused-deputy-prevention.html", "https://docs.aws.amazon.com/eks/latest/userguide/pod-execution-role.html", "https://docs.aws.amazon.com/codebuild/latest/userguide/setting-up-service-role.html", "https://docs.aws.amazon.com/codedeploy/latest/userguide/security_confused_deputy.html", "https://docs.aws.amazon.com/batch/latest/userguide/cross-service-confused-deputy-prevention.html"},
	Risks:   []nist.Risk{nist.UnauthorizedAccess},

	Severity: rule.Notice,
	Preset:   rule.All,
	Reads:    []string{"aws_iam_role", "data." + iam.DocumentType},
	Check: func(p *rule.Pass) {
		for _, s := range p.IAM().Deputies() {
			p.Report(s.At, "%s lets %s assume the role for whatever account it works for; add a condition on aws:SourceAccount", s.Label(), s.Service)
		}
	},
}
