package rules

import (
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/ecr"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/nist"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/rule"
)

// RegistryPolicyWildcard reports registries that are open to strangers.
var RegistryPolicyWildcard = rule.Rule{
	Name:  "aws_ecr_registry_policy_wildcard",
	Title: "Registry that is open to anyone",
	Reports: "A policy of an ECR registry that lets every AWS account in (`*`, `{\"AWS\": \"*\"}`, `NotPrincipal`), without a condition that keeps strangers out. " +
		"A warning is a `Deny` of the registry's policy in a module that sets the registry's policy scope to `V1`, for actions other than `ecr:ReplicateImage`, `ecr:CreateRepository` and `ecr:BatchImportUpstreamImage`: `V1` evaluates the policy for nothing else.",
	Why: "A registry's policy is for all of its repositories. Whoever may replicate images into it puts images of their own under the names and tags that your tasks run; " +
		"whoever may create repositories or import images fills it at your expense.",
	Fix: "Name the accounts that replicate into the registry, and what:\n\n```hcl\nresource \"aws_ecr_registry_policy\" \"this\" {\n  policy = jsonencode({\n    Version = \"2012-10-17\"\n    Statement = [{\n" +
		"      Sid       = \"Replication\"\n      Effect    = \"Allow\"\n      Principal = { AWS = \"arn:aws:iam::123456789012:root\" }\n      Action    = [\"ecr:CreateRepository\", \"ecr:ReplicateImage\"]\n" +
		"      Resource  = \"arn:aws:ecr:eu-west-1:210987654321:repository/prod/*\"\n    }]\n  })\n}\n```\n\n" +
		"Leave the policy scope at `V2`, which is the default:\n\n```hcl\nresource \"aws_ecr_account_setting\" \"policy_scope\" {\n  name  = \"REGISTRY_POLICY_SCOPE\"\n  value = \"V2\"\n}\n```",
	Silent: []string{
		"A condition or a `Deny` that keeps strangers out, as `aws_ecr_repository_policy_public_access` knows them.",
		"Effect, principals, actions or conditions that are not known.",
		"Principals of other accounts: that is what a registry's policy is for.",
		"`V1` with no `Deny` in the module, with a `Deny` for the three actions only, or for a registry in another region or of another provider configuration.",
		"Policies of single repositories: see `aws_ecr_repository_policy_public_access`.",
	},
	Peers: []string{"Checkov CKV_AWS_283 (policy documents)"},
	Sources: []string{
		"https://docs.aws.amazon.com/AmazonECR/latest/userguide/registry-permissions.html",
		"https://docs.aws.amazon.com/AmazonECR/latest/userguide/registry-permissions-account-settings.html",
		"https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/ecr_account_setting",
	},
	Risks:    []nist.Risk{nist.RegistryAuthentication},
	Severity: rule.Error,
	Preset:   rule.Recommended,
	Reads:    ecr.RegistryPolicyTypes,
	Check: func(p *rule.Pass) {
		for _, s := range ecr.OpenRegistries(p.Module) {
			p.Report(s.Principal.Value, "%s lets %s %s, in the whole registry; name the accounts as principals, or add a condition such as aws:PrincipalOrgID", s.Label(), s.Who(), s.Allows())
		}
		for _, s := range ecr.IgnoredDenies(p.Module) {
			p.ReportAs(rule.Warning, s.Scope, "%s denies in vain, for example %s: the policy scope V1 evaluates a registry's policy only for replication, imports and new repositories; set the scope to V2",
				s.Label(), s.Action)
		}
	},
}
