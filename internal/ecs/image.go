package ecs

import (
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/image"
)

// Reference is what the container's image is called.
func (c Container) Reference() image.Image { return c.reference() }

// VersionConsistencyDisabled tells whether ECS certainly leaves it to the registry, at each start of a task, which image a tag
// means. By default it asks once for a deployment:
// https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-type-ecs.html#deployment-container-image-stability
func (c Container) VersionConsistencyDisabled() bool {
	return c.Field("versionConsistency").EqualFold("disabled")
}
