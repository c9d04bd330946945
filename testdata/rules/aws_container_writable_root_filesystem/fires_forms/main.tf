resource "aws_ecs_task_definition" "heredoc" {
  family                = "heredoc"
  # expect-below warning: container "heredoc" can write to its root file system, so that an attacker can change the application and add tools; set readonlyRootFilesystem = true, and mount a volume where it has to write; at line 9, [0].readOnlyRootFilesystem
  container_definitions = <<EOF
[
  {
    "name": "heredoc",
    "image": "web:1",
    "readOnlyRootFilesystem": false
  }
]
EOF
}

resource "aws_ecs_task_definition" "template" {
  family                = "template"
  container_definitions = templatefile("web.json.tftpl", { image = "web:1", readonly = false }) # expect warning: container "template" can write to its root file system, so that an attacker can change the application and add tools; set readonlyRootFilesystem = true, and mount a volume where it has to write; at [0].readonlyRootFilesystem
}

# The provider reads keys in any case, but not with another spelling.
resource "aws_ecs_task_definition" "misspelt" {
  family = "misspelt"
  container_definitions = jsonencode([
    { name = "any-case", image = "web:1", ReadonlyRootFileSystem = true },
    { name = "misspelt", image = "web:1", read_only_root_filesystem = true }, # expect warning: container "misspelt" can write to its root file system, so that an attacker can change the application and add tools; set readonlyRootFilesystem = true, and mount a volume where it has to write
  ])
}

# Nobody can open a shell in it.
resource "aws_ecs_service" "heredoc" {
  name                   = "heredoc"
  task_definition        = aws_ecs_task_definition.heredoc.arn
  enable_execute_command = false
}
