package rules

import (
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/iam"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/nist"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/rule"
)

// RoleAssumableByAnyone reports roles that strangers can take.
var RoleAssumableByAnyone = rule.Rule{
	Name:  "aws_iam_role_assumable_by_anyone",
	Title: "Role that anyone can assume",
	Reports: "A trust policy that lets every AWS account (`*`, `{\"AWS\": \"*\"}`, `NotPrincipal`) or every identity provider (`{\"Federated\": \"*\"}`) assume a role, without a condition that keeps strangers out. " +
		"A condition on `sts:ExternalId` with a value that stands in the code makes it a warning: AWS does not take an external ID for a secret.",
	Why: "Whoever has an AWS account and learns or guesses the role's ARN can take the role, and do what the role's policies allow. Account numbers are no secret, " +
		"role names are in public repositories, and AWS tells strangers which ones exist.",
	Fix: "Name who may assume the role:\n\n```hcl\nprincipals {\n  type        = \"AWS\"\n  identifiers = [\"arn:aws:iam::123456789012:role/deploy\"]\n}\n```\n\n" +
		"or keep the wildcard and let in only your organization:\n\n```hcl\ncondition {\n  test     = \"StringEquals\"\n  variable = \"aws:PrincipalOrgID\"\n  values   = [\"o-a1b2c3d4e5\"]\n}\n```",
	Silent: []string{
		"A condition with an operator that is neither negated nor passed by a missing key (`…IfExists`, `ForAllValues:`), on a key that strangers can't set: `aws:PrincipalOrgID`, `aws:PrincipalOrgPaths`, `aws:PrincipalAccount`, " +
			"`aws:PrincipalArn` and `aws:SourceArn` with an account, `aws:SourceAccount`, `aws:SourceVpc`, `aws:SourceVpce`, `aws:SourceIp` other than the whole internet, an identity provider's `:sub` or `:aud`. Values that are not known count, a bare `*` doesn't. Neither do MFA, TLS, tags, session names and times.",
		"`sts:ExternalId` with a value that is not known: it may be a secret.",
		"A `Deny` of the same document for those who don't belong: with `StringNotEquals` on such a key, or with `NotPrincipal`.",
		"Effect, principals, actions or conditions that are not known.",
		"Principals of another account, and identity providers whose condition on the subject is missing or too wide.",
		"Statements of a data source or a policy of another module of the configuration: they are reported there.",
	},
	Peers:   []string{"Checkov CKV_AWS_60", "Cloudsplaining AssumableByAnyPrincipal", "Prowler `iam_role_cross_service_confused_deputy_prevention` (services only)"},
	Sources: []string{"https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-anonymous", "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_common-scenarios_third-party.html"},
	Risks:   []nist.Risk{nist.UnauthorizedAccess},

	Severity: rule.Error,
	Preset:   rule.Recommended,
	Reads:    []string{"aws_iam_role", "data." + iam.DocumentType},
	Check: func(p *rule.Pass) {
		for _, s := range p.IAM().OpenTrust() {
			switch {
			case s.Principal.Federated:
				p.Report(s.Principal.Value, "%s lets whoever logs in with any identity provider assume the role; name the provider, and a condition on its subject", s.Label())
			case s.Narrowing == iam.ByExternalID:
				p.ReportAs(rule.Warning, s.Principal.Value, "%s lets anyone in any AWS account who knows the external ID assume the role, and the ID is no secret; name the accounts or roles as principals", s.Label())
			case s.Principal.AllBut:
				p.Report(s.Principal.Value, "%s lets everyone assume the role but those that NotPrincipal names; name the accounts or roles as principals", s.Label())
			default:
				p.Report(s.Principal.Value, "%s lets anyone in any AWS account assume the role; name the accounts or roles as principals, or add a condition such as aws:PrincipalOrgID", s.Label())
			}
		}
	},
}
