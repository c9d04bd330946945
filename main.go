// The tflint-ruleset-aws-container-security plugin: container-security checks for Terraform on AWS.
package main

import (
	"runtime/debug"

	"github.com/terraform-linters/tflint-plugin-sdk/plugin"

	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/ruleset"
)

func main() {
	// A run takes a fraction of a second and some tens of megabytes: collecting garbage rarely is worth more than collecting it early.
	debug.SetGCPercent(400)
	plugin.Serve(&plugin.ServeOpts{RuleSet: ruleset.New()})
}
