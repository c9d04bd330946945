package rules

import (
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/ecr"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/nist"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/rule"
)

// RepositoryPolicyPublicAccess reports repositories that are open to strangers.
var RepositoryPolicyPublicAccess = rule.Rule{
	Name:  "aws_ecr_repository_policy_public_access",
	Title: "Repository that is open to anyone",
	Reports: "A policy of an ECR repository, or of a template for repositories that ECR creates, that lets every AWS account in (`*`, `{\"AWS\": \"*\"}`, `NotPrincipal`), without a condition that keeps strangers out. " +
		"Of public repositories, which everyone may read, a policy that lets everyone push, delete, or change the policy.",
	Why: "Everyone with an AWS account can log in to every ECR registry. Whoever may pull reads the code and what was left in the layers; whoever may push decides what your tasks run next.",
	Fix: "Name who may use the repository:\n\n```hcl\nprincipals {\n  type        = \"AWS\"\n  identifiers = [\"arn:aws:iam::123456789012:root\"]\n}\n```\n\n" +
		"or keep the wildcard and let in only your organization:\n\n```hcl\ncondition {\n  test     = \"StringEquals\"\n  variable = \"aws:PrincipalOrgID\"\n  values   = [\"o-a1b2c3d4e5\"]\n}\n```",
	Silent: []string{
		"A condition with an operator that is neither negated nor passed by a missing key (`…IfExists`, `ForAllValues:`), on a key that strangers can't set: `aws:PrincipalOrgID`, `aws:PrincipalOrgPaths`, `aws:PrincipalAccount`, " +
			"`aws:PrincipalArn` and `aws:SourceArn` with an account, `aws:SourceAccount`, `aws:SourceVpc`, `aws:SourceVpce`, `aws:SourceIp` other than the whole internet. Values that are not known count, a bare `*` doesn't.",
		"A `Deny` of the same document for those who don't belong: with `StringNotEquals` on such a key, or with `NotPrincipal`.",
		"Effect, principals, actions or conditions that are not known.",
		"Pulling from public repositories (`aws_ecrpublic_repository_policy`).",
		"Principals of another account or of a service: see `aws_ecr_repository_policy_broad_action` and `aws_ecr_repository_policy_cross_account_push`.",
		"Policies of the registry: see `aws_ecr_registry_policy_wildcard`.",
		"Statements of a data source or a policy of another module of the configuration: they are reported there.",
	},
	Peers:    []string{"Checkov CKV_AWS_32", "Trivy AVD-AWS-0032", "KICS e86e26fc", "Prowler `ecr_repositories_not_publicly_accessible`"},
	Sources:  []string{"https://docs.aws.amazon.com/AmazonECR/latest/userguide/repository-policies.html", "https://docs.aws.amazon.com/AmazonECR/latest/public/public-repository-policies.html"},
	Risks:    []nist.Risk{nist.RegistryAuthentication},
	Severity: rule.Error,
	Preset:   rule.Recommended,
	Reads:    ecr.PolicyTypes,
	Check: func(p *rule.Pass) {
		for _, s := range ecr.OpenPolicies(p.Module, p.IAM()) {
			p.Report(s.Principal.Value, "%s lets %s %s; name the accounts or roles as principals, or add a condition such as aws:PrincipalOrgID", s.Label(), s.Who(), s.Allows())
		}
	},
}
