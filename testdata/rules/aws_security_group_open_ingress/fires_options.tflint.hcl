plugin "terraform" {
  enabled = false
}

plugin "aws-container-security" {
  enabled = true
}

rule "aws_security_group_open_ingress" {
  enabled              = true
  administration_ports = ["8100-8200", "161/udp"]
  data_store_ports     = ["7474", "7687"]
}
