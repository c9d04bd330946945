plugin "terraform" {
  enabled = false
}

plugin "aws-container-security" {
  enabled = true
}

rule "aws_container_host_port" {
  enabled        = true
  reserved_ports = ["9100"]
}
