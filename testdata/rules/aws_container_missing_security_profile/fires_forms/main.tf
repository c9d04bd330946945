resource "aws_ecs_task_definition" "heredoc" {
  family                   = "heredoc"
  requires_compatibilities = ["MANAGED_INSTANCES"]
  # expect-below notice: processes of container "heredoc" can gain privileges through setuid programs; add "no-new-privileges" to dockerSecurityOptions; at line 7, [0].dockerSecurityOptions
  container_definitions    = <<EOF
[
  { "name": "heredoc", "image": "web:1", "dockerSecurityOptions": ["label:type:web_t"] }
]
EOF
}

# It can't run on Fargate, which has no bridge.
resource "aws_ecs_task_definition" "template" {
  family                = "template"
  network_mode          = "bridge"
  container_definitions = templatefile("web.json.tftpl", { image = "web:1" }) # expect notice: container "template" has no security options: its processes can gain privileges, and no profile of its own confines them; set dockerSecurityOptions to "no-new-privileges" and a label or profile; at line 2 of web.json.tftpl, [0].dockerSecurityOptions
}

resource "aws_ecs_task_definition" "service" {
  family                = "service"
  network_mode          = "awsvpc"
  cpu                   = 256
  memory                = 512
  container_definitions = jsonencode([{ name = "service", image = "web:1" }]) # expect notice: container "service" has no security options: its processes can gain privileges, and no profile of its own confines them; set dockerSecurityOptions to "no-new-privileges" and a label or profile
}

resource "aws_ecs_service" "service" {
  name            = "service"
  launch_type     = "EC2"
  task_definition = aws_ecs_task_definition.service.arn
}
