resource "aws_ecs_task_definition" "web" {
  family = "web"
  container_definitions = jsonencode([
    {
      name               = "web"
      image              = "web:1.4.2"
      versionConsistency = "disabled" # expect warning: container "web" has version consistency disabled, so that its tasks may run different images under one tag; remove versionConsistency, or name the image by its digest
    }
  ])
}
