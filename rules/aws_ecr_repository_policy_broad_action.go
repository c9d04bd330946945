package rules

import (
	"strings"

	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/ecr"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/nist"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/rule"
)

// RepositoryPolicyBroadAction reports policies that let others manage a repository.
var RepositoryPolicyBroadAction = rule.Rule{
	Name:  "aws_ecr_repository_policy_broad_action",
	Title: "Repository that others may manage",
	Reports: "A policy of an ECR repository, or of a template for repositories that ECR creates, that lets an account, a role, a user or a service do more than pull and push: " +
		"delete the repository, change its policy, its lifecycle policy, its tag mutability or its scans, listed one by one or taken in by a wildcard (`*`, `ecr:*`, `ecr:Put*`), or delete images by a wildcard (`ecr:Batch*`).",
	Why: "Who may change the policy may let in anyone else. Who may change the lifecycle policy or the tag mutability makes images disappear, or puts others in their place, although nobody has let them delete or push. " +
		"A wildcard grants all of that to somebody who wanted to pull or to push, and whatever AWS adds to it.",
	Fix: "List the actions that pulling takes, or pushing:\n\n```hcl\nactions = [\n  \"ecr:BatchCheckLayerAvailability\",\n  \"ecr:BatchGetImage\",\n  \"ecr:GetDownloadUrlForLayer\",\n\n" +
		"  # Only for those that push:\n  \"ecr:CompleteLayerUpload\",\n  \"ecr:InitiateLayerUpload\",\n  \"ecr:PutImage\",\n  \"ecr:UploadLayerPart\",\n]\n```\n\n" +
		"Who manages the repository in its own account needs no repository policy for it: an IAM policy is enough.",
	Silent: []string{
		"What the console of Lambda writes for `lambda.amazonaws.com`: that it may change the policy, listed by name.",
		"Actions that pull, push or read, also by wildcards that take in nothing else (`ecr:Get*`, `ecr:*LayerUpload`), and `ecr:BatchDeleteImage` where it is listed, as pipelines that clean up need it.",
		"The own account as a whole (`data.aws_caller_identity`, or the account of the provider's configuration): such a statement grants nothing there, because policies of identities are enough. An account that is known only after apply may be the own one.",
		"Statements that are open to anyone: see `aws_ecr_repository_policy_public_access`.",
		"Actions that a `Deny` of the same document without conditions takes back.",
		"Effect, principals, actions or conditions that are not known.",
		"Statements of a data source or a policy of another module of the configuration: they are reported there.",
	},
	Sources: []string{
		"https://docs.aws.amazon.com/AmazonECR/latest/userguide/repository-policies.html",
		"https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-push-iam.html",
		"https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonelasticcontainerregistry.html",
		"https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-accounts",
	},
	Risks:    []nist.Risk{nist.RegistryAuthentication},
	Severity: rule.Warning,
	Preset:   rule.Recommended,
	Reads:    ecr.PolicyTypes,
	Check: func(p *rule.Pass) {
		for _, s := range ecr.BroadGrants(p.Module, p.IAM()) {
			p.Report(s.At, "%s lets %s %s (%s); list only the actions that pulling or pushing takes", s.Label(), s.Who(), s.Allows(), strings.Join(s.Actions, ", "))
		}
	},
}
