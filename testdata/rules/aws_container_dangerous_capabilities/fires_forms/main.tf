resource "aws_ecs_task_definition" "heredoc" {
  family                = "heredoc"
  # expect-below error: container "heredoc" gets the capability ALL, a power of root that reaches beyond the container; remove it, or add one that can do less; at line 11, [0].linuxParameters.capabilities.add[1]
  container_definitions = <<-EOF
    [
      {
        "name": "heredoc",
        "image": "web:1",
        "linuxParameters": {
          "capabilities": {
            "add": ["CHOWN", "all"]
          }
        }
      }
    ]
  EOF
}

resource "aws_ecs_task_definition" "template" {
  family                = "template"
  # expect-below warning: container "template" gets the capability SYS_NICE, which containers don't have by default; remove it unless the application needs it
  container_definitions = templatefile("web.json.tftpl", { capabilities = ["SYS_TIME", "SYS_NICE"] }) # expect error: container "template" gets the capability SYS_TIME, a power of root that reaches beyond the container; remove it, or add one that can do less
}

# Fargate has this one only.
resource "aws_ecs_task_definition" "fargate" {
  family                   = "fargate"
  requires_compatibilities = ["FARGATE"]
  container_definitions = jsonencode([
    { name = "falco", image = "falco:1", linuxParameters = { capabilities = { add = ["SYS_PTRACE"] } } }, # expect notice: container "falco" gets the capability SYS_PTRACE and can read and change the other processes of its task; remove it where nothing traces them
  ])
}
