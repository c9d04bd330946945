# Container definitions as JSON text: inline, put together of texts, and from files. The directories fires_, silent_ and
# unknown_forms_text hold the same forms.

variable "release" {
  type = string
}

variable "debug" {
  type = bool
}

variable "secrets" {
  type = map(string)
}

resource "aws_ecr_repository" "app" {
  name = "app"
}

resource "aws_cloudwatch_log_group" "app" {
  name = "app"
}

locals {
  proxy = jsonencode({ name = "proxy", image = "proxy:${var.release}" })
  tasks = "${path.module}/tasks"
}

resource "aws_ecs_task_definition" "heredoc" {
  family = "heredoc"
  # expect-below error: container "heredoc" runs privileged and can take over its host; remove privileged, or add single capabilities; at line 37, [0].privileged
  container_definitions = <<EOF
[
  {
    "name": "heredoc",
    "image": "${aws_ecr_repository.app.repository_url}:${var.release}",
    "privileged": true
  }
]
EOF
}

resource "aws_ecs_task_definition" "indented_heredoc" {
  family = "indented_heredoc"
  # expect-below error: container "indented_heredoc" runs privileged and can take over its host; remove privileged, or add single capabilities; at line 51, [0].privileged
  container_definitions = <<-EOF
    [
      {
        "name": "indented_heredoc",
        "image": "${aws_ecr_repository.app.repository_url}",
        "privileged": true
      }
    ]
  EOF
}

resource "aws_ecs_task_definition" "quoted" {
  family = "quoted"
  # expect-below error: container "quoted" runs privileged and can take over its host; remove privileged, or add single capabilities; at [0].privileged
  container_definitions = "[{\"name\": \"quoted\", \"image\": \"app:${var.release}\", \"privileged\": true}]"
}

resource "aws_ecs_task_definition" "format" {
  family = "format"
  container_definitions = format("[%s, %s]", local.proxy, jsonencode({
    name       = "format"
    image      = var.release
    privileged = true # expect error: container "format" runs privileged and can take over its host; remove privileged, or add single capabilities
  }))
}

resource "aws_ecs_task_definition" "format_holes" {
  family = "format_holes"
  # expect-below error: container "format_holes" runs privileged and can take over its host; remove privileged, or add single capabilities; at [0].privileged
  container_definitions = format("[{\"name\": \"format_holes\", \"image\": \"app:%s\", \"privileged\": %t}]", var.release, true)
}

resource "aws_ecs_task_definition" "join" {
  family = "join"
  # expect-below error: container "join" runs privileged and can take over its host; remove privileged, or add single capabilities
  container_definitions = "[${join(",", [local.proxy, jsonencode({ name = "join", image = var.release, privileged = true })])}]"
}

resource "aws_ecs_task_definition" "replace" {
  family = "replace"
  # expect-below error: container "replace" runs privileged and can take over its host; remove privileged, or add single capabilities; at line 92, [0].privileged
  container_definitions = replace(<<-EOF
    [
      {
        "name": "replace",
        "image": "IMAGE",
        "privileged": true
      }
    ]
  EOF
  , "IMAGE", aws_ecr_repository.app.repository_url)
}

locals {
  parts = jsonencode({
    name       = "parts"
    image      = var.release
    privileged = true # expect error: container "parts" runs privileged and can take over its host; remove privileged, or add single capabilities
  })
}

resource "aws_ecs_task_definition" "parts" {
  family                = "parts"
  container_definitions = "[${local.proxy},${local.parts}]"
}

resource "aws_ecs_task_definition" "holes" {
  family = "holes"
  # expect-below error: container "holes" runs privileged and can take over its host; remove privileged, or add single capabilities; at line 124, [0].privileged
  container_definitions = <<EOF
[
  {
    "name": "holes",
    "image": "${aws_ecr_repository.app.repository_url}:latest",
    "cpu": ${var.release},
    "essential": ${var.debug},
    "secrets": ${jsonencode([for k, v in var.secrets : { name = k, valueFrom = v }])},
    "logConfiguration": ${jsonencode({ logDriver = "awslogs", options = { awslogs-group = aws_cloudwatch_log_group.app.name } })},
    "privileged": true
  }
]
EOF
}

resource "aws_ecs_task_definition" "optional_member" {
  family = "optional_member"
  # expect-below error: container "optional_member" runs privileged and can take over its host; remove privileged, or add single capabilities; at line 141, [0].privileged
  container_definitions = <<-EOF
    [
      {
        "name": "optional_member",
        %{~if var.debug~}
        "interactive": true,
        %{~endif~}
        "image": "app:${var.release}",
        "privileged": true
      }
    ]
  EOF
}

resource "aws_ecs_task_definition" "optional_container" {
  family = "optional_container"
  # expect-below error: container "optional_container" runs privileged and can take over its host; remove privileged, or add single capabilities; at line 154, [1].privileged
  container_definitions = <<-EOF
    [
      {"name": "proxy", "image": "proxy:${var.release}"}
      %{~if var.debug~}
      ,{"name": "optional_container", "image": "app", "privileged": true}
      %{~endif~}
    ]
  EOF
}

resource "aws_ecs_task_definition" "loop" {
  family = "loop"
  # expect-below error: container "loop" runs privileged and can take over its host; remove privileged, or add single capabilities; at line 170, [1].privileged
  container_definitions = <<-EOF
    [
      %{~for i, name in ["proxy", "loop"]~}
      %{if i > 0},%{endif}
      {
        "name": "${name}",
        "image": "${var.release}",
        "privileged": ${name == "loop" && true}
      }
      %{~endfor~}
    ]
  EOF
}

resource "aws_ecs_task_definition" "file" {
  family = "file"
  # expect-below error: container "file" runs privileged and can take over its host; remove privileged, or add single capabilities; at line 5 of plain.json, [0].privileged
  container_definitions = file("plain.json")
}

resource "aws_ecs_task_definition" "templatefile" {
  family = "templatefile"
  # expect-below error: container "templatefile" runs privileged and can take over its host; remove privileged, or add single capabilities; at line 11 of tasks/service.json.tftpl, [0].privileged
  container_definitions = templatefile("${path.module}/tasks/service.json.tftpl", {
    name        = "templatefile"
    repository  = aws_ecr_repository.app.repository_url
    cpu         = var.release
    environment = [for k, v in var.secrets : { name = k, value = v }]
    debug       = var.debug
  })
}

resource "aws_ecs_task_definition" "templatefile_argument" {
  family = "templatefile_argument"
  container_definitions = templatefile("${path.module}/tasks/argument.json.tftpl", {
    name       = "templatefile_argument"
    image      = aws_ecr_repository.app.repository_url
    privileged = true # expect error: container "templatefile_argument" runs privileged and can take over its host; remove privileged, or add single capabilities; at [0].privileged
  })
}

resource "aws_ecs_task_definition" "templatefile_loop" {
  family = "templatefile_loop"
  # expect-below error: container "templatefile_loop" runs privileged and can take over its host; remove privileged, or add single capabilities; at line 6 of tasks/loop.json.tftpl, [0].privileged
  container_definitions = templatefile("${path.module}/tasks/loop.json.tftpl", {
    names   = ["templatefile_loop"]
    release = var.release
  })
}

# How many there are is not known, what each of them is is.
resource "aws_ecs_task_definition" "templatefile_unknown_loop" {
  family = "templatefile_unknown_loop"
  # expect-below error: the container of aws_ecs_task_definition.templatefile_unknown_loop runs privileged and can take over its host; remove privileged, or add single capabilities; at line 6 of tasks/loop.json.tftpl, [0].privileged
  container_definitions = templatefile("${path.module}/tasks/loop.json.tftpl", {
    names   = split(",", var.release)
    release = var.release
  })
}

locals {
  # expect-below error: container "templatestring" runs privileged and can take over its host; remove privileged, or add single capabilities; at line 229, [0].privileged
  service = <<-EOF
    [{
      "name": "templatestring",
      "image": "$${image}",
      "privileged": true
    }]
  EOF
}

resource "aws_ecs_task_definition" "templatestring" {
  family = "templatestring"
  container_definitions = templatestring(local.service, {
    image = aws_ecr_repository.app.repository_url
  })
}

data "template_file" "template_file_inline" {
  # expect-below error: container "template_file_inline" runs privileged and can take over its host; remove privileged, or add single capabilities; at line 247, [0].privileged
  template = <<-EOF
    [{
      "name": "template_file_inline",
      "image": "$${image}",
      "privileged": true
    }]
  EOF

  vars = {
    image = aws_ecr_repository.app.repository_url
  }
}

resource "aws_ecs_task_definition" "template_file_inline" {
  family                = "template_file_inline"
  container_definitions = data.template_file.template_file_inline.rendered
}

data "template_file" "template_file_of_file" {
  template = file("${path.module}/tasks/old.json") # expect error: container "template_file_of_file" runs privileged and can take over its host; remove privileged, or add single capabilities; at line 5 of tasks/old.json, [0].privileged

  vars = {
    image = aws_ecr_repository.app.repository_url
  }
}

resource "aws_ecs_task_definition" "template_file_of_file" {
  family                = "template_file_of_file"
  container_definitions = data.template_file.template_file_of_file.rendered
}

data "local_file" "task" {
  filename = "${path.module}/tasks/local.json" # expect error: container "local_file" runs privileged and can take over its host; remove privileged, or add single capabilities; at line 5 of tasks/local.json, [0].privileged
}

resource "aws_ecs_task_definition" "local_file" {
  family                = "local_file"
  container_definitions = data.local_file.task.content
}

resource "aws_ecs_task_definition" "path_module" {
  family = "path_module"
  # expect-below error: container "path_module" runs privileged and can take over its host; remove privileged, or add single capabilities; at line 4 of tasks/path.json.tftpl, [0].privileged
  container_definitions = templatefile("${path.module}/tasks/path.json.tftpl", {
    name = "path_module"
  })
}

resource "aws_ecs_task_definition" "path_root" {
  family = "path_root"
  # expect-below error: container "path_root" runs privileged and can take over its host; remove privileged, or add single capabilities; at line 4 of tasks/path.json.tftpl, [0].privileged
  container_definitions = templatefile("${path.root}/tasks/path.json.tftpl", {
    name = "path_root"
  })
}

resource "aws_ecs_task_definition" "path_cwd" {
  family = "path_cwd"
  # expect-below error: container "path_cwd" runs privileged and can take over its host; remove privileged, or add single capabilities; at line 4 of tasks/path.json.tftpl, [0].privileged
  container_definitions = templatefile("${path.cwd}/tasks/path.json.tftpl", {
    name = "path_cwd"
  })
}

resource "aws_ecs_task_definition" "path_built" {
  family = "path_built"
  # expect-below error: container "path_built" runs privileged and can take over its host; remove privileged, or add single capabilities; at line 4 of tasks/path.json.tftpl, [0].privileged
  container_definitions = templatefile(join("/", [local.tasks, format("%s.json.tftpl", "path")]), {
    name = "path_built"
  })
}

# As modules did before Terraform had jsonencode of numbers in maps of strings.
resource "aws_ecs_task_definition" "replace_pattern" {
  family = "replace_pattern"
  container_definitions = replace(jsonencode([{
    name       = "replace_pattern"
    image      = "${aws_ecr_repository.app.repository_url}:${var.release}"
    cpu        = "256"
    privileged = "true" # expect error: container "replace_pattern" runs privileged and can take over its host; remove privileged, or add single capabilities
  }]), "/\"([0-9]+|true|false)\"/", "$1")
}

resource "aws_ecs_task_definition" "format_of_unknown" {
  family = "format_of_unknown"
  # expect-below error: container "format_of_unknown" runs privileged and can take over its host; remove privileged, or add single capabilities; at [0].privileged
  container_definitions = format("[{\"name\": \"format_of_unknown\", \"image\": \"${var.release}:%d\", \"privileged\": %t}]", 1, true)
}
