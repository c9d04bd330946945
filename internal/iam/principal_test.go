package iam

import "testing"

// Whom a statement is for.
func TestAnyone(t *testing.T) {
	for principal, want := range map[string]string{
		`Principal = "*"`:                                           "everyone",
		`principal = "*"`:                                           "everyone",
		`Principal = { AWS = "*" }`:                                 "everyone",
		`Principal = { AWS = ["123456789012", "*"] }`:               "everyone",
		`Principal = { AWS = [var.x, "*"] }`:                        "everyone",
		`Principal = { AWS = concat(["*"], var.x) }`:                "everyone",
		`Principal = { Service = "ec2.amazonaws.com", AWS = "*" }`:  "everyone",
		`Principal = { Federated = "*" }`:                           "every provider",
		`NotPrincipal = { AWS = "arn:aws:iam::123456789012:root" }`: "all but some",
		`NotPrincipal = { AWS = var.x }`:                            "all but some",

		`Sid = "A"`:                                         "",
		`Principal = null`:                                  "",
		`Principal = var.x`:                                 "",
		`Principal = { AWS = var.x }`:                       "",
		`Principal = { AWS = [var.x] }`:                     "",
		`Principal = { AWS = var.x ? "*" : "1" }`:           "",
		`Principal = { (var.x) = "*" }`:                     "",
		`Principal = { Service = "*" }`:                     "",
		`Principal = { AWS = "123456789012" }`:              "",
		`Principal = { AWS = "arn:aws:iam::*:root" }`:       "", // AWS refuses it
		`Principal = { Federated = "accounts.google.com" }`: "",
		`NotPrincipal = var.x`:                              "",
	} {
		got := ""
		if p, ok := statement(t, principal).Anyone(); ok {
			switch {
			case p.AllBut:
				got = "all but some"
			case p.Federated:
				got = "every provider"
			default:
				got = "everyone"
			}
		}
		if got != want {
			t.Errorf("%s: %q, want %q", principal, got, want)
		}
	}
}

// Which Deny keeps strangers out of what everyone is allowed.
func TestGuarded(t *testing.T) {
	for deny, want := range map[string]bool{
		`Action = "ecr:*", Principal = "*", Condition = { StringNotEquals = { "aws:PrincipalOrgID" = "o-1" } }`:                   true,
		`Action = "ecr:*", Principal = "*", Condition = { StringNotEqualsIfExists = { "aws:PrincipalOrgID" = "o-1" } }`:           true,
		`Action = "ecr:*", Principal = "*", Condition = { "ForAllValues:StringNotLike" = { "aws:PrincipalOrgPaths" = "o-1/*" } }`: true,
		`Action = "ecr:*", Principal = "*", Condition = { "ForAnyValue:StringNotLike" = { "aws:PrincipalOrgPaths" = "o-1/*" } }`:  false, // nor who is in no organization
		`Action = "*", Principal = { AWS = "*" }, Condition = { StringNotEquals = { "aws:PrincipalAccount" = var.x } }`:           true,
		`Action = ["ecr:BatchGetImage"], Principal = "*", Condition = { StringNotEquals = { "aws:SourceVpce" = "vpce-1" } }`:      true,
		`Action = "ecr:*", Principal = "*", Condition = { NotIpAddress = { "aws:SourceIp" = "203.0.113.0/24" } }`:                 true,
		`Action = "ecr:*", NotPrincipal = { AWS = "123456789012" }`:                                                               true,
		`Action = "ecr:*", Principal = "*", Condition = var.x`:                                                                    true, // it may

		`Action = "ecr:*", Principal = "*", Condition = { StringEquals = { "aws:PrincipalOrgID" = "o-1" } }`:              false,
		`Action = "ecr:*", Principal = "*", Condition = { StringNotEquals = { "aws:PrincipalTag/a" = "b" } }`:             false,
		`Action = "ecr:*", Principal = "*", Condition = { NotIpAddress = { "aws:SourceIp" = "0.0.0.0/0" } }`:              false,
		`Action = "ecr:*", Principal = "*", Condition = { Bool = { "aws:SecureTransport" = "false" } }`:                   false,
		`Action = "ecr:PutImage", Principal = "*", Condition = { StringNotEquals = { "aws:PrincipalOrgID" = "o-1" } }`:    false,
		`Action = "ecr:*", Principal = { AWS = "1" }, Condition = { StringNotEquals = { "aws:PrincipalOrgID" = "o-1" } }`: false,
		`Action = var.x, Principal = "*", Condition = { StringNotEquals = { "aws:PrincipalOrgID" = "o-1" } }`:             false,
	} {
		m := module(t, `
variable "x" {}
resource "aws_ecr_repository_policy" "x" {
  policy = jsonencode({ Statement = [
    { Effect = "Allow", Action = "ecr:BatchGetImage", Principal = "*" },
    { Effect = "Deny", `+deny+` },
  ] })
}`)
		d := NewDocument(m, "x", m.Resources("aws_ecr_repository_policy")[0].Get("policy"))
		if got := len(d.Open()) == 0; got != want {
			t.Errorf("%s: guarded: %t, want %t", deny, got, want)
		}
	}
}
