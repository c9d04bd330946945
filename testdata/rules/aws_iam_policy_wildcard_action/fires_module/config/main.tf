output "services" {
  value = ["ecs", "ecr"]
}

output "actions" {
  value = ["ecs:DescribeServices", "ecs:*"]
}
