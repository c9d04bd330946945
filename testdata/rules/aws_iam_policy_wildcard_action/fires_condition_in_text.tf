# A condition in a text makes several texts of it. What is in each of them is said once, what is only in one when it is there.

variable "logs" {
  type = bool
}

resource "aws_iam_role_policy" "app" {
  role = "app"
  # expect-below warning: statement "Deploy" of aws_iam_role_policy.app allows ecs:* on every resource, and with it writing actions that nobody chose; list those that are needed; at line 17, Statement[1].Action
  policy = <<-EOF
    {
      "Version": "2012-10-17",
      "Statement": [
        %{if var.logs~}
        {"Effect": "Allow", "Action": "logs:PutLogEvents", "Resource": "arn:aws:logs:eu-west-1:111122223333:log-group:app:*"},
        %{endif~}
        {"Sid": "Deploy", "Effect": "Allow", "Action": "ecs:*", "Resource": "*"}
      ]
    }
  EOF
}

data "aws_iam_policy_document" "optional" {
  statement {
    sid       = "Deploy"
    actions   = concat(["ecs:ListClusters"], var.logs ? ["ecs:*"] : []) # expect warning: statement "Deploy" of data.aws_iam_policy_document.optional allows ecs:* on every resource, and with it writing actions that nobody chose; list those that are needed
    resources = ["*"]
  }
}

resource "aws_iam_role_policy" "optional" {
  role   = "app"
  policy = data.aws_iam_policy_document.optional.json
}
