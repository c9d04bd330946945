package ecr

import "github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/terraform"

// Immutable tells whether the repository at an address of the module certainly has immutable tags, without exclusions.
func Immutable(m *terraform.Module, address string) bool {
	b := m.Find(address)
	if b == nil {
		return false
	}
	instances := b.Instances()
	for _, r := range instances {
		if !(Tags{r}).Mutability().Is("IMMUTABLE") {
			return false
		}
	}
	return len(instances) > 0
}
