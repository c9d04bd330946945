package rules_test

import (
	"testing"

	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/fixture"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/rule"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/tools/bench/generate"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/rules"
)

// BenchmarkRules checks modules with the rules that are on by default, without TFLint and without parsing.
func BenchmarkRules(b *testing.B) {
	for name, files := range map[string]map[string]string{
		"clean": generate.Containers(1000, 100, false),
		"bad":   generate.Containers(1000, 100, true),
		"forms": generate.Forms(1000, 100),
		"roles": generate.Roles(1300, 100),
	} {
		b.Run(name, func(b *testing.B) {
			f := fixture.Fixture{Files: map[string][]byte{}}
			for name, text := range files {
				f.Files[name] = []byte(text)
			}
			load := f.Loader()
			b.ReportAllocs()
			for b.Loop() {
				facts := rule.NewFacts(load())
				for i := range rules.All {
					if r := &rules.All[i]; r.Preset == rule.Recommended {
						r.Run(facts, false, nil)
					}
				}
			}
		})
	}
}
