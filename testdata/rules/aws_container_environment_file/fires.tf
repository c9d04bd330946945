resource "aws_ecs_task_definition" "web" {
  family = "web"
  container_definitions = jsonencode([
    {
      name  = "web"
      image = "web:1.4.2"
      environmentFiles = [
        { value = "arn:aws:s3:::settings/web.env", type = "s3" }, # expect notice: container "web" reads its environment from a file in S3, which holds it in clear and unseen here; write plain variables into environment, and refer to secrets in secrets
      ]
    }
  ])
}
