// Package ruleset is what TFLint talks to: the plugin's configuration, presets, rule options, and reporting.
package ruleset

import (
	"fmt"
	"sync"

	"github.com/terraform-linters/tflint-plugin-sdk/hclext"
	"github.com/terraform-linters/tflint-plugin-sdk/tflint"

	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/rule"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/project"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/rules"
)

// RuleSet is the plugin.
type RuleSet struct {
	tflint.BuiltinRuleSet

	global *tflint.Config
	preset rule.Preset
	run    *run
	turns  *turns
	called sync.Mutex // held while a called module is checked
}

// pluginConfig is what the plugin's block may hold.
type pluginConfig struct {
	Preset string `hclext:"preset,optional"`
}

// New makes the ruleset.
func New() *RuleSet {
	r := &RuleSet{preset: rule.Recommended}
	r.Name, r.Version = project.Name, project.Version
	for i := range rules.All {
		r.Rules = append(r.Rules, &checker{rule: &rules.All[i], severity: rules.All[i].Severity})
	}
	return r
}

// ConfigSchema is the schema of the plugin's block.
func (r *RuleSet) ConfigSchema() *hclext.BodySchema { return hclext.ImpliedBodySchema(&pluginConfig{}) }

// ApplyGlobalConfig keeps what the whole configuration says of rules; ApplyConfig decides.
func (r *RuleSet) ApplyGlobalConfig(config *tflint.Config) error {
	r.global = config
	return r.BuiltinRuleSet.ApplyGlobalConfig(config)
}

// ApplyConfig decides which rules are enabled. As in tflint-ruleset-terraform, --only stands above a rule's block, that above
// the preset, and the preset, where one is chosen, above disabled_by_default.
func (r *RuleSet) ApplyConfig(body *hclext.BodyContent) error {
	config := pluginConfig{}
	if diags := hclext.DecodeBody(body, nil, &config); diags.HasErrors() {
		return diags
	}
	r.run, r.turns = &run{}, &turns{}
	r.preset = rule.Recommended
	if config.Preset != "" {
		r.preset = rule.Preset(config.Preset)
	}
	if r.preset != rule.Recommended && r.preset != rule.All {
		return fmt.Errorf(`plugin %q: preset is %q, but has to be "recommended" or "all"`, project.Name, config.Preset)
	}
	only := map[string]bool{}
	for _, name := range r.global.Only {
		only[name] = true
	}
	r.EnabledRules = nil
	for _, candidate := range r.Rules {
		c := candidate.(*checker)
		block := r.global.Rules[c.rule.Name]
		enabled := r.preset == rule.All || c.rule.Preset == rule.Recommended
		switch {
		case len(only) > 0:
			enabled = only[c.rule.Name]
		case block != nil:
			enabled = block.Enabled
		case config.Preset == "" && r.global.DisabledByDefault:
			enabled = false
		}
		if enabled {
			r.EnabledRules = append(r.EnabledRules, c)
		}
	}
	return nil
}

// NewRunner wraps TFLint's runner, so that all rules share what is read of a module. Several modules are checked at once.
func (r *RuleSet) NewRunner(host tflint.Runner) (tflint.Runner, error) {
	configured := map[string]bool{}
	for name := range r.global.Rules {
		configured[name] = true
	}
	enabled := map[string]bool{}
	for _, c := range r.EnabledRules {
		enabled[c.Name()] = true
	}
	shared := r.run
	if r.global.Fix {
		shared = &run{} // what a fix changes has to be read anew
	}
	return &runner{Runner: host, run: shared, turns: r.turns, calledModules: &r.called, everything: r.preset == rule.All, configured: configured, enabled: enabled, fixing: r.global.Fix}, nil
}
