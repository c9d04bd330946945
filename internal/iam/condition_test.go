package iam

import "testing"

// Whom conditions keep out of what is for everyone.
func TestNarrowsCallers(t *testing.T) {
	for condition, want := range map[string]Narrowing{
		``:                                       NotNarrowed,
		`Condition = null`:                       NotNarrowed,
		`Condition = {}`:                         NotNarrowed,
		`Condition = var.x`:                      Narrowed,
		`Condition = merge({}, var.x)`:           Narrowed,
		`Condition = { StringEquals = var.x }`:   Narrowed,
		`Condition = var.x ? { Bool = {} } : {}`: Narrowed,

		`Condition = { StringEquals = { "aws:PrincipalOrgID" = "o-1" } }`:                                     Narrowed,
		`Condition = { stringequals = { "AWS:principalorgid" = ["o-1"] } }`:                                   Narrowed,
		`Condition = { StringLike = { "aws:PrincipalOrgID" = "o-*" } }`:                                       Narrowed,
		`Condition = { StringLike = { "aws:PrincipalOrgID" = "*" } }`:                                         NotNarrowed,
		`Condition = { StringEquals = { "aws:PrincipalOrgID" = var.x } }`:                                     Narrowed,
		`Condition = { StringLike = { "aws:PrincipalOrgID" = [var.x, "*"] } }`:                                NotNarrowed,
		`Condition = { StringEquals = { "aws:PrincipalOrgID" = aws_s3_bucket.b.arn } }`:                       Narrowed,
		`Condition = { StringEqualsIfExists = { "aws:PrincipalOrgID" = "o-1" } }`:                             NotNarrowed,
		`Condition = { StringNotEquals = { "aws:PrincipalOrgID" = "o-1" } }`:                                  NotNarrowed,
		`Condition = { Null = { "aws:PrincipalOrgID" = "false" } }`:                                           NotNarrowed,
		`Condition = { "ForAnyValue:StringLike" = { "aws:PrincipalOrgPaths" = "o-1/r-1/ou-1/*" } }`:           Narrowed,
		`Condition = { "ForAllValues:StringLike" = { "aws:PrincipalOrgPaths" = "o-1/r-1/ou-1/*" } }`:          NotNarrowed,
		`Condition = { StringEquals = { "aws:PrincipalAccount" = "123456789012" } }`:                          Narrowed,
		`Condition = { StringEquals = { "aws:SourceAccount" = "123456789012" } }`:                             Narrowed,
		`Condition = { StringEquals = { "aws:SourceVpce" = "vpce-1" } }`:                                      Narrowed,
		`Condition = { StringEquals = { "aws:SourceVpc" = "vpc-1" } }`:                                        Narrowed,
		`Condition = { StringEquals = { "aws:VpceAccount" = "123456789012" } }`:                               Narrowed,
		`Condition = { ArnLike = { "aws:PrincipalArn" = "arn:aws:iam::123456789012:role/*" } }`:               Narrowed,
		`Condition = { ArnLike = { "aws:PrincipalArn" = "arn:aws:iam::*:role/deploy" } }`:                     NotNarrowed,
		`Condition = { ArnLike = { "aws:PrincipalArn" = "*" } }`:                                              NotNarrowed,
		`Condition = { ArnLike = { "aws:PrincipalArn" = "arn:aws:iam::${var.x}:role/deploy" } }`:              Narrowed,
		`Condition = { ArnEquals = { "aws:SourceArn" = "arn:aws:s3:::bucket" } }`:                             Narrowed,
		`Condition = { ArnLike = { "aws:SourceArn" = "arn:aws:s3:::*" } }`:                                    NotNarrowed,
		`Condition = { ArnLike = { "aws:SourceArn" = "arn:aws:sns:*:*:topic" } }`:                             NotNarrowed,
		`Condition = { ArnLike = { "aws:SourceArn" = "arn:aws:sns:*:123456789012:*" } }`:                      Narrowed,
		`Condition = { IpAddress = { "aws:SourceIp" = "203.0.113.0/24" } }`:                                   Narrowed,
		`Condition = { IpAddress = { "aws:SourceIp" = "0.0.0.0/0" } }`:                                        NotNarrowed,
		`Condition = { IpAddress = { "aws:SourceIp" = ["203.0.113.0/24", "::/0"] } }`:                         NotNarrowed,
		`Condition = { IpAddress = { "aws:SourceIp" = ["0.0.0.0/1", "128.0.0.0/1"] } }`:                       NotNarrowed,
		`Condition = { NotIpAddress = { "aws:SourceIp" = "203.0.113.0/24" } }`:                                NotNarrowed,
		`Condition = { Bool = { "aws:SecureTransport" = "true" } }`:                                           NotNarrowed,
		`Condition = { Bool = { "aws:MultiFactorAuthPresent" = "true" } }`:                                    NotNarrowed,
		`Condition = { StringEquals = { "aws:PrincipalTag/team" = "web" } }`:                                  NotNarrowed,
		`Condition = { StringEquals = { "aws:RequestedRegion" = "eu-west-1" } }`:                              NotNarrowed,
		`Condition = { StringEquals = { "sts:RoleSessionName" = "deploy" } }`:                                 NotNarrowed,
		`Condition = { StringEquals = { "ecr:ResourceTag/public" = "true" } }`:                                NotNarrowed,
		`Condition = { DateLessThan = { "aws:CurrentTime" = "2030-01-01T00:00:00Z" } }`:                       NotNarrowed,
		`Condition = { StringEquals = { "sts:ExternalId" = "acme" } }`:                                        ByExternalID,
		`Condition = { StringEquals = { "sts:ExternalId" = var.x } }`:                                         Narrowed,
		`Condition = { StringLike = { "sts:ExternalId" = "*" } }`:                                             NotNarrowed,
		`Condition = { StringEquals = { "token.actions.githubusercontent.com:sub" = "repo:org/app:*" } }`:     Narrowed,
		`Condition = { StringEquals = { "SAML:aud" = "https://signin.aws.amazon.com/saml" } }`:                Narrowed,
		`Condition = { Bool = { "aws:SecureTransport" = "true" }, StringEquals = { "aws:SourceVpc" = "v" } }`: Narrowed,
	} {
		if got := statement(t, condition).NarrowsCallers(); got != want {
			t.Errorf("%s: %d, want %d", condition, got, want)
		}
	}
}

// How far conditions limit what an identity may do.
func TestLimit(t *testing.T) {
	for condition, want := range map[string]Limit{
		``:                             Unlimited,
		`Condition = {}`:               Unlimited,
		`Condition = var.x`:            Unknowable,
		`Condition = { Bool = var.x }`: Unknowable,

		`Condition = { Bool = { "aws:SecureTransport" = "true" } }`:                Unlimited,
		`Condition = { StringNotEquals = { "aws:ResourceTag/env" = "prod" } }`:     Unlimited,
		`Condition = { StringEqualsIfExists = { "ec2:ResourceTag/env" = "dev" } }`: Unlimited,
		`Condition = { "ForAllValues:StringEquals" = { "aws:TagKeys" = ["a"] } }`:  Unlimited,
		`Condition = { ArnLike = { "ecs:cluster" = "*" } }`:                        Unlimited,
		`Condition = { IpAddress = { "aws:SourceIp" = "0.0.0.0/0" } }`:             Unlimited,
		`Condition = { Bool = { "aws:MultiFactorAuthPresent" = "false" } }`:        Unlimited,
		`Condition = { Null = { "aws:ResourceTag/owner" = "true" } }`:              Unlimited,
		`Condition = { Null = { "ecs:cluster" = "false" } }`:                       Unlimited,

		`Condition = { StringEquals = { "aws:RequestedRegion" = "eu-west-1" } }`: ByContext,
		`Condition = { StringEquals = { "ec2:Region" = "eu-west-1" } }`:          ByContext,
		`Condition = { Bool = { "aws:MultiFactorAuthPresent" = "true" } }`:       ByContext,
		`Condition = { Bool = { "aws:MultiFactorAuthPresent" = true } }`:         ByContext,
		`Condition = { StringEquals = { "aws:SourceVpc" = var.x } }`:             ByContext,
		`Condition = { IpAddress = { "aws:SourceIp" = "203.0.113.0/24" } }`:      ByContext,
		`Condition = { StringEquals = { "aws:PrincipalTag/admin" = "true" } }`:   ByContext,
		`Condition = { StringEquals = { "aws:ResourceAccount" = "1" } }`:         ByContext,
		`Condition = { DateLessThan = { "aws:CurrentTime" = "2030-01-01" } }`:    ByContext,

		`Condition = { ArnEquals = { "ecs:cluster" = "arn:aws:ecs:eu-west-1:1:cluster/web" } }`:     ByResource,
		`Condition = { StringEquals = { "aws:ResourceTag/env" = "dev" } }`:                          ByResource,
		`Condition = { StringLike = { "aws:RequestTag/cluster" = "*" } }`:                           ByResource,
		`Condition = { Null = { "aws:ResourceTag/cluster" = "false" } }`:                            ByResource,
		`Condition = { StringEquals = { "iam:PassedToService" = "ecs-tasks.amazonaws.com" } }`:      ByResource,
		`Condition = { StringEquals = { "kms:ViaService" = var.x } }`:                               ByResource,
		`Condition = { Bool = { "kms:GrantIsForAWSResource" = "true" } }`:                           ByResource,
		`Condition = { StringEquals = { "aws:RequestedRegion" = "r", "aws:ResourceTag/a" = "b" } }`: ByResource,
	} {
		if got := statement(t, condition).Limit(); got != want {
			t.Errorf("%s: %d, want %d", condition, got, want)
		}
	}
}
