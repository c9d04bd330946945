// Package project says what the ruleset is called, once.
package project

const (
	// Name is the plugin's name: the label of its block in .tflint.hcl.
	Name = "aws-container-security"

	// Version is the released version, without the leading "v".
	Version = "0.1.0"

	// Binary is the file name that TFLint looks for in its plugin directory (with ".exe" on Windows).
	Binary = "tflint-ruleset-" + Name

	// Repository is where the source lives; `tflint --init` wants it as the plugin's source.
	Repository = "github.com/tflint-aws-container-security/" + Binary
)

// RuleLink is the address of a rule's page at the released version, so that what a finding links to
// describes the rule that made it.
func RuleLink(rule string) string {
	return "https://" + Repository + "/blob/v" + Version + "/docs/rules/" + rule + ".md"
}
