package iam

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// things are what the trust policies of the tests refer to; var.x is not known.
const things = `
variable "x" {}
data "aws_caller_identity" "current" {}
data "aws_partition" "current" {}
resource "aws_eks_cluster" "c" {}
data "aws_eks_cluster" "c" {}
resource "aws_iam_openid_connect_provider" "github" {
  url = "https://token.actions.githubusercontent.com"
}
resource "aws_iam_openid_connect_provider" "eks" {
  url = aws_eks_cluster.c.identity[0].oidc[0].issuer
}
resource "aws_iam_openid_connect_provider" "circle" {
  url = "https://oidc.circleci.com/org/${var.x}"
}
data "aws_iam_openid_connect_provider" "gitlab" {
  url = "https://gitlab.com"
}
resource "aws_iam_openid_connect_provider" "unknown" {
  url = var.x
}
resource "aws_iam_saml_provider" "saml" {}
variable "account_id" {} # 123456789012
locals {
  issuer     = replace(aws_eks_cluster.c.identity[0].oidc[0].issuer, "https://", "")
  own        = var.account_id
  partner    = "210987654321"
}
`

// role is a role whose trust policy has these statements, in the language of Terraform.
func role(t *testing.T, statements ...string) *View {
	t.Helper()
	return NewView(module(t, things+"resource \"aws_iam_role\" \"r\" {\n  assume_role_policy = jsonencode({ Statement = [\n{"+strings.Join(statements, "},\n{")+"}] })\n}\n"))
}

// verdict is a finding in a few words: what the subject is, whom it lets in, and the pattern.
func (b BroadSubject) verdict() string {
	words := []string{Particular: "particular", WholeOrganization: "organization", AnyNamespace: "any namespace", Lax: "lax", Everyone: "everyone"}[b.Breadth]
	if b.Missing {
		return words + ", missing: " + b.Issuer.Who()
	}
	if b.Breadth == Everyone {
		words += ": " + b.Issuer.Who()
	}
	return words + " " + b.Subject()
}

// verdicts are the findings: one for a data source that a role uses is found in both.
func verdicts(v *View) string {
	var all []string
	for _, b := range v.BroadSubjects() {
		all = append(all, b.verdict())
	}
	for range v.WithoutAudience() {
		all = append(all, "no audience")
	}
	return strings.Join(slices.Compact(all), "; ")
}

const (
	gh  = "token.actions.githubusercontent.com"
	aud = `"` + gh + `:aud" = "sts.amazonaws.com"`
)

// What a condition says of the subject. github is the principal in all of them.
func TestSubjectConditions(t *testing.T) {
	const everyone = "everyone, missing: any repository on GitHub"
	for condition, want := range map[string]string{
		// Which subjects: see TestBreadthOf
		``:                               everyone,
		`StringEquals = { ` + aud + ` }`: everyone,
		`StringEquals = { ` + aud + `, "` + gh + `:sub" = "repo:acme/app:ref:refs/heads/main" }`:                              "",
		`StringEquals = { "` + gh + `:sub" = "repo:acme/app:ref:refs/heads/main" }`:                                           "no audience",
		`StringEquals = { ` + aud + ` }, StringLike = { "` + gh + `:sub" = "repo:*" }`:                                        "everyone: any repository on GitHub repo:*",
		`StringEquals = { ` + aud + ` }, StringLike = { "` + gh + `:sub" = ["repo:acme/app:*", "*"] }`:                        "everyone: any repository on GitHub *",
		`StringEquals = { ` + aud + ` }, StringLike = { "` + gh + `:sub" = ["*", "repo:acme/app:*"] }`:                        "everyone: any repository on GitHub *",
		`StringEquals = { ` + aud + ` }, StringLike = { "` + gh + `:sub" = ["repo:acme/app:*", "repo:acme/*"] }`:              "organization repo:acme/*",
		`StringEquals = { ` + aud + ` }, StringLike = { "` + strings.ToUpper(gh) + `:SUB" = "repo:*" }`:                       "everyone: any repository on GitHub repo:*",
		`StringEquals = { ` + aud + ` }, StringLike = { "` + gh + `:sub" = "repo:acme/*" }`:                                   "organization repo:acme/*",
		`StringEquals = { ` + aud + ` }, StringLike = { "` + gh + `:sub" = [var.x, "repo:*"] }`:                               "everyone: any repository on GitHub repo:*",
		`StringEquals = { ` + aud + ` }, StringLike = { "` + gh + `:sub" = concat(var.x, ["repo:*"]) }`:                       "everyone: any repository on GitHub repo:*",
		`StringEquals = { ` + aud + ` }, StringLike = { "` + gh + `:sub" = "repo:*/${var.x}:*" }`:                             "everyone: any repository on GitHub repo:*/…:*",
		`StringEquals = { ` + aud + ` }, StringLike = { "` + gh + `:sub" = "repo:${var.x}:*" }`:                               "",
		`StringEquals = { ` + aud + ` }, StringLike = { "` + gh + `:sub" = "repo:${var.x}/*" }`:                               "",
		`StringEquals = { ` + aud + ` }, StringLike = { "` + gh + `:sub" = var.x }`:                                           "",
		`StringEquals = { ` + aud + ` }, StringLike = { "` + gh + `:sub" = [for r in var.x : "repo:${r}:*"] }`:                "",
		`StringEquals = { ` + aud + ` }, StringLike = { "` + gh + `:sub" = var.x ? "repo:acme/app:*" : "*" }`:                 "",
		`StringEquals = { ` + aud + ` }, StringLike = { "` + gh + `:sub" = concat(["repo:acme/app:*"], var.x ? ["*"] : []) }`: "",
		`StringEquals = { ` + aud + ` }, StringLike = { "` + gh + `:sub" = "repo:acme/app:ref:refs/heads/\u007Bwhatever}" }`:  "",

		// Operators
		`StringEquals = { ` + aud + `, "` + gh + `:sub" = "repo:*" }`:                                                                                              "", // lets nobody in
		`StringEqualsIgnoreCase = { ` + aud + `, "` + gh + `:sub" = "repo:*" }`:                                                                                    "",
		`"ForAnyValue:StringEquals" = { ` + aud + `, "` + gh + `:sub" = ["repo:acme/app:pull_request"] }`:                                                          "",
		`StringEquals = { ` + aud + ` }, "ForAnyValue:StringLike" = { "` + gh + `:sub" = "repo:*" }`:                                                               "everyone: any repository on GitHub repo:*",
		`StringEquals = { ` + aud + ` }, stringlike = { "` + gh + `:sub" = "repo:*" }`:                                                                             "everyone: any repository on GitHub repo:*",
		`StringEquals = { ` + aud + ` }, "ForAllValues:StringLike" = { "` + gh + `:sub" = "repo:acme/app:*" }`:                                                     "lax repo:acme/app:*",
		`StringEquals = { ` + aud + ` }, "ForAllValues:StringLike" = { "` + gh + `:sub" = "repo:*" }`:                                                              "everyone: any repository on GitHub repo:*",
		`StringEquals = { ` + aud + ` }, StringEqualsIfExists = { "` + gh + `:sub" = "repo:acme/app:pull_request" }`:                                               "lax repo:acme/app:pull_request",
		`"ForAllValues:StringEquals" = { "` + gh + `:sub" = "repo:acme/app:pull_request" }, Null = { "` + gh + `:sub" = "false" }, StringEquals = { ` + aud + ` }`: "",
		`StringEquals = { ` + aud + ` }, StringNotLike = { "` + gh + `:sub" = "repo:acme/app:*" }`:                                                                 everyone,
		`StringEquals = { ` + aud + ` }, Null = { "` + gh + `:sub" = "false" }`:                                                                                    everyone,
		`(var.x) = { "` + gh + `:sub" = "repo:*" }`:                                                                                                                "",

		// Several conditions: all have to be met
		`StringLike = { ` + aud + `, "` + gh + `:sub" = "*" }, StringEquals = { "` + gh + `:sub" = "repo:acme/app:pull_request" }`:                  "",
		`StringLike = { ` + aud + `, "` + gh + `:sub" = "*:ref:refs/heads/main" }, "ForAnyValue:StringLike" = { "` + gh + `:sub" = "repo:acme/*" }`: "organization repo:acme/*",

		// Other claims
		`StringEquals = { ` + aud + `, "` + gh + `:repository" = "acme/app" }`:                                                "",
		`StringEquals = { ` + aud + `, "` + gh + `:repository_id" = "1" }`:                                                    "",
		`StringEquals = { ` + aud + `, "` + gh + `:enterprise_id" = var.x }`:                                                  "",
		`StringEquals = { ` + aud + ` }, StringLike = { "` + gh + `:job_workflow_ref" = "acme/app/.github/workflows/*" }`:     "",
		`StringEquals = { ` + aud + ` }, StringLike = { "` + gh + `:job_workflow_ref" = "*/.github/workflows/deploy.yml@*" }`: everyone,
		`StringEquals = { ` + aud + ` }, StringLike = { "` + gh + `:repository" = "*/app" }`:                                  everyone,
		`StringEquals = { ` + aud + ` }, StringLike = { "` + gh + `:repository" = "*" }`:                                      everyone,
		`StringEquals = { ` + aud + ` }, StringLike = { "` + gh + `:actor" = "*" }`:                                           everyone,
		`StringEquals = { ` + aud + ` }, StringEqualsIfExists = { "` + gh + `:repository" = "acme/app" }`:                     everyone,
		`StringEquals = { ` + aud + `, "` + gh + `:ref" = "refs/heads/main" }`:                                                everyone,
		`StringEquals = { ` + aud + `, "` + gh + `:environment" = "production" }`:                                             everyone,
		`StringEquals = { ` + aud + `, "` + gh + `:iss" = "https://` + gh + `" }`:                                             everyone,

		// Keys of AWS
		`StringEquals = { ` + aud + ` }, IpAddress = { "aws:SourceIp" = "203.0.113.0/24" }`: "",
		`StringEquals = { ` + aud + ` }, IpAddress = { "aws:SourceIp" = "0.0.0.0/0" }`:      everyone,
		`StringEquals = { ` + aud + `, "aws:RequestTag/organization" = "acme" }`:            "",
		`StringEquals = { ` + aud + `, "sts:RoleSessionName" = "deploy" }`:                  everyone,
		`StringEquals = { ` + aud + `, "aws:RequestedRegion" = "eu-west-1" }`:               everyone,
		`StringEquals = { "SAML:aud" = "https://signin.aws.amazon.com/saml" }`:              "",

		// What is not known
		`StringEquals = { ` + aud + `, (var.x) = "repo:acme/app:pull_request" }`:       "",
		`StringEquals = { ` + aud + `, "${var.x}sub" = "repo:acme/app:pull_request" }`: "",
		`StringEquals = var.x`:                         "",
		`StringEquals = merge({ ` + aud + ` }, var.x)`: "",

		// The audience
		`StringEquals = { "` + gh + `:sub" = "repo:acme/app:pull_request", "` + gh + `:aud" = var.x }`:                     "",
		`StringEquals = { "` + gh + `:sub" = "repo:acme/app:pull_request" }, StringLike = { "` + gh + `:aud" = "*" }`:      "no audience",
		`StringEquals = { "` + gh + `:sub" = "repo:acme/app:pull_request" }, StringNotEquals = { "` + gh + `:aud" = "x" }`: "no audience",
	} {
		v := role(t, `Effect = "Allow", Action = "sts:AssumeRoleWithWebIdentity", Principal = { Federated = aws_iam_openid_connect_provider.github.arn }, Condition = { `+condition+` }`)
		if got := verdicts(v); got != want {
			t.Errorf("%s\n got %q\nwant %q", condition, got, want)
		}
	}
}

// Which provider it is, and what that means for a condition on the subject or the audience.
func TestIssuers(t *testing.T) {
	const (
		arn     = "arn:aws:iam::123456789012:oidc-provider/"
		pods    = "every pod of the cluster"
		unknown = "whoever gets a token of the identity provider"
	)
	for _, tt := range []struct{ provider, condition, want string }{
		{`"` + arn + gh + `"`, ``, "everyone, missing: any repository on GitHub"},
		{`"arn:aws:iam::${var.x}:oidc-provider/` + gh + `"`, ``, "everyone, missing: any repository on GitHub"},
		{`"arn:${data.aws_partition.current.partition}:iam::${data.aws_caller_identity.current.account_id}:oidc-provider/` + gh + `"`, ``, "everyone, missing: any repository on GitHub"},
		{`["` + arn + gh + `"]`, ``, "everyone, missing: any repository on GitHub"},
		{`data.aws_iam_openid_connect_provider.gitlab.arn`, ``, "everyone, missing: any project on gitlab.com"},
		{`"` + arn + `gitlab.com"`, `StringLike = { "gitlab.com:sub" = "project_path:*", "gitlab.com:aud" = "https://gitlab.com" }`, "everyone: any project on gitlab.com project_path:*"},
		{`"` + arn + `app.terraform.io"`, `StringEquals = { "app.terraform.io:aud" = "aws.workload.identity" }`, "everyone, missing: any organization on HCP Terraform"},
		{`"` + arn + `agent.buildkite.com"`, `StringEquals = { "agent.buildkite.com:aud" = "sts.amazonaws.com" }`, "everyone, missing: any organization on Buildkite"},
		{`"` + arn + `oidc-configuration.audit-log.githubusercontent.com"`, `StringLike = { "oidc-configuration.audit-log.githubusercontent.com:sub" = "https://github.com/acme*", "oidc-configuration.audit-log.githubusercontent.com:aud" = "sts.amazonaws.com" }`,
			"everyone: any enterprise on GitHub https://github.com/acme*"},

		// Clusters
		{`aws_iam_openid_connect_provider.eks.arn`, ``, "everyone, missing: " + pods},
		{`aws_iam_openid_connect_provider.eks.arn`, `StringEquals = { "${local.issuer}:aud" = "sts.amazonaws.com" }`, "everyone, missing: " + pods},
		{`aws_iam_openid_connect_provider.eks.arn`, `StringEquals = { "${local.issuer}:aud" = "anything" }`, "everyone, missing: " + pods},
		{`"` + arn + `oidc.eks.eu-west-1.amazonaws.com/id/ABC"`, ``, "everyone, missing: " + pods},
		{`"` + arn + `oidc.eks.${var.x}.amazonaws.com/id/${var.x}"`, ``, "everyone, missing: " + pods},
		{`"` + arn + `${local.issuer}"`, ``, "everyone, missing: " + pods},
		{`"` + arn + `${replace(data.aws_eks_cluster.c.identity[0].oidc[0].issuer, "https://", "")}"`, ``, "everyone, missing: " + pods},
		{`var.x`, `StringEquals = { "oidc.eks.${var.x}.amazonaws.com/id/${var.x}:aud" = "sts.amazonaws.com" }`, "everyone, missing: " + pods},
		{`var.x`, `StringEquals = { "${replace(data.aws_eks_cluster.c.identity[0].oidc[0].issuer, "https://", "")}:aud" = "sts.amazonaws.com" }`, "everyone, missing: " + pods},
		{`var.x`, `StringLike = { "${var.x}:sub" = "system:serviceaccount:*:*", "${var.x}:aud" = "sts.amazonaws.com" }`, "everyone: " + pods + " system:serviceaccount:*:*"},
		{`var.x`, `StringLike = { "${var.x}:sub" = "system:serviceaccount:*:app", "${var.x}:aud" = "sts.amazonaws.com" }`, "any namespace system:serviceaccount:*:app"},
		{`var.x`, `StringLike = { "${var.x}:sub" = "system:serviceaccount:web:app", "${var.x}:aud" = "sts.amazonaws.com" }`, ""},
		{`var.x`, `StringLike = { "${var.x}:sub" = "system:serviceaccount:web:app" }`, "no audience"},
		{`var.x`, `StringLike = { "${var.x}:sub" = "system:serviceaccount:${var.x}:*", "${var.x}:aud" = "sts.amazonaws.com" }`, ""},

		// Those that are not known
		{`var.x`, ``, "everyone, missing: " + unknown},
		{`[var.x]`, `StringEquals = { "${var.x}:aud" = "sts.amazonaws.com" }`, "everyone, missing: " + unknown},
		{`aws_iam_openid_connect_provider.unknown.arn`, `StringEquals = { "${aws_iam_openid_connect_provider.unknown.url}:aud" = "sts.amazonaws.com" }`, "everyone, missing: " + unknown},
		{`var.x`, `StringEquals = { "` + gh + `:aud" = "sts.amazonaws.com" }`, "everyone, missing: any repository on GitHub"},
		{`var.x`, `StringLike = { "${var.x}:sub" = "repo:*", "${var.x}:aud" = "sts.amazonaws.com" }`, "everyone: any repository on GitHub repo:*"},
		{`var.x`, `StringLike = { "${var.x}:sub" = "*", "${var.x}:aud" = "sts.amazonaws.com" }`, "everyone: " + unknown + " *"},
		{`var.x`, `StringEquals = { "${var.x}:aud" = "4f6a0d" }`, ""}, // a client that people log in to
		{`var.x`, `StringEquals = { "${var.x}:aud" = var.x }`, ""},
		{`"` + arn + `login.example.com"`, `StringEquals = { "login.example.com:aud" = "4f6a0d" }`, ""},
		{`"` + arn + `gitlab.example.com"`, `StringEquals = { "gitlab.example.com:aud" = "https://gitlab.example.com" }`, "everyone, missing: whoever gets a token of gitlab.example.com"},
		{`"` + arn + `gitlab.example.com"`, `StringLike = { "gitlab.example.com:sub" = "project_path:*", "gitlab.example.com:aud" = "https://gitlab.example.com" }`,
			"everyone: whoever gets a token of gitlab.example.com project_path:*"},

		// Those of one organization
		{`aws_iam_openid_connect_provider.circle.arn`, ``, "organization, missing: any project of the organization on CircleCI"},
		{`aws_iam_openid_connect_provider.circle.arn`, `StringLike = { "oidc.circleci.com/org/${var.x}:sub" = "org/*", "oidc.circleci.com/org/${var.x}:aud" = var.x }`, "organization org/*"},
		{`aws_iam_openid_connect_provider.circle.arn`, `StringLike = { "oidc.circleci.com/org/${var.x}:sub" = "org/${var.x}/project/1/*", "oidc.circleci.com/org/${var.x}:aud" = var.x }`, ""},
		{`aws_iam_openid_connect_provider.circle.arn`, `StringEquals = { "oidc.circleci.com/org/${var.x}:oidc.circleci.com/project-id" = var.x, "oidc.circleci.com/org/${var.x}:aud" = var.x }`, ""},
		{`"` + arn + `api.bitbucket.org/2.0/workspaces/acme/pipelines-config/identity/oidc"`, ``, "organization, missing: any repository of the workspace on Bitbucket"},
		{`"` + arn + gh + `/acme"`, `StringLike = { "` + gh + `/acme:sub" = "repo:*", "` + gh + `/acme:aud" = "sts.amazonaws.com" }`, "organization repo:*"},

		// Those that other claims tell apart, and other providers
		{`"accounts.google.com"`, ``, ""},
		{`"accounts.google.com"`, `StringEquals = { "accounts.google.com:aud" = "1" }`, ""},
		{`"cognito-identity.amazonaws.com"`, `StringEquals = { "cognito-identity.amazonaws.com:aud" = "pool" }`, ""},
		{`"graph.facebook.com"`, `StringEquals = { "graph.facebook.com:app_id" = "1" }`, ""},
		{`"www.amazon.com"`, ``, ""},
		{`"` + arn + `oidc.vercel.com/acme"`, ``, ""},
		{`aws_iam_saml_provider.saml.arn`, ``, ""},
		{`"arn:aws:iam::123456789012:saml-provider/adfs"`, ``, ""},
		{`"*"`, ``, ""}, // see TestAnyone
		{`"*"`, `StringLike = { "` + gh + `:sub" = "repo:acme*", "` + gh + `:aud" = "sts.amazonaws.com" }`, "everyone: any repository on GitHub repo:acme*"},
	} {
		v := role(t, `Effect = "Allow", Action = "sts:AssumeRoleWithWebIdentity", Principal = { Federated = `+tt.provider+` }, Condition = { `+tt.condition+` }`)
		if got := verdicts(v); got != tt.want {
			t.Errorf("%s, %s\n got %q\nwant %q", tt.provider, tt.condition, got, tt.want)
		}
	}
}

// Which statements are looked at, whatever their order, and what a Deny beside them changes.
func TestSubjectStatements(t *testing.T) {
	const (
		fine     = `Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "ec2.amazonaws.com" }`
		broad    = `Effect = "Allow", Action = "sts:AssumeRoleWithWebIdentity", Principal = { Federated = aws_iam_openid_connect_provider.github.arn }, Condition = { StringLike = { "` + gh + `:sub" = "repo:*" } }`
		everyone = "everyone: any repository on GitHub repo:*"
		not      = `Condition = { StringNotLike = { "` + gh + `:sub" = "repo:acme/app:*" } }`
	)
	for _, tt := range []struct {
		statements []string
		want       string
	}{
		{[]string{fine, broad}, everyone},
		{[]string{broad, fine}, everyone},
		{[]string{broad, broad}, everyone + "; " + everyone},
		{[]string{strings.Replace(broad, `"Allow"`, `"Deny"`, 1)}, ""},
		{[]string{strings.Replace(broad, `"Allow"`, `var.x`, 1)}, ""},
		{[]string{strings.Replace(broad, "AssumeRoleWithWebIdentity", "*", 1)}, everyone},
		{[]string{strings.Replace(broad, "sts:AssumeRoleWithWebIdentity", "sts:assumerolewith*", 1)}, everyone},
		{[]string{strings.Replace(broad, "AssumeRoleWithWebIdentity", "AssumeRole", 1)}, ""},
		{[]string{strings.Replace(broad, `"sts:AssumeRoleWithWebIdentity"`, "var.x", 1)}, ""},
		{[]string{strings.Replace(broad, "Principal = { Federated", "Principal = { AWS = \"*\", Federated", 1)}, ""}, // see TestAnyone
		{[]string{strings.Replace(broad, "Principal = { Federated", "Principal = { Service = \"ec2.amazonaws.com\", Federated", 1)}, everyone},

		{[]string{broad, `Effect = "Deny", Action = "sts:*", Principal = "*", ` + not}, ""},
		{[]string{broad, `Effect = "Deny", Action = "sts:*", Principal = "*", ` + strings.Replace(not, "StringNotLike", "StringNotLikeIfExists", 1)}, ""},
		{[]string{`Effect = "Deny", Action = "sts:AssumeRoleWithWebIdentity", Principal = { Federated = aws_iam_openid_connect_provider.github.arn }, ` + not, broad}, ""},
		{[]string{broad, `Effect = "Deny", Action = "sts:*", Principal = "*", Condition = var.x`}, ""}, // it may
		{[]string{broad, `Effect = "Deny", Action = "sts:*", NotPrincipal = { AWS = "1" }`}, ""},
		{[]string{broad, `Effect = "Deny", Action = "sts:*", Principal = "*", Condition = { StringNotLike = { "` + gh + `:sub" = "repo:*" } }`}, everyone},
		{[]string{broad, `Effect = "Deny", Action = "sts:*", Principal = "*", Condition = { StringLike = { "` + gh + `:sub" = "repo:evil/*" } }`}, everyone},
		{[]string{broad, `Effect = "Deny", Action = "sts:AssumeRole", Principal = "*", ` + not}, everyone},
		{[]string{broad, `Effect = "Deny", Action = "sts:*", Principal = { AWS = "1" }, ` + not}, everyone},
	} {
		v := role(t, tt.statements...)
		var got []string
		for _, b := range v.BroadSubjects() {
			got = append(got, b.verdict())
		}
		if diff := cmp.Diff(tt.want, strings.Join(got, "; ")); diff != "" {
			t.Errorf("%s\n%s", strings.Join(tt.statements, "\n"), diff)
		}
	}
}

// A condition of which a part of the key is known is seen in every form in which people write it.
func TestPartlyKnownKeysInEveryForm(t *testing.T) {
	const statement = `Effect = "Allow", Action = "sts:AssumeRoleWithWebIdentity", Principal = { Federated = aws_iam_openid_connect_provider.eks.arn }`
	json := func(conditions string) string {
		return "resource \"aws_iam_role\" \"r\" {\n  assume_role_policy = jsonencode({ Statement = [{ " + statement + ", Condition = " + conditions + " }] })\n}\n"
	}
	document := func(conditions string) string {
		return `data "aws_iam_policy_document" "d" {
  statement {
    actions = ["sts:AssumeRoleWithWebIdentity"]
    principals {
      type        = "Federated"
      identifiers = [aws_iam_openid_connect_provider.eks.arn]
    }
` + conditions + `
  }
}
resource "aws_iam_role" "r" {
  assume_role_policy = data.aws_iam_policy_document.d.json
}
`
	}
	heredoc := func(conditions string) string {
		return `resource "aws_iam_role" "r" {
  assume_role_policy = <<EOF
{"Statement": {"Effect": "Allow", "Action": "sts:AssumeRoleWithWebIdentity", "Principal": {"Federated": "${aws_iam_openid_connect_provider.eks.arn}"}, "Condition": ` + conditions + `}}
EOF
}
`
	}
	block := func(test, variable, value string) string {
		return fmt.Sprintf("    condition {\n      test     = %q\n      variable = %q\n      values   = [%q]\n    }\n", test, variable, value)
	}
	for name, form := range map[string]func(subject string) string{
		"jsonencode": func(subject string) string {
			return json(`{ StringLike = { "${local.issuer}:sub" = "` + subject + `", "${local.issuer}:aud" = "sts.amazonaws.com" } }`)
		},
		"key in parentheses": func(subject string) string {
			return json(`{ StringLike = { ("${local.issuer}:sub") = ["` + subject + `"] }, StringEquals = { (format("%s:aud", local.issuer)) = "sts.amazonaws.com" } }`)
		},
		"merge": func(subject string) string {
			return json(`{ StringLike = merge({ "${local.issuer}:aud" = "sts.amazonaws.com" }, { "${local.issuer}:sub" = "` + subject + `" }) }`)
		},
		"for": func(subject string) string {
			return json(`{ StringLike = { for claim, value in { sub = "` + subject + `", aud = "sts.amazonaws.com" } : "${local.issuer}:${claim}" => value } }`)
		},
		"key cut out of the ARN": func(subject string) string {
			return json(`{ StringLike = { "${split("oidc-provider/", aws_iam_openid_connect_provider.eks.arn)[1]}:sub" = "` + subject + `", (join(":", [local.issuer, "aud"])) = "sts.amazonaws.com" } }`)
		},
		"zipmap": func(subject string) string {
			return json(`{ StringLike = zipmap(["${local.issuer}:sub", "${local.issuer}:aud"], ["` + subject + `", "sts.amazonaws.com"]) }`)
		},
		"heredoc": func(subject string) string {
			return heredoc(`{"StringLike": {"${local.issuer}:sub": "` + subject + `", "${local.issuer}:aud": "sts.amazonaws.com"}}`)
		},
		"heredoc with more before the hole": func(subject string) string {
			return heredoc(`{"StringLike": {"oidc.eks.${var.x}:sub": ["` + subject + `"], "oidc.eks.${var.x}:aud": "sts.amazonaws.com"}}`)
		},
		"data document": func(subject string) string {
			return document(block("StringLike", "${local.issuer}:sub", subject) + block("StringEquals", "${local.issuer}:aud", "sts.amazonaws.com"))
		},
		"data document, one operator": func(subject string) string {
			return document(block("StringLike", "${local.issuer}:sub", subject) + block("StringLike", "${local.issuer}:aud", "sts.amazonaws.com"))
		},
		"dynamic blocks": func(subject string) string {
			return document(`    dynamic "condition" {
      for_each = { sub = "` + subject + `", aud = "sts.amazonaws.com" }
      content {
        test     = "StringLike"
        variable = "${local.issuer}:${condition.key}"
        values   = [condition.value]
      }
    }`)
		},
		"dynamic blocks over such keys": func(subject string) string {
			return document(`    dynamic "condition" {
      for_each = { "${local.issuer}:sub" = "` + subject + `", "${local.issuer}:aud" = "sts.amazonaws.com" }
      content {
        test     = "StringLike"
        variable = condition.key
        values   = [condition.value]
      }
    }`)
		},
	} {
		for subject, want := range map[string]string{
			"system:serviceaccount:*:*":     "everyone: every pod of the cluster system:serviceaccount:*:*",
			"system:serviceaccount:web:app": "",
		} {
			if got := verdicts(NewView(module(t, things+form(subject)))); got != want {
				t.Errorf("%s, %s: got %q, want %q", name, subject, got, want)
			}
		}
	}
}
