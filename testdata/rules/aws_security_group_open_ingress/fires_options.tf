# Lists of ports of one's own.
resource "aws_security_group" "app" {
  name = "app"

  ingress {
    from_port   = 22
    to_port     = 22
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"]
  }
  ingress {
    from_port   = 8150
    to_port     = 8150
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"] # expect error: security group "app" opens port 8150 to the internet (0.0.0.0/0), where anyone may try to take over the host; allow only known addresses or security groups
  }
  ingress {
    from_port   = 161
    to_port     = 161
    protocol    = "udp"
    cidr_blocks = ["0.0.0.0/0"] # expect error: security group "app" opens UDP port 161 to the internet (0.0.0.0/0), where anyone may try to take over the host; allow only known addresses or security groups
  }
  ingress {
    from_port   = 161
    to_port     = 161
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"]
  }
  ingress {
    from_port   = 7474
    to_port     = 7687
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"] # expect warning: security group "app" opens ports 7474-7687 with 7474 and 7687 to the internet (0.0.0.0/0), where anyone may try to read the data; allow only the security groups of its clients
  }
}
