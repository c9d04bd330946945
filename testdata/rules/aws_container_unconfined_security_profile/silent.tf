resource "aws_ecs_task_definition" "web" {
  family                   = "web"
  requires_compatibilities = ["EC2"]
  container_definitions = jsonencode([
    { name = "none", image = "web:1" },
    { name = "confined", image = "web:1", dockerSecurityOptions = ["no-new-privileges", "apparmor:web", "label:type:svirt_apache"] },
    { name = "credentials", image = "web:1", dockerSecurityOptions = ["credentialspec:ssmARN"] },
  ])
}

# Fargate refuses the option.
resource "aws_ecs_task_definition" "fargate" {
  family                   = "fargate"
  requires_compatibilities = ["FARGATE"]
  container_definitions    = jsonencode([{ name = "web", image = "web:1", dockerSecurityOptions = ["label:disable"] }])
}

resource "aws_launch_template" "hosts" {
  name      = "hosts"
  user_data = base64encode("echo '{\"seccomp-profile\": \"/etc/docker/seccomp.json\"}' > /etc/docker/daemon.json")
}

resource "aws_batch_job_definition" "job" {
  name                 = "job"
  type                 = "container"
  container_properties = jsonencode({ image = "job:1" })
}
