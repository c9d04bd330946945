resource "aws_ecs_task_definition" "web" {
  family                   = "web"
  requires_compatibilities = ["EC2"]
  pid_mode                 = "host" # expect error: task definition "web" sees and reaches the processes of its host; remove the PID mode, or set it to "task"
  container_definitions    = jsonencode([{ name = "web", image = "web:1.4.2" }])
}
