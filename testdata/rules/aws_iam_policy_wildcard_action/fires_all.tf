# What only the preset "all" reports.
data "aws_iam_policy_document" "narrow" {
  statement {
    sid       = "Bucket"
    actions   = ["s3:*"] # expect notice: statement "Bucket" of data.aws_iam_policy_document.narrow allows s3:* on arn:aws:s3:::app, and with it writing actions that nobody chose; list those that are needed
    resources = ["arn:aws:s3:::app", "arn:aws:s3:::app/*"]
  }
  statement {
    sid       = "Referred"
    actions   = ["s3:*"] # expect notice: statement "Referred" of data.aws_iam_policy_document.narrow allows s3:* on aws_s3_bucket.app.arn, and with it writing actions that nobody chose; list those that are needed
    resources = [aws_s3_bucket.app.arn, "${aws_s3_bucket.app.arn}/*"]
  }
  statement {
    sid       = "Kind"
    actions   = ["ecs:*"] # expect notice: statement "Kind" of data.aws_iam_policy_document.narrow allows ecs:* on arn:aws:ecs:*:*:service/*, and with it writing actions that nobody chose; list those that are needed
    resources = ["arn:aws:ecs:*:*:service/*"]
  }
  statement {
    sid       = "AllActions"
    actions   = ["*"] # expect notice: statement "AllActions" of data.aws_iam_policy_document.narrow allows every action on ${aws_s3_bucket.app.arn}/*, and with it writing actions that nobody chose; list those that are needed
    resources = ["${aws_s3_bucket.app.arn}/*"]
  }
  statement {
    sid       = "Region"
    actions   = ["ecs:*Service"] # expect notice: statement "Region" of data.aws_iam_policy_document.narrow allows ecs:*Service on arn:aws:ecs:eu-west-1:123456789012:*, and with it writing actions that nobody chose; list those that are needed
    resources = ["arn:aws:ecs:eu-west-1:123456789012:*"]
  }
  # Verbs are not reported on single resources.
  statement {
    actions   = ["s3:Put*", "s3:Delete*"]
    resources = ["${aws_s3_bucket.app.arn}/*"]
  }
}

resource "aws_s3_bucket" "app" {
  bucket = "app"
}

resource "aws_iam_policy" "narrow" {
  policy = data.aws_iam_policy_document.narrow.json
}
