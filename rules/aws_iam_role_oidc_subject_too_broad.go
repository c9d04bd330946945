package rules

import (
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/iam"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/nist"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/rule"
)

// RoleOIDCSubjectTooBroad reports roles that take tokens of an OpenID Connect provider with too many subjects.
var RoleOIDCSubjectTooBroad = rule.Rule{
	Name:  "aws_iam_role_oidc_subject_too_broad",
	Title: "Role for any subject of an OIDC provider",
	Reports: "A trust policy that takes tokens of an OpenID Connect provider (EKS service accounts, GitHub, GitLab, HCP Terraform, Buildkite and others) without a condition on the subject, " +
		"or with a pattern that leaves open whose token it is: `*`, `repo:*`, `repo:acme*` (other organizations' names begin so, too), `project_path:*`, `organization:*`, `system:serviceaccount:*:*`. " +
		"Of several values the widest counts. A service account's name in any namespace (`system:serviceaccount:*:app`) and an operator that is passed by a missing key (`ForAllValues:`, `…IfExists`) make it a warning.\n\n" +
		"In the preset `all`, a whole organization (`repo:acme/*`, or a provider of one organization without a subject) and a missing condition on the audience are reported as notices.",
	Why: "GitHub, GitLab and their like make tokens for whoever signs up: without the owner's name in the condition, any of their users can take the role and do what its policies allow. " +
		"A cluster makes them for every pod: one that is broken into takes the roles of all others.",
	Fix: "Name the subject, as far as to the repository and the branch or environment, or to the service account:\n\n```hcl\ncondition {\n  test     = \"StringEquals\"\n  variable = \"token.actions.githubusercontent.com:sub\"\n  values   = [\"repo:acme/app:environment:production\"]\n}\n```\n\n" +
		"```hcl\ncondition {\n  test     = \"StringEquals\"\n  variable = \"${local.oidc_issuer}:sub\"\n  values   = [\"system:serviceaccount:web:app\"]\n}\n```",
	Silent: []string{
		"`StringEquals`: a `*` in its values is no wildcard. Nobody may be able to assume the role, but no stranger is.",
		"Subjects, keys, operators or conditions that are not known. What is not known of a subject is taken for a name: `repo:${var.repository}:*`.",
		"Patterns that leave open less than the owner: `repo:acme/app:*`, `project_path:acme/web/*`, `system:serviceaccount:web:*`.",
		"A condition on another claim that says whose a token is (`:repository`, `:repository_id`, `:job_workflow_ref`, `:enterprise_id` …), on the network or on the token's tags. Claims that everybody chooses don't count: `:ref`, `:environment`, `:workflow`.",
		"Providers that are told apart by the audience: Google, Facebook, Amazon, Cognito, Vercel, Pulumi. Where the provider is not a well-known one, an audience other than `sts.amazonaws.com` and the provider itself: it may be the client that people log in to.",
		"A `Deny` of the same document for other subjects (`StringNotLike`), or with `NotPrincipal`.",
		"Providers of SAML.",
		"Everyone in AWS (`*`), and every provider (`{\"Federated\": \"*\"}`): [aws_iam_role_assumable_by_anyone](aws_iam_role_assumable_by_anyone.md) reports them.",
		"Statements of a data source or a policy of another module of the configuration: they are reported there.",
	},
	Peers:   []string{"Checkov CKV_AWS_358, CKV_AWS_393 (GitHub)"},
	Sources: []string{"https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_oidc_secure-by-default.html", "https://docs.aws.amazon.com/eks/latest/userguide/associate-service-account-role.html", "https://docs.github.com/en/actions/reference/security/oidc", "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html#condition-keys-wif"},
	Risks:   []nist.Risk{nist.UnauthorizedAccess},

	Severity: rule.Error,
	Preset:   rule.Recommended,
	Reads:    []string{"aws_iam_role", "data." + iam.DocumentType},
	Check: func(p *rule.Pass) {
		for _, s := range p.IAM().BroadSubjects() {
			reportSubject(p, s)
		}
		if !p.Everything {
			return
		}
		for _, s := range p.IAM().WithoutAudience() {
			p.ReportAs(rule.Notice, s.At, "%s does not say for which audience a token has to be made; add a condition on %s", s.Label(), s.Issuer.Key("aud"))
		}
	},
}

func reportSubject(p *rule.Pass, s iam.BroadSubject) {
	severity := rule.Error
	if s.Breadth == iam.WholeOrganization {
		if !p.Everything {
			return
		}
		severity = rule.Notice
	}
	switch {
	case s.Missing:
		p.ReportAs(severity, s.At, "%s lets %s assume the role; add a condition on %s", s.Label(), s.Issuer.Who(), s.Issuer.Key("sub"))
	case s.Breadth == iam.Lax:
		p.ReportAs(rule.Warning, s.At, "%s has a condition on the subject that a token without one passes, so that it may keep nobody out; write StringEquals or StringLike instead", s.Label())
	case s.Breadth == iam.AnyNamespace:
		p.ReportAs(rule.Warning, s.At, "%s takes any subject like %q, which service accounts in every namespace have; name the namespace", s.Label(), s.Subject())
	case s.Breadth == iam.WholeOrganization:
		p.ReportAs(severity, s.At, "%s takes any subject like %q, which everything of the organization has; name what needs the role", s.Label(), s.Subject())
	default:
		p.ReportAs(severity, s.At, "%s takes any subject like %q, which %s; name the one that needs the role", s.Label(), s.Subject(), s.Issuer.Have())
	}
}
