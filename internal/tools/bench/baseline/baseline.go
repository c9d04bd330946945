// Package baseline makes the plugins that the benchmark compares with: one rule each, and nothing to report.
package baseline

import (
	"github.com/terraform-linters/tflint-plugin-sdk/plugin"
	"github.com/terraform-linters/tflint-plugin-sdk/tflint"
)

// Serve runs a plugin whose one rule has the plugin's name and does what check does.
func Serve(name string, check func(tflint.Runner) error) {
	plugin.Serve(&plugin.ServeOpts{RuleSet: &tflint.BuiltinRuleSet{
		Name:    name,
		Version: "0.0.0",
		Rules:   []tflint.Rule{&rule{name: name, check: check}},
	}})
}

type rule struct {
	tflint.DefaultRule
	name  string
	check func(tflint.Runner) error
}

func (r *rule) Name() string                     { return r.name }
func (r *rule) Enabled() bool                    { return true }
func (r *rule) Severity() tflint.Severity        { return tflint.NOTICE }
func (r *rule) Check(runner tflint.Runner) error { return r.check(runner) }
