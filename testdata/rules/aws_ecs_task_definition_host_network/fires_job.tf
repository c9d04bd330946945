resource "aws_batch_job_definition" "eks" {
  name = "eks"
  type = "container"
  eks_properties {
    pod_properties {
      host_network = true # expect error: job definition "eks" uses the network of its host, past security groups and open to all that listens there; set host_network = false
      containers {
        image = "job:1"
      }
    }
  }
}

variable "tests" {
  type = bool
}

# The same in both branches, and whatever the containers are.
resource "aws_ecs_task_definition" "both" {
  family                = "both"
  network_mode          = var.tests ? "host" : "host" # expect error: task definition "both" uses the network of its host, past security groups and open to all that listens there; set network_mode = "awsvpc"
  container_definitions = file("missing.json")
}
