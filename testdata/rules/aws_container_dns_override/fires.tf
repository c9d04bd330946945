resource "aws_ecs_task_definition" "web" {
  family       = "web"
  network_mode = "bridge"
  container_definitions = jsonencode([
    {
      name       = "web"
      image      = "web:1.4.2"
      dnsServers = ["8.8.8.8"] # expect notice: container "web" asks the name server 8.8.8.8 on the internet, past the VPC's resolver and its firewall; remove it from dnsServers
      extraHosts = [{ hostname = "api.example.com", ipAddress = "203.0.113.7" }] # expect notice: container "web" takes 203.0.113.7 for api.example.com without asking the VPC's resolver; remove it from extraHosts
    },
  ])
}
