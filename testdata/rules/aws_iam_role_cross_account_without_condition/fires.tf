data "aws_iam_policy_document" "partner" {
  statement {
    sid     = "Partner"
    actions = ["sts:AssumeRole"]

    principals {
      type        = "AWS"
      identifiers = ["arn:aws:iam::210987654321:root"] # expect notice: statement "Partner" of data.aws_iam_policy_document.partner lets whomever the administrators of account 210987654321 choose assume the role; unless it is your own, name a role of it, or add a condition such as sts:ExternalId
    }
  }
}

resource "aws_iam_role" "partner" {
  assume_role_policy = data.aws_iam_policy_document.partner.json
}
