resource "aws_ecs_task_definition" "web" {
  family = "web"
  container_definitions = jsonencode([
    { name = "absent", image = "web:1" }, # expect warning: container "absent" sets no user and runs as root unless its image says otherwise; set a user that is not root, such as "1000:1000"
    { name = "group", image = "web:1", user = "1000:0" }, # expect notice: container "group" runs in root's group (user = "1000:0") and can read and write what the group may; set another group
  ])
}
