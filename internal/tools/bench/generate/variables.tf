variable "vpc_id" {
  type = string
}

variable "vpc_cidr" {
  type    = string
  default = "10.0.0.0/16"
}

variable "load_balancer_security_group" {
  type = string
}

variable "image_digest" {
  type = string
}

variable "region" {
  type    = string
  default = "eu-west-1"
}

locals {
  tags = {
    Service = "benchmark"
    Region  = var.region
  }
}
