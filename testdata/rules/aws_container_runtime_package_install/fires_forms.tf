variable "port" {
  type = number
}

variable "packages" {
  type = string
}

resource "aws_ecs_task_definition" "forms" {
  family = "forms"
  container_definitions = jsonencode([
    { name = "words", image = "web:1", entryPoint = ["apk"], command = ["add", "--no-cache", "curl"] }, # expect warning: container "words" installs software when it starts (apk add), which was never scanned; install it in the image
    { name = "script", image = "web:1", entryPoint = ["/bin/bash", "-c"], command = [
      # expect-below warning: container "script" installs software when it starts (pip install), which was never scanned; install it in the image
      <<-SH
        set -e
        # apt-get install nothing
        pip install --no-cache-dir -r requirements.txt
        exec gunicorn --bind 0.0.0.0:${var.port} app
      SH
    ] },
    { name = "node", image = "node:22", command = ["/bin/sh", "-c", "npm ci; npm start"] }, # expect warning: container "node" installs software when it starts (npm ci), which was never scanned; install it in the image
    { name = "network", image = "web:1", command = ["sh", "-c", "curl -fsSL https://get.example.com/${var.packages} | sudo bash"] }, # expect warning: container "network" installs software when it starts (curl | bash), which was never scanned; install it in the image
    { name = "substituted", image = "web:1", command = ["bash", "-c", "$(wget -qO- https://get.example.com)"] }, # expect warning: container "substituted" installs software when it starts (wget | bash), which was never scanned; install it in the image
    { name = "unknown-packages", image = "web:1", command = ["sh", "-c", "yum -y install ${var.packages}"] }, # expect warning: container "unknown-packages" installs software when it starts (yum install), which was never scanned; install it in the image
    { name = "health", image = "web:1", healthCheck = { command = ["CMD-SHELL", "apk add curl; curl -f http://localhost:${var.port} || exit 1"] } }, # expect warning: container "health" installs software in its health check (apk add), which was never scanned; install it in the image
  ])
}

resource "aws_ecs_task_definition" "heredoc" {
  family                = "heredoc"
  # expect-below warning: container "web" installs software when it starts (dnf install), which was never scanned; install it in the image; at line 38, [0].command[2]
  container_definitions = <<JSON
[
  {
    "name": "web",
    "image": "web:1.4.2",
    "command": ["sh", "-c", "dnf install -y ${var.packages} && serve"]
  }
]
JSON
}
