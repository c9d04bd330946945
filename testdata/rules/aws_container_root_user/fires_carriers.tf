resource "aws_ecs_daemon_task_definition" "agent" {
  family = "agent"
  container_definition {
    name  = "agent"
    image = "agent:1"
    user  = "0:0" # expect error: container "agent" runs as root (user = "0:0"): an attacker in it owns all of it, and its host after a break-out; set a user that is not root, such as "1000:1000"
  }
  container_definition { # expect notice: container "absent" sets no user and runs as root unless its image says otherwise; set a user that is not root, such as "1000:1000"
    name  = "absent"
    image = "agent:1"
  }
}

resource "aws_batch_job_definition" "container" {
  name = "container"
  type = "container"
  container_properties = jsonencode({
    image = "job:1"
    user  = "root:root" # expect error: the container of aws_batch_job_definition.container runs as root (user = "root:root"): an attacker in it owns all of it, and its host after a break-out; set a user that is not root, such as "1000:1000"
  })
}

resource "aws_batch_job_definition" "ecs" {
  name = "ecs"
  type = "container"
  ecs_properties = jsonencode({
    taskProperties = [{
      containers = [
        { name = "first", image = "job:1", user = "1000" },
        { name = "second", image = "job:1", user = "0" }, # expect error: container "second" runs as root (user = "0"): an attacker in it owns all of it, and its host after a break-out; set a user that is not root, such as "1000:1000"
      ]
    }]
  })
}

resource "aws_batch_job_definition" "nodes" {
  name = "nodes"
  type = "multinode"
  node_properties = jsonencode({
    mainNode = 0
    numNodes = 2
    nodeRangeProperties = [
      { targetNodes = "0:", container = { image = "job:1", user = "root" } }, # expect error: the container of aws_batch_job_definition.nodes runs as root (user = "root"): an attacker in it owns all of it, and its host after a break-out; set a user that is not root, such as "1000:1000"
    ]
  })
}

resource "aws_batch_job_definition" "eks" {
  name = "eks"
  type = "container"
  eks_properties {
    pod_properties {
      containers {
        name  = "explicit"
        image = "job:1"
        security_context {
          run_as_user = 0 # expect error: container "explicit" runs as root (user = "0"): an attacker in it owns all of it, and its host after a break-out; set a user that is not root, such as "1000:1000"
        }
      }
      init_containers { # expect notice: container "absent" sets no user and runs as root unless its image says otherwise; set a user that is not root, such as "1000:1000"
        name  = "absent"
        image = "job:1"
      }
    }
  }
}
