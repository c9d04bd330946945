// Package ecs is the typed view of containers: of ECS task definitions, and of what else runs containers on AWS.
package ecs

import (
	"fmt"
	"slices"

	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/eval"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/image"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/terraform"
)

// Container is a container of any carrier. What a carrier can't express is absent.
type Container struct {
	// Carrier is the resource that the container is written in.
	Carrier *terraform.Resource
	// Task is what the container shares with those that run with it.
	Task Task

	value     *eval.Value
	carrier   *carrier
	index     int
	reference func() image.Image // read once, for several rules ask
}

// Value is the container as it is written.
func (c Container) Value() *eval.Value { return c.value }

// Field is a field of the ECS API's ContainerDefinition by its name there, for example readonlyRootFilesystem:
// https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html
func (c Container) Field(name string) *eval.Value { return c.carrier.member(c.value, name) }

// In is a field of a field, of which there is one only: In("linuxParameters", "capabilities", "add").
func (c Container) In(path ...string) *eval.Value {
	v := c.value
	for i, field := range path {
		if i > 0 {
			v = v.First()
		}
		v = c.carrier.member(v, field)
	}
	return v
}

// Can tells whether the carrier has a field at all: who can't set it is not blamed for lacking it.
func (c Container) Can(field string) bool {
	return c.carrier.fields == nil || slices.Contains(c.carrier.fields, field)
}

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

// Containers are all containers of tasks.
func Containers(tasks []Task) []Container {
	var out []Container
	for _, t := range tasks {
		out = append(out, t.Containers()...)
	}
	return out
}

// IsInit tells whether the container only prepares a pod and ends before the others start.
func (c Container) IsInit() bool {
	return c.Task.IsPod() && c.index >= len(c.Task.value.Get("containers").Items())
}

// LogsByDefault tells whether what the container writes is kept although nothing says so: Batch sends it to CloudWatch.
// https://docs.aws.amazon.com/batch/latest/userguide/using_awslogs.html
func (c Container) LogsByDefault() bool { return c.Carrier.Type == jobType }
