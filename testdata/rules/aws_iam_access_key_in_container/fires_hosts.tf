resource "aws_iam_access_key" "agent" {
  user = "agent"
}

resource "aws_instance" "heredoc" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "t3.micro"
  # expect-below error: host aws_instance.heredoc is given aws_iam_access_key.agent.secret of user "agent" in clear, a key that works for whoever has it until it is deleted; allow the role of an instance profile what its user may do, and remove the key
  user_data     = <<-EOT
    #!/bin/bash
    export AWS_ACCESS_KEY_ID=${aws_iam_access_key.agent.id}
    export AWS_SECRET_ACCESS_KEY=${aws_iam_access_key.agent.secret}
    agent run
  EOT
}

locals {
  script = <<-EOT
    #!/bin/bash
    aws configure set aws_secret_access_key ${aws_iam_access_key.agent.secret}
  EOT
}

resource "aws_launch_template" "local" {
  name      = "local"
  user_data = base64encode(local.script) # expect error: a host of aws_launch_template.local is given aws_iam_access_key.agent.secret of user "agent" in clear, a key that works for whoever has it until it is deleted; allow the role of an instance profile what its user may do, and remove the key
}

resource "aws_launch_configuration" "base64" {
  image_id         = "ami-0123456789abcdef0"
  instance_type    = "t3.micro"
  user_data_base64 = base64gzip("key = ${aws_iam_access_key.agent.secret}") # expect error: a host of aws_launch_configuration.base64 is given aws_iam_access_key.agent.secret of user "agent" in clear, a key that works for whoever has it until it is deleted; allow the role of an instance profile what its user may do, and remove the key
}

resource "aws_launch_template" "template" {
  name = "template"
  user_data = base64encode(templatestring("export AWS_ACCESS_KEY_ID=$${id}", { # expect warning: a host of aws_launch_template.template is given aws_iam_access_key.agent.id of user "agent", a key that works for whoever has it until it is deleted; allow the role of an instance profile what its user may do, and remove the key
    id = aws_iam_access_key.agent.id
  }))
}

data "cloudinit_config" "agent" {
  part {
    content_type = "text/cloud-config"
    content      = "#cloud-config\n${yamlencode({ packages = ["docker"] })}"
  }
  part {
    content_type = "text/x-shellscript"
    content      = "export AWS_SECRET_ACCESS_KEY=${aws_iam_access_key.agent.secret}" # expect error: a host of aws_launch_template.cloudinit is given aws_iam_access_key.agent.secret of user "agent" in clear, a key that works for whoever has it until it is deleted; allow the role of an instance profile what its user may do, and remove the key
  }
}

resource "aws_launch_template" "cloudinit" {
  name      = "cloudinit"
  user_data = data.cloudinit_config.agent.rendered
}

resource "aws_spot_instance_request" "spot" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "t3.micro"
  user_data     = "export AWS_SECRET_ACCESS_KEY=${aws_iam_access_key.agent.secret}" # expect error: host aws_spot_instance_request.spot is given aws_iam_access_key.agent.secret of user "agent" in clear, a key that works for whoever has it until it is deleted; allow the role of an instance profile what its user may do, and remove the key
}

resource "aws_spot_fleet_request" "fleet" {
  iam_fleet_role  = "arn:aws:iam::111122223333:role/fleet"
  target_capacity = 2

  launch_specification {
    ami           = "ami-0123456789abcdef0"
    instance_type = "t3.micro"
    user_data     = base64encode("export AWS_SECRET_ACCESS_KEY=${aws_iam_access_key.agent.secret}") # expect error: a host of aws_spot_fleet_request.fleet is given aws_iam_access_key.agent.secret of user "agent" in clear, a key that works for whoever has it until it is deleted; allow the role of an instance profile what its user may do, and remove the key
  }
}
