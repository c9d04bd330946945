data "aws_ecr_image" "web" {
  repository_name = "web"
  image_tag       = "1.4.2"
}

resource "aws_ecs_task_definition" "web" {
  family = "web"
  container_definitions = jsonencode([
    { name = "absent", image = "web:1.4.2" },
    { name = "null", image = "web:1.4.2", versionConsistency = null },
    { name = "enabled", image = "web:1.4.2", versionConsistency = "enabled" },
    # There is nothing to resolve.
    { name = "digest", image = "web@sha256:7cc4b5aefd1d0cadf8d97d4350462ba51c694ebca145b08d7d41b41acc8db5aa", versionConsistency = "disabled" },
    { name = "looked-up", image = data.aws_ecr_image.web.image_uri, versionConsistency = "disabled" },
  ])
}

# Batch has no such field: it means nothing there.
resource "aws_batch_job_definition" "job" {
  name                 = "job"
  type                 = "container"
  container_properties = jsonencode({ image = "job:1.4.2", versionConsistency = "disabled" })
}
