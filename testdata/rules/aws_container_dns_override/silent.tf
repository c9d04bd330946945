resource "aws_ecs_task_definition" "web" {
  family = "web"
  container_definitions = jsonencode([
    { name = "absent", image = "web:1" },
    { name = "private", image = "web:1", dnsServers = ["10.0.0.2", "169.254.169.253", "127.0.0.1", "100.64.0.2", "fd00:ec2::253"] },
    { name = "hosts", image = "web:1", extraHosts = [{ hostname = "db", ipAddress = "172.17.0.1" }] },
    { name = "wrong", image = "web:1", dnsServers = ["dns.google"] },
  ])
}

resource "aws_ecs_daemon_task_definition" "agent" {
  family = "agent"
  container_definition {
    name  = "agent"
    image = "agent:1"
  }
}

# A job has no such field, and drops it.
resource "aws_batch_job_definition" "job" {
  name                 = "job"
  type                 = "container"
  container_properties = jsonencode({ image = "job:1", dnsServers = ["8.8.8.8"] })
}
