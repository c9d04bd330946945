resource "aws_ecs_task_definition" "web" {
  family                   = "web"
  requires_compatibilities = ["EC2"]
  network_mode             = "host" # expect error: task definition "web" uses the network of its host, past security groups and open to all that listens there; set network_mode = "awsvpc"
  container_definitions    = jsonencode([{ name = "web", image = "web:1.4.2" }])
}
