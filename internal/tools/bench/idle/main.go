// Command idle is a TFLint plugin that does nothing: what any plugin costs.
package main

import (
	"github.com/terraform-linters/tflint-plugin-sdk/tflint"

	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/tools/bench/baseline"
)

func main() {
	baseline.Serve("idle", func(tflint.Runner) error { return nil })
}
