package ecs

import (
	"regexp"
	"slices"

	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/eval"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/terraform"
)

// HostTypes are the resources that say what a host does when it starts.
var HostTypes = []string{"aws_launch_template", "aws_launch_configuration", "aws_instance"}

// Script is what a host runs when it starts: its user data.
type Script struct {
	*eval.Value
	resource *terraform.Resource
}

// HostScripts are the user data of all hosts of a module.
func HostScripts(m *terraform.Module) []Script {
	var out []Script
	for _, r := range m.Resources(HostTypes...) {
		for _, name := range []string{"user_data", "user_data_base64"} {
			if v := r.Get(name); !v.Absent() {
				out = append(out, Script{v, r})
			}
		}
	}
	return out
}

// Host is the resource that has the script, in a message.
func (s Script) Host() string { return "user data of " + s.resource.Address() }

// Contains tells whether a part of the script that is known matches, plain or encoded.
func (s Script) Contains(pattern *regexp.Regexp) bool {
	lacks := func(v *eval.Value) bool {
		return !slices.ContainsFunc(v.Pieces(), func(p eval.Piece) bool { return pattern.MatchString(p.Text) })
	}
	return !slices.ContainsFunc(s.DecodeBase64().Alternatives(), lacks)
}
