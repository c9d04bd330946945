package iam

import (
	"fmt"
	"strings"
	"testing"
)

// Whom a statement names, and whose they are, seen from a repository of the module.
func TestGrantees(t *testing.T) {
	for principal, want := range map[string]string{
		// Accounts, in the forms that AWS takes.
		`Principal = { AWS = "123456789012" }`:                                                        "account 123456789012 (unknown)",
		`Principal = { AWS = "arn:aws:iam::123456789012:root" }`:                                      "account 123456789012 (unknown)",
		`Principal = { AWS = "arn:${data.aws_partition.p.partition}:iam::123456789012:root" }`:        "account 123456789012 (unknown)",
		`Principal = { AWS = ["123456789012", "arn:aws-cn:iam::210987654321:root"] }`:                 "account 123456789012 (unknown), account 210987654321 (unknown)",
		`Principal = { AWS = data.aws_caller_identity.me.account_id }`:                                "account data.aws_caller_identity.me.account_id (own)",
		`Principal = { AWS = "arn:aws:iam::${data.aws_caller_identity.me.account_id}:root" }`:         "account data.aws_caller_identity.me.account_id (own)",
		`Principal = { AWS = "arn:${var.x}:iam::${data.aws_caller_identity.me.account_id}:root" }`:    "account data.aws_caller_identity.me.account_id (own)",
		`Principal = { AWS = "arn:aws:iam::${var.x}:root" }`:                                          "account var.x (unknown)",
		`Principal = { AWS = aws_organizations_account.dev.id }`:                                      "account aws_organizations_account.dev.id (foreign)",
		`Principal = { AWS = "arn:aws:iam::${aws_organizations_account.dev.id}:root" }`:               "account aws_organizations_account.dev.id (foreign)",
		`Principal = { AWS = "arn:aws:iam::${aws_organizations_account.elsewhere.id}:root" }`:         "account aws_organizations_account.elsewhere.id (unknown)",
		`Principal = { AWS = [for a in ["123456789012"] : "arn:aws:iam::${a}:root"] }`:                "account 123456789012 (unknown)",
		`Principal = { AWS = concat(["123456789012"], var.x) }`:                                       "account 123456789012 (unknown)",
		`Principal = "*", Condition = { StringEquals = { "aws:PrincipalAccount" = "123456789012" } }`: "account 123456789012 (unknown)",

		// Roles, users and sessions.
		`Principal = { AWS = "arn:aws:iam::123456789012:role/ci" }`:                                    "arn:aws:iam::123456789012:role/ci (unknown)",
		`Principal = { AWS = "arn:aws:iam::123456789012:user/team/ci" }`:                               "arn:aws:iam::123456789012:user/team/ci (unknown)",
		`Principal = { AWS = "arn:aws:sts::123456789012:assumed-role/ci/build" }`:                      "arn:aws:sts::123456789012:assumed-role/ci/build (unknown)",
		`Principal = { AWS = "arn:aws:iam::${var.x}:role/ci" }`:                                        "arn:aws:iam::…:role/ci (unknown)",
		`Principal = { AWS = "arn:aws:iam::${data.aws_caller_identity.me.account_id}:role/${var.x}" }`: "arn:aws:iam::…:role/… (own)",
		`Principal = { AWS = aws_iam_role.ci.arn }`:                                                    "aws_iam_role.ci.arn (own)",
		`Principal = { AWS = [aws_iam_role.ci.arn, data.aws_iam_user.ci.arn] }`:                        "aws_iam_role.ci.arn (own), data.aws_iam_user.ci.arn (own)",
		`Principal = { AWS = aws_iam_role.many[*].arn }`:                                               "aws_iam_role.many.arn (own), aws_iam_role.many.arn (own)",

		// Others.
		`Principal = { Service = "codebuild.amazonaws.com" }`:                                                                         "service codebuild.amazonaws.com (unknown)",
		`Principal = "*", Condition = { StringEquals = { "aws:PrincipalOrgID" = "o-1" } }`:                                            "every account of its organization (foreign)",
		`Principal = "*", Condition = { StringEquals = { "aws:PrincipalOrgID" = var.x } }`:                                            "every account of its organization (foreign)",
		`Principal = "*", Condition = { "ForAnyValue:StringLike" = { "aws:PrincipalOrgPaths" = "o-1/*" } }`:                           "every account of its organization (foreign)",
		`Principal = "*", Condition = { StringEquals = { "aws:PrincipalOrgID" = "o-1", "aws:PrincipalAccount" = "123456789012" } }`:   "account 123456789012 (unknown)",
		`Principal = "*", Condition = { StringEquals = { "aws:PrincipalOrgID" = "o-1" }, Bool = { "aws:SecureTransport" = "true" } }`: "every account of its organization (foreign)",
		`Principal = "*", Condition = { StringEquals = { "aws:PrincipalOrgID" = "o-1", "aws:SourceVpce" = "vpce-1" } }`:               "everyone who meets its conditions (unknown)",
		`Principal = "*", Condition = { ArnLike = { "aws:PrincipalArn" = "arn:aws:iam::123456789012:role/ci" } }`:                     "everyone who meets its conditions (unknown)",

		// What can't be known, what AWS refuses, and what is for everyone.
		`Principal = var.x`:                                                    "",
		`Principal = { AWS = var.x }`:                                          "",
		`Principal = { AWS = [var.x] }`:                                        "",
		`Principal = { AWS = var.x ? "123456789012" : "210987654321" }`:        "",
		`Principal = { AWS = var.x ? aws_iam_role.ci.arn : "123456789012" }`:   "",
		`Principal = { AWS = [var.x ? aws_iam_role.ci.arn : "123456789012"] }`: "",
		`Principal = { AWS = module.ci.role_arn }`:                             "",
		`Principal = { AWS = data.aws_caller_identity.me.arn }`:                "", // whoever runs Terraform
		`Principal = { AWS = "arn:aws:iam::*:root" }`:                          "",
		`Principal = { AWS = "arn:aws:iam::123456789012:group/ci" }`:           "",
		`Principal = { AWS = "AROAEXAMPLE" }`:                                  "",
		`Principal = "*"`:                                                      "",
		`Principal = { AWS = "*" }`:                                            "",
		`Principal = { AWS = "123456789012" }, Condition = var.x`:              "",
		`Principal = { AWS = "123456789012" }, Effect = "Deny"`:                "",
		`Principal = { AWS = "123456789012" }, Effect = var.x`:                 "",
		`Sid = "Nobody"`: "",
	} {
		m := module(t, `
variable "x" {}
data "aws_caller_identity" "me" {}
data "aws_partition" "p" {}
data "aws_iam_user" "ci" {}
resource "aws_iam_role" "ci" {}
resource "aws_iam_role" "many" { count = 2 }
resource "aws_organizations_account" "dev" {}
resource "aws_organizations_account" "elsewhere" { provider = aws.management }
resource "aws_ecr_repository_policy" "x" {
  policy = jsonencode({ Statement = [merge({ Effect = "Allow", Action = "ecr:PutImage" }, { `+principal+` })] })
}`)
		r := m.Resources("aws_ecr_repository_policy")[0]
		var got []string
		for _, g := range NewDocument(m, "x", r.Get("policy")).Grants() {
			for _, one := range g.Grantees {
				got = append(got, fmt.Sprintf("%s (%s)", one, whose(OwnerOf(m, r).Whose(one))))
			}
		}
		if s := strings.Join(got, ", "); s != want {
			t.Errorf("%s:\n %q, want\n %q", principal, s, want)
		}
	}
}

// What the provider's configuration says of the account that a resource is in.
func TestOwner(t *testing.T) {
	for configuration, want := range map[string]string{
		`allowed_account_ids = ["123456789012"]`:                                "own",
		`allowed_account_ids = ["210987654321"]`:                                "foreign",
		`allowed_account_ids = ["210987654321", "123456789012"]`:                "unknown", // it is one of them
		`allowed_account_ids = ["210987654321", "345678901234"]`:                "foreign",
		`forbidden_account_ids = ["123456789012"]`:                              "foreign",
		`forbidden_account_ids = ["210987654321"]`:                              "unknown",
		`assume_role { role_arn = "arn:aws:iam::123456789012:role/terraform" }`: "own",
		`assume_role { role_arn = "arn:aws:iam::210987654321:role/terraform" }`: "foreign",
		"assume_role { role_arn = \"arn:aws:iam::210987654321:role/hub\" }\n  assume_role { role_arn = \"arn:aws:iam::123456789012:role/terraform\" }": "own",
		"assume_role { role_arn = \"arn:aws:iam::210987654321:role/hub\" }\n  assume_role { role_arn = var.x }":                                        "unknown",

		``:                            "unknown",
		`region = "eu-west-1"`:        "unknown",
		`allowed_account_ids = var.x`: "unknown",
		`allowed_account_ids = ["210987654321", var.x]`:                                      "unknown",
		`allowed_account_ids = concat(["210987654321"], var.x)`:                              "unknown",
		`allowed_account_ids = []`:                                                           "unknown",
		`assume_role { role_arn = var.x }`:                                                   "unknown",
		`assume_role { role_arn = "arn:aws:iam::${var.x}:role/terraform" }`:                  "unknown",
		"alias = \"hub\"\n  allowed_account_ids = [\"210987654321\"]":                        "unknown", // another configuration
		"alias = \"hub\"\n  allowed_account_ids = [\"210987654321\"]\n}\nprovider \"aws\" {": "unknown",
	} {
		m := module(t, "provider \"aws\" {\n  "+configuration+"\n}"+`
variable "x" {}
resource "aws_ecr_repository_policy" "x" {
  policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "ecr:PutImage", Principal = { AWS = "123456789012" } }] })
}`)
		r := m.Resources("aws_ecr_repository_policy")[0]
		one := NewDocument(m, "x", r.Get("policy")).Grants()[0].Grantees[0]
		if got := whose(OwnerOf(m, r).Whose(one)); got != want {
			t.Errorf("%s: %s, want %s", configuration, got, want)
		}
	}
}

func whose(w Whose) string { return []string{"unknown", "own", "foreign"}[w] }
