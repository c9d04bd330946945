resource "aws_efs_file_system" "data" {}

resource "aws_efs_access_point" "data" {
  file_system_id = aws_efs_file_system.data.id
}

resource "aws_ecs_task_definition" "web" {
  family                = "web"
  container_definitions = jsonencode([{ name = "web", image = "web:1" }])
  volume {
    name = "encrypted"
    efs_volume_configuration {
      file_system_id     = "fs-1"
      transit_encryption = "ENABLED"
    }
  }
  volume {
    name = "default"
    efs_volume_configuration { # expect warning: volume "default" of task definition "web" is mounted without encryption in transit, so that its files cross the network in clear; set the transit encryption to "ENABLED"
      file_system_id = "fs-1"
    }
  }
  volume {
    name = "iam"
    efs_volume_configuration { # expect error: volume "iam" of task definition "web" has an access point or uses IAM, which need encryption in transit; set the transit encryption to "ENABLED"
      file_system_id = "fs-1"
      authorization_config {
        iam = "ENABLED"
      }
    }
  }
  dynamic "volume" {
    for_each = ["point"]
    content {
      name = volume.value
      efs_volume_configuration {
        file_system_id     = aws_efs_file_system.data.id
        transit_encryption = "DISABLED" # expect error: volume "point" of task definition "web" has an access point or uses IAM, which need encryption in transit; set the transit encryption to "ENABLED"
        authorization_config {
          access_point_id = aws_efs_access_point.data.id
        }
      }
    }
  }
}

resource "aws_batch_job_definition" "json" {
  name = "json"
  type = "container"
  container_properties = jsonencode({
    image   = "job:1"
    volumes = [{ name = "data", efsVolumeConfiguration = { fileSystemId = aws_efs_file_system.data.id } }] # expect warning: volume "data" of job definition "json" is mounted without encryption in transit, so that its files cross the network in clear; set the transit encryption to "ENABLED"
  })
}

resource "aws_batch_job_definition" "heredoc" {
  name           = "heredoc"
  type           = "container"
  # expect-below warning: volume "data" of job definition "heredoc" is mounted without encryption in transit, so that its files cross the network in clear; set the transit encryption to "ENABLED"; at line 64, taskProperties[0].volumes[0].efsVolumeConfiguration.transitEncryption
  ecs_properties = <<EOF
{
  "taskProperties": [{
    "volumes": [
      { "name": "data", "efsVolumeConfiguration": { "fileSystemId": "${aws_efs_file_system.data.id}", "transitEncryption": "DISABLED" } }
    ],
    "containers": [{ "name": "first", "image": "job:1" }]
  }]
}
EOF
}

resource "aws_batch_job_definition" "template" {
  name                 = "template"
  type                 = "container"
  container_properties = templatefile("job.json.tftpl", { file_system = "fs-1" }) # expect warning: volume "data" of job definition "template" is mounted without encryption in transit, so that its files cross the network in clear; set the transit encryption to "ENABLED"; at line 4 of job.json.tftpl, volumes[0].efsVolumeConfiguration
}

# Neither the task definition nor its volume has a name that is known here.
variable "family" {
  type    = string
  default = ""
}

variable "volume" {
  type = string
}

resource "aws_ecs_task_definition" "nameless" {
  family = var.family

  volume {
    name = var.volume

    efs_volume_configuration { # expect warning: a volume of task definition aws_ecs_task_definition.nameless is mounted without encryption in transit, so that its files cross the network in clear; set the transit encryption to "ENABLED"
      file_system_id = "fs-12345678"
    }
  }

  container_definitions = jsonencode([{ name = "web", image = "web:1.4.2" }])
}
