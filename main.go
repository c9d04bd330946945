// The tflint-ruleset-aws-container-security plugin: container-security checks for Terraform on AWS.
package main

import (
	"github.com/terraform-linters/tflint-plugin-sdk/plugin"

	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/ruleset"
)

func main() {
	plugin.Serve(&plugin.ServeOpts{RuleSet: ruleset.New()})
}
