// Command floor is a TFLint plugin that reads the module's files once: what any plugin costs that looks at them.
package main

import (
	"github.com/terraform-linters/tflint-plugin-sdk/tflint"

	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/tools/bench/baseline"
)

func main() {
	baseline.Serve("floor", func(runner tflint.Runner) error {
		_, err := runner.GetFiles()
		return err
	})
}
