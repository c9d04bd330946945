resource "aws_ecs_task_definition" "web" {
  family                   = "web"
  requires_compatibilities = ["EC2"]
  container_definitions = jsonencode([
    { # expect notice: container "web" has no security options: its processes can gain privileges, and no profile of its own confines them; set dockerSecurityOptions to "no-new-privileges" and a label or profile
      name  = "web"
      image = "web:1.4.2"
    },
    {
      name                  = "worker"
      image                 = "worker:1.4.2"
      dockerSecurityOptions = ["no-new-privileges"] # expect notice: no SELinux label or AppArmor profile of its own confines container "worker"; add one to dockerSecurityOptions
    },
  ])
}
