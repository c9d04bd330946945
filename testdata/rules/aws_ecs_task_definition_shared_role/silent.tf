resource "aws_iam_role" "execution" {
  assume_role_policy = "{}"
}

resource "aws_iam_role" "task" {
  for_each           = toset(["a", "b"])
  assume_role_policy = "{}"
}

resource "aws_ecs_task_definition" "two" {
  family                = "two"
  execution_role_arn    = aws_iam_role.execution.arn
  task_role_arn         = aws_iam_role.task["a"].arn
  container_definitions = jsonencode([{ name = "web", image = "web:1" }])
}

resource "aws_ecs_task_definition" "keys" {
  family                = "keys"
  execution_role_arn    = aws_iam_role.task["b"].arn
  task_role_arn         = aws_iam_role.task["a"].arn
  container_definitions = jsonencode([{ name = "web", image = "web:1" }])
}

resource "aws_ecs_task_definition" "one" {
  family                = "one"
  execution_role_arn    = aws_iam_role.execution.arn
  container_definitions = jsonencode([{ name = "web", image = "web:1" }])
}

resource "aws_ecs_task_definition" "none" {
  family                = "none"
  container_definitions = jsonencode([{ name = "web", image = "web:1" }])
}

resource "aws_batch_job_definition" "job" {
  name = "job"
  type = "container"
  container_properties = jsonencode({
    image            = "job:1"
    executionRoleArn = aws_iam_role.execution.arn
    jobRoleArn       = "arn:aws:iam::111122223333:role/jobs"
  })
}

resource "aws_ecs_daemon_task_definition" "agent" {
  family             = "agent"
  execution_role_arn = aws_iam_role.execution.arn
  task_role_arn      = aws_iam_role.task["a"].arn
  container_definition {
    name  = "agent"
    image = "agent:1"
  }
}
