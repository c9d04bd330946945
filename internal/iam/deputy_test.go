package iam

import (
	"strings"
	"testing"
)

// Which services are trusted whomever they work for.
func TestDeputies(t *testing.T) {
	const service = `Principal = { Service = "ecs-tasks.amazonaws.com" }`
	for statement, want := range map[string]string{
		`Principal = { Service = "ecs-tasks.amazonaws.com" }`:                                                      "ecs-tasks.amazonaws.com",
		`Principal = { Service = ["ec2.amazonaws.com", "eks.amazonaws.com"] }`:                                     "eks.amazonaws.com",
		`Principal = { Service = [var.x, "eks-fargate-pods.amazonaws.com"] }`:                                      "eks-fargate-pods.amazonaws.com",
		`Principal = { AWS = "arn:aws:iam::123456789012:role/a", Service = "codebuild.amazonaws.com" }`:            "codebuild.amazonaws.com",
		`Principal = { Service = "codedeploy.amazonaws.com" }`:                                                     "codedeploy.amazonaws.com",
		`Principal = { Service = "batch.amazonaws.com" }`:                                                          "batch.amazonaws.com",
		`Principal = { Service = "ecs-tasks.amazonaws.com.cn" }`:                                                   "ecs-tasks.amazonaws.com",
		`Principal = { Service = "ecs-tasks.${data.aws_partition.current.dns_suffix}" }`:                           "ecs-tasks.amazonaws.com",
		`principal = { service = "ECS-Tasks.amazonaws.com" }`:                                                      "ECS-Tasks.amazonaws.com",
		`Principal = { Service = "ec2.amazonaws.com" }`:                                                            "",
		`Principal = { Service = "ecs.amazonaws.com" }`:                                                            "",
		`Principal = { Service = "pods.eks.amazonaws.com" }`:                                                       "",
		`Principal = { Service = "lambda.amazonaws.com" }`:                                                         "",
		`Principal = { Service = "ecs${var.x}" }`:                                                                  "",
		`Principal = { Service = var.x }`:                                                                          "",
		`Principal = { AWS = "ecs-tasks.amazonaws.com" }`:                                                          "",
		`Principal = { Service = "ecs-tasks.amazonaws.com", AWS = "*" }`:                                           "", // see TestAnyone
		service + `, Action = "sts:TagSession"`:                                                                    "",
		service + `, Action = var.x`:                                                                               "",
		service + `, Action = ["sts:TagSession", "sts:AssumeRole"]`:                                                "ecs-tasks.amazonaws.com",
		service + `, Effect = "Deny"`:                                                                              "",
		service + `, Condition = {}`:                                                                               "ecs-tasks.amazonaws.com",
		service + `, Condition = var.x`:                                                                            "",
		service + `, Condition = { StringEquals = { "aws:SourceAccount" = "123456789012" } }`:                      "",
		service + `, Condition = { StringEquals = { "AWS:sourceaccount" = var.x } }`:                               "",
		service + `, Condition = { StringEquals = { "aws:SourceAccount" = data.aws_caller_identity.current.id } }`: "",
		service + `, Condition = { ArnLike = { "aws:SourceArn" = "arn:aws:ecs:eu-west-1:123456789012:*" } }`:       "",
		service + `, Condition = { ArnLike = { "aws:SourceArn" = "arn:aws:ecs:eu-west-1:${var.x}:*" } }`:           "",
		service + `, Condition = { ArnLike = { "aws:SourceArn" = "arn:aws:ecs:*:*:*" } }`:                          "ecs-tasks.amazonaws.com",
		service + `, Condition = { StringEquals = { "aws:SourceOrgID" = "o-1" } }`:                                 "",
		service + `, Condition = { "ForAnyValue:StringLike" = { "aws:SourceOrgPaths" = "o-1/*" } }`:                "",
		service + `, Condition = { StringEqualsIfExists = { "aws:SourceAccount" = "123456789012" } }`:              "ecs-tasks.amazonaws.com",
		service + `, Condition = { StringLike = { "aws:SourceAccount" = "*" } }`:                                   "ecs-tasks.amazonaws.com",
		service + `, Condition = { StringNotEquals = { "aws:SourceAccount" = "123456789012" } }`:                   "ecs-tasks.amazonaws.com",
		service + `, Condition = { StringEquals = { "aws:RequestedRegion" = "eu-west-1" } }`:                       "ecs-tasks.amazonaws.com",
		service + `, Condition = { StringEquals = { (var.x) = "123456789012" } }`:                                  "",

		service + `}, { Effect = "Deny", Action = "sts:*", Principal = "*", Condition = { StringNotEquals = { "aws:SourceAccount" = "123456789012" } }`:                "",
		service + `}, { Effect = "Deny", Action = "sts:AssumeRole", ` + service + `, Condition = { StringNotEquals = { "aws:SourceOrgID" = var.x } }`:                  "",
		service + `}, { Effect = "Deny", Action = "sts:*", Principal = "*", Condition = { StringNotEqualsIfExists = { "aws:SourceAccount" = "123456789012" } }`:        "",
		service + `}, { Effect = "Deny", Action = "sts:*", Principal = "*", Condition = { "ForAllValues:StringNotEquals" = { "aws:SourceAccount" = "123456789012" } }`: "",
		service + `}, { Effect = "Deny", Action = "sts:*", Principal = "*", Condition = { "ForAnyValue:StringNotEquals" = { "aws:SourceAccount" = "123456789012" } }`:  "ecs-tasks.amazonaws.com", // nor what lacks it
		service + `}, { Effect = "Deny", Action = "sts:AssumeRole", ` + service + `, Condition = { StringEquals = { "aws:SourceAccount" = "1" } }`:                     "ecs-tasks.amazonaws.com",
		service + `}, { Effect = "Deny", Action = "sts:AssumeRole", Principal = { AWS = "1" }, Condition = { StringNotEquals = { "aws:SourceAccount" = "1" } }`:        "ecs-tasks.amazonaws.com",
	} {
		var got []string
		for _, d := range role(t, allowing(statement)).Deputies() {
			got = append(got, d.Service)
		}
		if s := strings.Join(got, "; "); s != want {
			t.Errorf("%s: got %q, want %q", statement, s, want)
		}
	}
}

// Which accounts are trusted as a whole, without a condition.
func TestTrustedAccounts(t *testing.T) {
	const (
		account = `Principal = { AWS = "arn:aws:iam::210987654321:root" }`
		number  = "210987654321"
	)
	for statement, want := range map[string]string{
		`Principal = { AWS = "arn:aws:iam::210987654321:root" }`:                                                         number,
		`Principal = { AWS = "210987654321" }`:                                                                           number,
		`Principal = { AWS = "arn:aws-cn:iam::210987654321:root" }`:                                                      number,
		`Principal = { AWS = ["210987654321", "arn:aws:iam::123456789012:root"] }`:                                       number + " 123456789012",
		`Principal = { AWS = ["210987654321", "arn:aws:iam::210987654321:root"] }`:                                       number,
		`Principal = { AWS = [var.x, "arn:aws:iam::210987654321:root"] }`:                                                number,
		`Principal = { AWS = [for a in ["210987654321"] : "arn:aws:iam::${a}:root"] }`:                                   number,
		`Principal = { AWS = "arn:aws:iam::${local.partner}:root" }`:                                                     number,
		`Principal = { AWS = "arn:aws:iam::${data.aws_caller_identity.current.account_id}:root" }`:                       "",
		`Principal = { AWS = data.aws_caller_identity.current.account_id }`:                                              "",
		`Principal = { AWS = "arn:aws:iam::${var.account_id}:root" }`:                                                    "", // one's own
		`Principal = { AWS = local.own }`:                                                                                "",
		`Principal = { AWS = "arn:aws:iam::${var.x}:root" }`:                                                             "",
		`Principal = { AWS = var.x }`:                                                                                    "",
		`Principal = { AWS = "arn:aws:iam::210987654321:role/deploy" }`:                                                  "",
		`Principal = { AWS = "arn:aws:iam::210987654321:user/deploy" }`:                                                  "",
		`Principal = { AWS = "arn:aws:sts::210987654321:assumed-role/deploy/session" }`:                                  "",
		`Principal = { AWS = "210987654321:root" }`:                                                                      "",
		`Principal = { AWS = "arn:aws:iam::210987654321" }`:                                                              "",
		`Principal = { Service = "210987654321" }`:                                                                       "",
		`Principal = { AWS = ["210987654321", "*"] }`:                                                                    "", // see TestAnyone
		account + `, Action = "sts:TagSession"`:                                                                          "",
		account + `, Action = "*"`:                                                                                       number,
		account + `, Effect = "Deny"`:                                                                                    "",
		account + `, Condition = var.x`:                                                                                  "",
		account + `, Condition = { StringEquals = { "sts:ExternalId" = "acme" } }`:                                       "",
		account + `, Condition = { StringEquals = { "sts:ExternalId" = var.x } }`:                                        "",
		account + `, Condition = { StringLike = { "sts:ExternalId" = "*" } }`:                                            number,
		account + `, Condition = { StringEqualsIfExists = { "sts:ExternalId" = "acme" } }`:                               number,
		account + `, Condition = { StringNotEquals = { "sts:ExternalId" = "acme" } }`:                                    number,
		account + `, Condition = { Bool = { "aws:MultiFactorAuthPresent" = "true" } }`:                                   "",
		account + `, Condition = { Bool = { "aws:MultiFactorAuthPresent" = true } }`:                                     "",
		account + `, Condition = { Bool = { "aws:MultiFactorAuthPresent" = "false" } }`:                                  number,
		account + `, Condition = { BoolIfExists = { "aws:MultiFactorAuthPresent" = "true" } }`:                           number,
		account + `, Condition = { NumericLessThan = { "aws:MultiFactorAuthAge" = "3600" } }`:                            "",
		account + `, Condition = { Null = { "aws:MultiFactorAuthAge" = "false" } }`:                                      "",
		account + `, Condition = { StringEquals = { "aws:PrincipalOrgID" = "o-1" } }`:                                    "",
		account + `, Condition = { ArnLike = { "aws:PrincipalArn" = "arn:aws:iam::210987654321:role/aws-reserved/*" } }`: "",
		account + `, Condition = { StringEquals = { "aws:PrincipalTag/team" = "web" } }`:                                 "",
		account + `, Condition = { IpAddress = { "aws:SourceIp" = "203.0.113.0/24" } }`:                                  "",
		account + `, Condition = { IpAddress = { "aws:SourceIp" = "0.0.0.0/0" } }`:                                       number,
		account + `, Condition = { StringEquals = { "aws:PrincipalAccount" = "210987654321" } }`:                         number,
		account + `, Condition = { Bool = { "aws:SecureTransport" = "true" } }`:                                          number,
		account + `, Condition = { StringEquals = { "sts:RoleSessionName" = "deploy" } }`:                                number,
		account + `, Condition = { DateLessThan = { "aws:CurrentTime" = "2030-01-01T00:00:00Z" } }`:                      number,

		account + `}, { Effect = "Deny", Action = "sts:*", Principal = "*", Condition = { BoolIfExists = { "aws:MultiFactorAuthPresent" = "false" } }`:        "",
		account + `}, { Effect = "Deny", Action = "sts:AssumeRole", ` + account + `, Condition = { StringNotEquals = { "sts:ExternalId" = "acme" } }`:         "",
		account + `}, { Effect = "Deny", Action = "sts:AssumeRole", ` + account + `, Condition = { StringNotEqualsIfExists = { "sts:ExternalId" = "acme" } }`: "",
		account + `}, { Effect = "Deny", Action = "sts:AssumeRole", ` + account + `, Condition = { Bool = { "aws:SecureTransport" = "false" } }`:              number,
	} {
		var got []string
		for _, a := range role(t, allowing(statement)).TrustedAccounts() {
			got = append(got, strings.Join(a.Accounts, " "))
		}
		if s := strings.Join(got, "; "); s != want {
			t.Errorf("%s: got %q, want %q", statement, s, want)
		}
	}
}

// allowing is a statement that allows to assume the role, unless it says something else.
func allowing(statement string) string {
	first, rest, more := strings.Cut(statement, "}, {")
	if !strings.Contains(first, "Effect =") {
		first = `Effect = "Allow", ` + first
	}
	if !strings.Contains(first, "Action =") {
		first = `Action = "sts:AssumeRole", ` + first
	}
	if more {
		first += "}, {" + rest
	}
	return first
}
