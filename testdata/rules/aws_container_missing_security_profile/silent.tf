resource "aws_ecs_task_definition" "web" {
  family                   = "web"
  requires_compatibilities = ["EC2"]
  container_definitions = jsonencode([
    { name = "label", image = "web:1", dockerSecurityOptions = ["no-new-privileges", "label:type:web_t"] },
    { name = "profile", image = "web:1", dockerSecurityOptions = ["no-new-privileges:true", "apparmor=web"] },
    { name = "privileged", image = "web:1", privileged = true },
  ])
}

resource "aws_ecs_task_definition" "fargate" {
  family                   = "fargate"
  requires_compatibilities = ["FARGATE"]
  container_definitions    = jsonencode([{ name = "web", image = "web:1" }])
}

# It may run on Fargate.
resource "aws_ecs_task_definition" "anywhere" {
  family                = "anywhere"
  network_mode          = "awsvpc"
  cpu                   = 256
  memory                = 512
  container_definitions = jsonencode([{ name = "web", image = "web:1" }])
}

resource "aws_ecs_task_definition" "windows" {
  family                   = "windows"
  requires_compatibilities = ["EC2"]
  runtime_platform {
    operating_system_family = "WINDOWS_SERVER_2022_CORE"
  }
  container_definitions = jsonencode([{ name = "web", image = "web:1" }])
}

# Neither has a field for it.
resource "aws_ecs_daemon_task_definition" "agent" {
  family = "agent"
  container_definition {
    name  = "agent"
    image = "agent:1"
  }
}

resource "aws_batch_job_definition" "job" {
  name                 = "job"
  type                 = "container"
  container_properties = jsonencode({ image = "job:1" })
}
