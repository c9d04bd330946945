//go:generate go run ../internal/tools/docs

// Package rules holds the rules, one a file. This list is what the plugin has; pages, tests and the index are made of it.
package rules

import (
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/eval"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/rule"
)

// All are the rules, in the order of the risks that they are about.
var All = []rule.Rule{
	RepositoryScanOnPushDisabled,
	RepositoryMutableTags,
	RepositoryMissingLifecyclePolicy,
	PrivilegedContainer,
}

// text is a value that is known, for a message.
func text(v *eval.Value) string {
	s, _ := v.Text()
	return s
}
