package rules

import (
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/ecr"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/nist"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/rule"
)

// RepositoryPolicyCrossAccountPush reports repositories to which another account may push.
var RepositoryPolicyCrossAccountPush = rule.Rule{
	Name:    "aws_ecr_repository_policy_cross_account_push",
	Title:   "Repository to which another account may push",
	Reports: "A policy of an ECR repository, or of a template for repositories that ECR creates, that lets somebody in another account push images (`ecr:PutImage`), where it is certain that the account is another one.",
	Why: "What is pushed runs with the roles of your tasks. With a push from another account that account's users, roles and pipelines decide what runs in yours, " +
		"and your own policies and logs say nothing of how they are kept.",
	Fix: "Let the pipeline push from the account of the repository: with a role there that the other account's pipeline assumes, and that can do nothing else. " +
		"Or copy images from the other account with replication, which a registry policy limits to names:\n\n```hcl\nresource \"aws_ecr_repository_policy\" \"app\" {\n  repository = aws_ecr_repository.app.name\n  policy     = data.aws_iam_policy_document.push.json\n}\n\n" +
		"data \"aws_iam_policy_document\" \"push\" {\n  statement {\n    actions = [\"ecr:CompleteLayerUpload\", \"ecr:InitiateLayerUpload\", \"ecr:PutImage\", \"ecr:UploadLayerPart\"]\n\n" +
		"    principals {\n      type        = \"AWS\"\n      identifiers = [aws_iam_role.pipeline.arn]\n    }\n  }\n}\n```",
	Silent: []string{
		"An account of which it is not certain that it is another one: a single account's number, unless the provider's configuration says which account the repository is in (`allowed_account_ids`, `forbidden_account_ids`, `assume_role`); variables; outputs of modules. " +
			"Certain are also several numbers in one policy, since one of them at most is the repository's own, an `aws_organizations_account` of the same provider configuration, and a whole organization (`aws:PrincipalOrgID`).",
		"Accounts of `data.aws_caller_identity`, and roles and users of the configuration.",
		"Pulling, and uploading layers without `ecr:PutImage`, which changes no image.",
		"Statements that are open to anyone, or that let others manage the repository: see `aws_ecr_repository_policy_public_access` and `aws_ecr_repository_policy_broad_action`.",
		"Replication (`aws_ecr_registry_policy`).",
		"Statements of a data source or a policy of another module of the configuration: they are reported there.",
	},
	Sources: []string{
		"https://docs.aws.amazon.com/AmazonECR/latest/userguide/repository-policy-examples.html",
		"https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-push-iam.html",
		"https://registry.terraform.io/providers/hashicorp/aws/latest/docs#aws-configuration-reference",
	},
	Risks:    []nist.Risk{nist.RegistryAuthentication},
	Severity: rule.Warning,
	Preset:   rule.All,
	Reads:    ecr.PolicyTypes,
	Check: func(p *rule.Pass) {
		for _, s := range ecr.ForeignPushes(p.Module, p.IAM()) {
			if s.OneMayBeOwn {
				p.Report(s.At, "%s lets more than one account push images, and one at most is the repository's own: %s; let only roles of its own account push", s.Document().Name, s.Who)
				continue
			}
			p.Report(s.At, "%s lets %s push images from another account than the repository's; let only roles of its own account push", s.Label(), s.Who)
		}
	},
}
