resource "aws_ecs_task_definition" "web" {
  family = "web"
  container_definitions = jsonencode([
    { name = "none", image = "web:1", systemControls = [null] },
    {
      name  = "harmless"
      image = "web:1"
      systemControls = [
        { namespace = "net.core.somaxconn", value = "1024" },
        { namespace = "kernel.shmmax", value = "68719476736" },
        { namespace = "fs.mqueue.msg_max", value = "100" },
        { namespace = "net.ipv4.ip_forward", value = "0" },
      ]
    },
  ])
}

resource "aws_ecs_daemon_task_definition" "agent" {
  family = "agent"
  container_definition {
    name  = "agent"
    image = "agent:1"
    system_control {
      namespace = "net.ipv4.tcp_keepalive_time"
      value     = "60"
    }
  }
}

# A job has no kernel parameters.
resource "aws_batch_job_definition" "job" {
  name                 = "job"
  type                 = "container"
  container_properties = jsonencode({ image = "job:1" })
}
