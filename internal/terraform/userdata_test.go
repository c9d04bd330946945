package terraform_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/eval"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/fixture"
)

// userDataForms are the ways in which people write user data, with what stands beside it. @ stands for a login.
var userDataForms = []struct{ name, value, beside string }{
	{"heredoc", `<<EOF
#!/bin/bash
echo ECS_CLUSTER=${aws_ecs_cluster.app.name} >> /etc/ecs/ecs.config
echo LOGIN=${@}
EOF`, ``},
	{"indented heredoc", `<<-EOF
    #!/bin/bash
    echo ECS_CLUSTER=${aws_ecs_cluster.app.name} >> /etc/ecs/ecs.config
    echo LOGIN=${@}
  EOF`, ``},
	{"quoted", `"ECS_CLUSTER=${aws_ecs_cluster.app.name}\nLOGIN=${@}\n"`, ``},
	{"base64encode", `base64encode("ECS_CLUSTER=${aws_ecs_cluster.app.name}\nLOGIN=${@}\n")`, ``},
	{"base64encode of a heredoc", `base64encode(<<-EOF
    ECS_CLUSTER=${aws_ecs_cluster.app.name}
    LOGIN=${@}
  EOF
  )`, ``},
	{"base64gzip", `base64gzip("ECS_CLUSTER=${aws_ecs_cluster.app.name}\nLOGIN=${@}\n")`, ``},
	{"encoded twice over", `base64encode(base64decode(base64encode("ECS_CLUSTER=${aws_ecs_cluster.app.name}\nLOGIN=${@}\n")))`, ``},
	{"local", `local.user_data`, `
locals {
  lines     = ["ECS_CLUSTER=${aws_ecs_cluster.app.name}", "LOGIN=${@}"]
  user_data = base64encode(join("\n", local.lines))
}
`},
	{"concat", `base64encode(join("\n", concat(["ECS_CLUSTER=${aws_ecs_cluster.app.name}"], ["LOGIN=${@}"])))`, ``},
	{"merge", `base64encode(join("\n", [for k, v in merge({ ECS_CLUSTER = "x" }, { ECS_CLUSTER = aws_ecs_cluster.app.name, LOGIN = @ }) : "${k}=${v}"]))`, ``},
	{"flatten", `join("\n", flatten([["ECS_CLUSTER=${aws_ecs_cluster.app.name}"], [["LOGIN=${@}"]]]))`, ``},
	{"formatlist", `join("\n", formatlist("%s=%s", ["ECS_CLUSTER", "LOGIN"], [aws_ecs_cluster.app.name, @]))`, ``},
	{"format", `format("ECS_CLUSTER=%s\nLOGIN=%s\n", aws_ecs_cluster.app.name, @)`, ``},
	{"replace", `replace("ECS_CLUSTER=NAME\nLOGIN=${@}\n", "NAME", aws_ecs_cluster.app.name)`, ``},
	{"coalesce", `coalesce("", "ECS_CLUSTER=${aws_ecs_cluster.app.name}\nLOGIN=${@}\n")`, ``},
	{"try", `try(local.none.nothing, "ECS_CLUSTER=${aws_ecs_cluster.app.name}\nLOGIN=${@}\n")`, `
locals {
  none = {}
}
`},
	{"both branches", `base64encode("ECS_CLUSTER=${aws_ecs_cluster.app.name}\n${var.debug ? "set -x\nLOGIN=${@}" : "LOGIN=${@}"}\n")`, ``},
	{"condition", `<<-EOF
    ECS_CLUSTER=${aws_ecs_cluster.app.name}
    %{~ if var.debug ~}
    set -x
    %{~ endif ~}
    LOGIN=${@}
  EOF`, ``},
	{"loop", `<<-EOF
    %{ for k, v in { ECS_CLUSTER = aws_ecs_cluster.app.name, LOGIN = @ } ~}
    ${k}=${v}
    %{ endfor ~}
  EOF`, ``},
	{"file", `replace(replace(file("${path.module}/user-data.sh"), "NAME", aws_ecs_cluster.app.name), "PASSWORD", @)`, ``},
	{"templatefile", `base64encode(templatefile("${path.module}/user-data.sh.tftpl", { cluster = aws_ecs_cluster.app.name, login = @ }))`, ``},
	{"templatestring", `templatestring("ECS_CLUSTER=$${cluster}\nLOGIN=$${login}\n", { cluster = aws_ecs_cluster.app.name, login = @ })`, ``},
	{"template_file", `data.template_file.user_data.rendered`, `
data "template_file" "user_data" {
  template = file("${path.module}/user-data.sh.tftpl")

  vars = {
    cluster = aws_ecs_cluster.app.name
    login   = @
  }
}
`},
	{"sensitive", `nonsensitive(sensitive("ECS_CLUSTER=${aws_ecs_cluster.app.name}\nLOGIN=${@}\n"))`, ``},
	{"for_each", `each.value`, ``},
}

// userDataArguments are resources with an argument for it.
var userDataArguments = map[string]string{
	"aws_instance": "user_data", "aws_launch_template": "user_data", "aws_launch_configuration": "user_data_base64",
}

// TestUserDataForms: user data is read in each form, decoded, and what is not known of it is known to be what it refers to.
func TestUserDataForms(t *testing.T) {
	for _, form := range userDataForms {
		for login, want := range map[string]string{`"plain"`: "LOGIN=plain", `"vault"`: "LOGIN=vault", "var.login": "LOGIN=?"} {
			for typ, argument := range userDataArguments {
				src := strings.ReplaceAll(`
variable "debug" {}
variable "login" {}

resource "aws_ecs_cluster" "app" {}
`+form.beside+`
resource "`+typ+`" "app" {
  for_each = { app = "ECS_CLUSTER=${aws_ecs_cluster.app.name}\nLOGIN=${@}\n" }

  `+argument+` = `+form.value+`
}
`, "@", login)
				f := &fixture.Fixture{Files: map[string][]byte{
					"main.tf":            []byte(src),
					"user-data.sh":       []byte("ECS_CLUSTER=NAME\nLOGIN=PASSWORD\n"),
					"user-data.sh.tftpl": []byte("ECS_CLUSTER=${cluster}\nLOGIN=${login}\n"),
				}}
				for _, v := range f.Module().Resources(typ)[0].Get(argument).DecodeBase64().Alternatives() {
					text, refs := pieces(v)
					lines := strings.Fields(text)
					if !slices.Contains(lines, "ECS_CLUSTER=?") || !slices.Contains(lines, want) {
						t.Errorf("%s: read as\n%s\nfrom%s", form.name, text, src)
					}
					if !slices.Contains(refs, eval.Ref{Address: "aws_ecs_cluster.app", Path: "name"}) {
						t.Errorf("%s: made of %v", form.name, refs)
					}
				}
			}
		}
	}
}

// pieces is a text with a question mark for each part that is not known, and what those refer to.
func pieces(v *eval.Value) (text string, refs []eval.Ref) {
	var b strings.Builder
	for _, p := range v.Pieces() {
		b.WriteString(p.Text)
		if !p.Known {
			b.WriteString("?")
			refs = append(refs, p.Value.AllRefs()...)
		}
	}
	return b.String(), refs
}
