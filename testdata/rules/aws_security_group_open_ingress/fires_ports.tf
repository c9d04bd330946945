# What is open on any group.

resource "aws_security_group" "ports" {
  name = "ports"

  # Every port.
  ingress {
    from_port   = 0
    to_port     = 0
    protocol    = "-1"
    cidr_blocks = ["0.0.0.0/0"] # expect error: security group "ports" opens every port to the internet (0.0.0.0/0), whatever listens there now or later; allow single ports, from known sources
  }
  ingress {
    from_port        = 0
    to_port          = 0
    protocol         = -1
    ipv6_cidr_blocks = ["::/0"] # expect error: security group "ports" opens every port to the internet (::/0), whatever listens there now or later; allow single ports, from known sources
  }
  ingress {
    from_port   = 0
    to_port     = 65535
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"] # expect error: security group "ports" opens every TCP port to the internet (0.0.0.0/0), whatever listens there now or later; allow single ports, from known sources
  }
  ingress {
    from_port   = 1
    to_port     = 65535
    protocol    = "UDP"
    cidr_blocks = ["0.0.0.0/0"] # expect error: security group "ports" opens every UDP port to the internet (0.0.0.0/0), whatever listens there now or later; allow single ports, from known sources
  }

  # Administration.
  ingress {
    from_port   = 3389
    to_port     = 3389
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"] # expect error: security group "ports" opens port 3389 (RDP) to the internet (0.0.0.0/0), where anyone may try to take over the host; allow only known addresses or security groups
  }
  ingress {
    from_port   = 3389
    to_port     = 3389
    protocol    = "17"
    cidr_blocks = ["0.0.0.0/0"] # expect error: security group "ports" opens UDP port 3389 (RDP) to the internet (0.0.0.0/0), where anyone may try to take over the host; allow only known addresses or security groups
  }
  ingress {
    from_port   = 23
    to_port     = 23
    protocol    = 6
    cidr_blocks = ["0.0.0.0/0"] # expect error: security group "ports" opens port 23 (Telnet) to the internet (0.0.0.0/0), where anyone may try to take over the host; allow only known addresses or security groups
  }
  ingress {
    from_port   = "22"
    to_port     = "22"
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"] # expect error: security group "ports" opens port 22 (SSH) to the internet (0.0.0.0/0), where anyone may try to take over the host; allow only known addresses or security groups
  }
  ingress {
    from_port   = 5901
    to_port     = 5901
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"] # expect error: security group "ports" opens port 5901 (VNC) to the internet (0.0.0.0/0), where anyone may try to take over the host; allow only known addresses or security groups
  }
  ingress {
    from_port   = 5985
    to_port     = 5986
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"] # expect error: security group "ports" opens ports 5985-5986 (WinRM) to the internet (0.0.0.0/0), where anyone may try to take over the host; allow only known addresses or security groups
  }
  ingress {
    from_port   = 20
    to_port     = 25
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"] # expect error: security group "ports" opens ports 20-25 with 22 (SSH) and 23 (Telnet) to the internet (0.0.0.0/0), where anyone may try to take over the host; allow only known addresses or security groups
  }
  ingress {
    from_port   = 0
    to_port     = 1024
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"] # expect error: security group "ports" opens ports 0-1024 with 22 (SSH) and 23 (Telnet) to the internet (0.0.0.0/0), where anyone may try to take over the host; allow only known addresses or security groups
  }
  ingress {
    from_port   = 1024
    to_port     = 65535
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"] # expect error: security group "ports" opens ports 1024-65535 with 2375-2377 (Docker), 2379-2380 (etcd), 3389 (RDP) and 7 more to the internet (0.0.0.0/0), where anyone may try to take over the host; allow only known addresses or security groups
  }

  # Container runtimes and orchestrators.
  ingress {
    from_port   = 2375
    to_port     = 2376
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"] # expect error: security group "ports" opens ports 2375-2376 (Docker) to the internet (0.0.0.0/0), where anyone may try to take over the host; allow only known addresses or security groups
  }
  ingress {
    from_port   = 2379
    to_port     = 2380
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"] # expect error: security group "ports" opens ports 2379-2380 (etcd) to the internet (0.0.0.0/0), where anyone may try to take over the host; allow only known addresses or security groups
  }
  ingress {
    from_port   = 6443
    to_port     = 6443
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"] # expect error: security group "ports" opens port 6443 (Kubernetes API) to the internet (0.0.0.0/0), where anyone may try to take over the host; allow only known addresses or security groups
  }
  ingress {
    from_port   = 10250
    to_port     = 10250
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"] # expect error: security group "ports" opens port 10250 (kubelet) to the internet (0.0.0.0/0), where anyone may try to take over the host; allow only known addresses or security groups
  }
  ingress {
    from_port   = 51678
    to_port     = 51678
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"] # expect error: security group "ports" opens port 51678 (ECS agent) to the internet (0.0.0.0/0), where anyone may try to take over the host; allow only known addresses or security groups
  }
  ingress {
    from_port   = 4789
    to_port     = 4789
    protocol    = "udp"
    cidr_blocks = ["0.0.0.0/0"] # expect error: security group "ports" opens UDP port 4789 (VXLAN) to the internet (0.0.0.0/0), where anyone may try to take over the host; allow only known addresses or security groups
  }
  ingress {
    from_port   = 30000
    to_port     = 32767
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"] # expect error: security group "ports" opens ports 30000-32767 (Kubernetes node ports) to the internet (0.0.0.0/0), where anyone may try to take over the host; allow only known addresses or security groups
  }
  ingress {
    from_port   = 30000
    to_port     = 40000
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"] # expect error: security group "ports" opens ports 30000-40000 with 30000-32767 (Kubernetes node ports) to the internet (0.0.0.0/0), where anyone may try to take over the host; allow only known addresses or security groups
  }

  # Data stores and brokers.
  ingress {
    from_port   = 3306
    to_port     = 3306
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"] # expect warning: security group "ports" opens port 3306 (MySQL) to the internet (0.0.0.0/0), where anyone may try to read the data; allow only the security groups of its clients
  }
  ingress {
    from_port   = 6379
    to_port     = 6380
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"] # expect warning: security group "ports" opens ports 6379-6380 with 6379 (Redis) to the internet (0.0.0.0/0), where anyone may try to read the data; allow only the security groups of its clients
  }
  ingress {
    from_port   = 11211
    to_port     = 11211
    protocol    = "udp"
    cidr_blocks = ["0.0.0.0/0"] # expect warning: security group "ports" opens UDP port 11211 (Memcached) to the internet (0.0.0.0/0), where anyone may try to read the data; allow only the security groups of its clients
  }
  ingress {
    from_port   = 9092
    to_port     = 9094
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"] # expect warning: security group "ports" opens ports 9092-9094 (Kafka) to the internet (0.0.0.0/0), where anyone may try to read the data; allow only the security groups of its clients
  }
  ingress {
    from_port        = 27017
    to_port          = 27017
    protocol         = "tcp"
    ipv6_cidr_blocks = ["::/0"] # expect warning: security group "ports" opens port 27017 (MongoDB) to the internet (::/0), where anyone may try to read the data; allow only the security groups of its clients
  }
}
