# Conditions that keep out nobody who wants to come in.
resource "aws_iam_role" "conditions" {
  assume_role_policy = jsonencode({
    Statement = [
      { Sid = "MFA", Effect = "Allow", Action = "sts:AssumeRole", Principal = { AWS = "*" }, Condition = { Bool = { "aws:MultiFactorAuthPresent" = "true" } } },                                   # expect error: statement "MFA" of aws_iam_role.conditions lets anyone in any AWS account assume the role; name the accounts or roles as principals, or add a condition such as aws:PrincipalOrgID
      { Sid = "TLS", Effect = "Allow", Action = "sts:AssumeRole", Principal = { AWS = "*" }, Condition = { Bool = { "aws:SecureTransport" = "true" } } },                                          # expect error: statement "TLS" of aws_iam_role.conditions lets anyone in any AWS account assume the role; name the accounts or roles as principals, or add a condition such as aws:PrincipalOrgID
      { Sid = "AnyOrg", Effect = "Allow", Action = "sts:AssumeRole", Principal = { AWS = "*" }, Condition = { StringLike = { "aws:PrincipalOrgID" = "*" } } },                                     # expect error: statement "AnyOrg" of aws_iam_role.conditions lets anyone in any AWS account assume the role; name the accounts or roles as principals, or add a condition such as aws:PrincipalOrgID
      { Sid = "IfExists", Effect = "Allow", Action = "sts:AssumeRole", Principal = { AWS = "*" }, Condition = { StringEqualsIfExists = { "aws:PrincipalOrgID" = "o-a1b2c3d4e5" } } },              # expect error: statement "IfExists" of aws_iam_role.conditions lets anyone in any AWS account assume the role; name the accounts or roles as principals, or add a condition such as aws:PrincipalOrgID
      { Sid = "AllValues", Effect = "Allow", Action = "sts:AssumeRole", Principal = { AWS = "*" }, Condition = { "ForAllValues:StringEquals" = { "aws:PrincipalOrgPaths" = "o-a1b2c3d4e5/*" } } }, # expect error: statement "AllValues" of aws_iam_role.conditions lets anyone in any AWS account assume the role; name the accounts or roles as principals, or add a condition such as aws:PrincipalOrgID
      { Sid = "NotOrg", Effect = "Allow", Action = "sts:AssumeRole", Principal = { AWS = "*" }, Condition = { StringNotEquals = { "aws:PrincipalOrgID" = "o-a1b2c3d4e5" } } },                     # expect error: statement "NotOrg" of aws_iam_role.conditions lets anyone in any AWS account assume the role; name the accounts or roles as principals, or add a condition such as aws:PrincipalOrgID
      { Sid = "HasOrg", Effect = "Allow", Action = "sts:AssumeRole", Principal = { AWS = "*" }, Condition = { Null = { "aws:PrincipalOrgID" = "false" } } },                                       # expect error: statement "HasOrg" of aws_iam_role.conditions lets anyone in any AWS account assume the role; name the accounts or roles as principals, or add a condition such as aws:PrincipalOrgID
      { Sid = "AnyRole", Effect = "Allow", Action = "sts:AssumeRole", Principal = { AWS = "*" }, Condition = { ArnLike = { "aws:PrincipalArn" = "arn:aws:iam::*:role/deploy" } } },                # expect error: statement "AnyRole" of aws_iam_role.conditions lets anyone in any AWS account assume the role; name the accounts or roles as principals, or add a condition such as aws:PrincipalOrgID
      { Sid = "World", Effect = "Allow", Action = "sts:AssumeRole", Principal = { AWS = "*" }, Condition = { IpAddress = { "aws:SourceIp" = "0.0.0.0/0" } } },                                     # expect error: statement "World" of aws_iam_role.conditions lets anyone in any AWS account assume the role; name the accounts or roles as principals, or add a condition such as aws:PrincipalOrgID
      { Sid = "Tag", Effect = "Allow", Action = "sts:AssumeRole", Principal = { AWS = "*" }, Condition = { StringEquals = { "aws:PrincipalTag/team" = "web" } } },                                 # expect error: statement "Tag" of aws_iam_role.conditions lets anyone in any AWS account assume the role; name the accounts or roles as principals, or add a condition such as aws:PrincipalOrgID
      { Sid = "SessionName", Effect = "Allow", Action = "sts:AssumeRole", Principal = { AWS = "*" }, Condition = { StringEquals = { "sts:RoleSessionName" = "deploy" } } },                        # expect error: statement "SessionName" of aws_iam_role.conditions lets anyone in any AWS account assume the role; name the accounts or roles as principals, or add a condition such as aws:PrincipalOrgID
    ]
  })
}

# An external ID that stands in the code is no secret.
resource "aws_iam_role" "external_id" {
  assume_role_policy = jsonencode({
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { AWS = "*" } # expect warning: aws_iam_role.external_id lets anyone in any AWS account who knows the external ID assume the role, and the ID is no secret; name the accounts or roles as principals
      Condition = { StringEquals = { "sts:ExternalId" = "acme-deploy" } }
    }]
  })
}

# A Deny for somebody else.
resource "aws_iam_role" "deny" {
  assume_role_policy = jsonencode({
    Statement = [
      { Effect = "Allow", Action = "sts:AssumeRole", Principal = { AWS = "*" } }, # expect error: statement 1 of aws_iam_role.deny lets anyone in any AWS account assume the role; name the accounts or roles as principals, or add a condition such as aws:PrincipalOrgID
      { Effect = "Deny", Action = "sts:AssumeRole", Principal = { AWS = "arn:aws:iam::123456789012:root" } },
      { Effect = "Deny", Action = "sts:TagSession", Principal = "*", Condition = { StringNotEquals = { "aws:PrincipalOrgID" = "o-a1b2c3d4e5" } } },
    ]
  })
}
