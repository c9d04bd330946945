package host_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/eval"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/fixture"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/host"
)

// TestUserData: where user data is read, and what its texts are; _ is a part that is not known.
func TestUserData(t *testing.T) {
	const packed = `
		variable "x" {}
		data "cloudinit_config" "one" {
			part { content = "first" }
			part { content = "second ${var.x}" }
		}
		data "template_cloudinit_config" "each" {
			for_each = toset(["a", "b"])
			part { content = each.key }
		}
		resource "test" "other" { user_data = "not user data" }
		`
	for src, want := range map[string][]string{
		`"aws_instance" "r" { user_data = "text" }`:                                                                  {"text"},
		`"aws_instance" "r" { user_data_base64 = base64encode("text ${var.x}") }`:                                    {"text _"},
		`"aws_instance" "r" { user_data = "dGV4dA==" }`:                                                              {"text"},
		`"aws_instance" "r" { user_data = null }`:                                                                    nil,
		`"aws_instance" "r" { user_data = var.x }`:                                                                   {"_"},
		`"aws_launch_template" "r" { user_data = base64gzip("text") }`:                                               {"text"},
		`"aws_launch_template" "r" { user_data = "plain text" }`:                                                     {"plain text"},
		`"aws_launch_configuration" "r" { user_data_base64 = "dGV4dA==" }`:                                           {"text"},
		`"aws_spot_instance_request" "r" { user_data = "text" }`:                                                     {"text"},
		"\"aws_spot_fleet_request\" \"r\" {\nlaunch_specification { user_data = \"a\" }\nlaunch_specification {}\n}": {"a"},
		`"aws_launch_template" "r" { user_data = data.cloudinit_config.one.rendered }`:                               {"first", "second _"},
		`"aws_launch_template" "r" { user_data = base64encode(data.cloudinit_config.one.rendered) }`:                 {"first", "second _"},
		`"aws_launch_template" "r" { user_data = data.template_cloudinit_config.each["b"].rendered }`:                {"b"},
		`"aws_launch_template" "r" { user_data = data.cloudinit_config.one.id }`:                                     {"_"},
		`"aws_lightsail_instance" "r" { user_data = "no role to have" }`:                                             nil,
	} {
		m, err := fixture.Module(packed + "resource " + src)
		if err != nil {
			t.Fatal(src, err)
		}
		var got []string
		for _, u := range host.UserDataOf(m) {
			for _, p := range u.Parts {
				got = append(got, text(p))
			}
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", src, diff)
		}
	}
}

func text(v *eval.Value) string {
	if v.Unknown() {
		return "_"
	}
	s := ""
	for _, p := range v.Pieces() {
		if !p.Known {
			s += "_"
		}
		s += p.Text
	}
	return s
}
