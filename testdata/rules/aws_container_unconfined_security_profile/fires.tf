resource "aws_ecs_task_definition" "web" {
  family                   = "web"
  requires_compatibilities = ["EC2"]
  container_definitions = jsonencode([
    {
      name                  = "web"
      image                 = "web:1.4.2"
      dockerSecurityOptions = ["label:disable"] # expect error: container "web" turns a protection of its host's kernel off (label:disable); remove the option, or name a profile
    },
  ])
}
