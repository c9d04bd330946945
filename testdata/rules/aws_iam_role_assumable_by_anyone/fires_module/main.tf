data "aws_iam_policy_document" "trust" {
  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "AWS"
      identifiers = ["*"] # expect error: data.aws_iam_policy_document.trust lets anyone in any AWS account assume the role; name the accounts or roles as principals, or add a condition such as aws:PrincipalOrgID
    }
  }
}

# Reported where it is written, not here.
module "document" {
  source = "./role"

  trust = data.aws_iam_policy_document.trust.json
}

module "inline" {
  source = "./role"

  trust = jsonencode({ Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { AWS = "*" } }] }) # expect error: aws_iam_role.given lets anyone in any AWS account assume the role; name the accounts or roles as principals, or add a condition such as aws:PrincipalOrgID; at Statement[0].Principal.AWS
}
