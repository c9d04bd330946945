resource "aws_ecs_task_definition" "web" {
  family = "web"
  container_definitions = jsonencode([
    { name = "none", image = "web:1.4.2" },
    { name = "start", image = "node:22", command = ["npm", "run", "start"] },
    { name = "yarn", image = "node:22", command = ["yarn", "start"] },
    { name = "script", image = "node:22", command = ["npm", "run", "install-hooks"] },
    { name = "list", image = "web:1.4.2", command = ["sh", "-c", "pip list && go run ."] },
    { name = "said", image = "web:1.4.2", command = ["sh", "-c", "echo run apt-get install first"] },
    { name = "read", image = "web:1.4.2", command = ["sh", "-c", "TOKEN=$(curl -s http://169.254.170.2/token) exec serve"] },
    { name = "filtered", image = "web:1.4.2", command = ["sh", "-c", "curl -s http://localhost | jq ."] },
    { name = "query", image = "web:1.4.2", command = ["rpm", "-qi", "bash"] },
    { name = "health", image = "web:1.4.2", healthCheck = { command = ["CMD-SHELL", "curl -f http://localhost/ || exit 1"] } },
  ])
}

resource "aws_batch_job_definition" "job" {
  name                 = "job"
  type                 = "container"
  container_properties = <<JSON
{ "image": "job:1.4.2", "command": ["./install.sh"] }
JSON
}

resource "aws_apprunner_service" "web" {
  service_name = "web"

  source_configuration {
    image_repository {
      image_identifier      = "public.ecr.aws/example/web:1.4.2"
      image_repository_type = "ECR_PUBLIC"

      image_configuration {
        start_command = "npm start"
      }
    }
  }
}
