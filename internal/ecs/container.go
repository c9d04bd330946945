// Package ecs is the typed view of containers: of ECS task definitions, and of what else runs containers on AWS.
package ecs

import (
	"fmt"
	"strings"

	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/eval"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/terraform"
)

// Container is a container of any carrier. What a carrier can't express is absent.
type Container struct {
	// Carrier is the resource that the container is written in.
	Carrier *terraform.Resource

	value *eval.Value
	// member is how the carrier spells a field of the ECS API's ContainerDefinition, and where it keeps it.
	member func(v *eval.Value, field string) *eval.Value
	index  int
}

// Value is the container as it is written.
func (c Container) Value() *eval.Value { return c.value }

// Field is a field of the ECS API's ContainerDefinition by its name there, for example readonlyRootFilesystem:
// https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html
func (c Container) Field(name string) *eval.Value { return c.member(c.value, name) }

// Privileged tells whether the container has the access to its host that root has there. Absent is false.
func (c Container) Privileged() *eval.Value { return c.Field("privileged") }

// Image is the image reference.
func (c Container) Image() *eval.Value { return c.Field("image") }

// Name is how its owner calls the container, in a message: container "web".
func (c Container) Name() string {
	if name, ok := c.Field("name").Text(); ok && name != "" {
		return fmt.Sprintf("container %q", name)
	}
	if c.index == 0 {
		return "the container of " + c.Carrier.Address()
	}
	return fmt.Sprintf("container %d of %s", c.index+1, c.Carrier.Address())
}

// carrier is a type of resource that containers are written in.
type carrier struct {
	typ string
	// list are the containers of a resource of the type.
	list   func(r *terraform.Resource) *eval.Value
	member func(v *eval.Value, field string) *eval.Value
}

// jsonField reads a field of a JSON document: the provider decodes it with encoding/json, which takes a key in any case.
func jsonField(v *eval.Value, field string) *eval.Value { return v.GetFold(field) }

// blockField reads a field of a Terraform block: readonly_root_filesystem.
func blockField(v *eval.Value, field string) *eval.Value { return v.Get(snakeCase(field)) }

// podField reads a field of a container of a Batch job on EKS, where Kubernetes keeps some in the security context.
func podField(v *eval.Value, field string) *eval.Value {
	security := v.Get("security_context").First()
	switch field {
	case "privileged":
		return security.Get("privileged")
	case "readonlyRootFilesystem":
		return security.Get("read_only_root_file_system")
	case "user":
		return security.Get("run_as_user")
	}
	return blockField(v, field)
}

var carriers = []carrier{
	{"aws_ecs_task_definition", attribute("container_definitions"), jsonField},
	{"aws_ecs_daemon_task_definition", blocks("container_definition"), blockField},
	{"aws_ecs_express_gateway_service", blocks("primary_container"), blockField},
	{"aws_batch_job_definition", attribute("container_properties"), jsonField},
	{"aws_batch_job_definition", batchNodes, jsonField},
	{"aws_batch_job_definition", batchTasks, jsonField},
	{"aws_batch_job_definition", blocks("eks_properties", "pod_properties", "containers"), podField},
	{"aws_batch_job_definition", blocks("eks_properties", "pod_properties", "init_containers"), podField},
	{"aws_apprunner_service", blocks("source_configuration", "image_repository"), appRunnerField},
}

// Carriers are the types of resources that containers are written in.
func Carriers() []string {
	var types []string
	for _, c := range carriers {
		if len(types) == 0 || types[len(types)-1] != c.typ {
			types = append(types, c.typ)
		}
	}
	return types
}

// attribute is a JSON document in an attribute. What can't be read of it is an open list.
func attribute(name string) func(*terraform.Resource) *eval.Value {
	return func(r *terraform.Resource) *eval.Value { return r.Get(name).DecodeJSON() }
}

// blocks are nested blocks, each the only one of its type but the last.
func blocks(path ...string) func(*terraform.Resource) *eval.Value {
	return func(r *terraform.Resource) *eval.Value {
		v := r.Value
		for _, typ := range path[:len(path)-1] {
			v = v.Get(typ).First()
		}
		return v.Get(path[len(path)-1])
	}
}

// batchNodes are the containers of a multi-node job: node_properties.nodeRangeProperties[].container.
func batchNodes(r *terraform.Resource) *eval.Value {
	return collect(r.Get("node_properties").DecodeJSON().GetFold("nodeRangeProperties"), "container")
}

// batchTasks are the containers of an ECS job: ecs_properties.taskProperties[].containers[].
func batchTasks(r *terraform.Resource) *eval.Value {
	return collect(r.Get("ecs_properties").DecodeJSON().GetFold("taskProperties"), "containers")
}

// collect is the list of what all elements have under a key.
func collect(list *eval.Value, key string) *eval.Value {
	var items []*eval.Value
	for _, item := range list.Items() {
		items = append(items, item.GetFold(key).Items()...)
	}
	return eval.NewList(items, list.Open(), list.Place())
}

func appRunnerField(v *eval.Value, field string) *eval.Value {
	if field == "image" {
		return v.Get("image_identifier")
	}
	return v.Get("image_configuration").First().Get(snakeCase(field))
}

// Containers are all containers of a module.
func Containers(m *terraform.Module) []Container {
	var out []Container
	for _, c := range carriers {
		for _, r := range m.Resources(c.typ) {
			for i, v := range c.list(r).Items() {
				if v.IsObject() {
					out = append(out, Container{Carrier: r, value: v, member: c.member, index: i})
				}
			}
		}
	}
	return out
}

// snakeCase is a camelCase name of the API as the provider writes it: readonlyRootFilesystem, readonly_root_filesystem.
func snakeCase(s string) string {
	var b strings.Builder
	for _, r := range s {
		if 'A' <= r && r <= 'Z' {
			b.WriteByte('_')
			r += 'a' - 'A'
		}
		b.WriteRune(r)
	}
	return b.String()
}
