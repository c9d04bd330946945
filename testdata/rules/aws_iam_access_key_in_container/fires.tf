resource "aws_iam_user" "uploader" {
  name = "uploader"
}

resource "aws_iam_access_key" "uploader" {
  user = aws_iam_user.uploader.name
}

resource "aws_ecs_task_definition" "uploader" {
  family = "uploader"
  container_definitions = jsonencode([
    {
      name  = "uploader"
      image = "uploader:1.4.2"
      environment = [
        { name = "AWS_ACCESS_KEY_ID", value = aws_iam_access_key.uploader.id },
        { name = "AWS_SECRET_ACCESS_KEY", value = aws_iam_access_key.uploader.secret }, # expect error: container "uploader" is given aws_iam_access_key.uploader.secret of user "uploader" in clear, a key that works for whoever has it until it is deleted; allow the task role what its user may do, and remove the key
      ]
    },
  ])
}
