variable "encryption" {
  type = string
}

variable "volumes" {
  type = map(string)
}

resource "aws_ecs_task_definition" "web" {
  family                = "web"
  container_definitions = jsonencode([{ name = "web", image = "web:1" }])
  volume {
    name = "variable"
    efs_volume_configuration {
      file_system_id     = "fs-1"
      transit_encryption = var.encryption
    }
  }
  volume {
    name = "either"
    efs_volume_configuration {
      file_system_id     = "fs-1"
      transit_encryption = var.encryption == "x" ? "DISABLED" : "ENABLED"
    }
  }
  # It may be on EFS or not.
  volume {
    name = "dynamic"
    dynamic "efs_volume_configuration" {
      for_each = var.volumes
      content {
        file_system_id = efs_volume_configuration.value
      }
    }
  }
}

resource "aws_batch_job_definition" "heredoc" {
  name                 = "heredoc"
  type                 = "container"
  container_properties = <<EOF
{ "image": "job:1", "volumes": [{ "name": "data", "efsVolumeConfiguration": { "fileSystemId": "fs-1", "transitEncryption": "${var.encryption}" } }] }
EOF
}

resource "aws_batch_job_definition" "json" {
  name                 = "json"
  type                 = "container"
  container_properties = jsonencode({ image = "job:1", volumes = [{ name = "data", efsVolumeConfiguration = merge(var.volumes, { fileSystemId = "fs-1" }) }] })
}
