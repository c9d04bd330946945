resource "aws_ecs_task_definition" "web" {
  family                = "web"
  # expect-below notice: container "web" reads its environment from a file in S3, which holds it in clear and unseen here; write plain variables into environment, and refer to secrets in secrets; at line 6 of web.json.tftpl, [0].environmentFiles[0].value
  # expect-below notice: container "web" reads its environment from a file in S3, which holds it in clear and unseen here; write plain variables into environment, and refer to secrets in secrets; at line 7 of web.json.tftpl, [0].environmentFiles[1].value
  container_definitions = templatefile("${path.module}/web.json.tftpl", { bucket = "arn:aws:s3:::settings" })
}
