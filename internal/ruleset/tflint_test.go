package ruleset_test

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/hosttest"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/project"
)

// What is tried here is how the plugin and TFLint get along; what the rules report is tried by their fixtures.

// files is a module: its files by name.
type files map[string]string

// lines are findings as "main.tf:3 warning aws_ecr_repository_mutable_tags".
func lines(result hosttest.Result) []string {
	var out []string
	for _, i := range result.Issues {
		out = append(out, fmt.Sprintf("%s:%d %s %s", i.Range.Filename, i.Range.Start.Line, i.Rule.Severity, i.Rule.Name))
	}
	slices.Sort(out)
	return out
}

// config is a configuration of the plugin's block and of what follows it.
func config(plugin, rest string) string {
	return fmt.Sprintf("plugin \"terraform\" {\n  enabled = false\n}\nplugin %q {\n  enabled = true\n%s\n}\n%s", project.Name, plugin, rest)
}

// installedModules is what terraform init writes about a module that it has fetched, and about one that lies in there.
const installedModules = `{"Modules":[
	{"Key":"","Source":"","Dir":"."},
	{"Key":"task","Source":"registry.terraform.io/example.com/container/aws","Version":"1.0.0","Dir":".terraform/modules/task"},
	{"Key":"task.inner","Source":"./inner","Dir":".terraform/modules/task/inner"}
]}`

const onlyPrivileged, onlyMutable = "--only=aws_container_privileged", "--only=aws_ecr_repository_mutable_tags"

func TestFindingsShowWhereTheyCanBeMended(t *testing.T) {
	cases := map[string]struct {
		files files
		args  []string
		want  []string
	}{
		"at the leaf in a local, used through merge": {
			files: files{"main.tf": `
locals {
  base = {
    name       = "web"
    privileged = true
  }
}
resource "aws_ecs_task_definition" "web" {
  container_definitions = jsonencode([merge(local.base, { image = aws_ecr_repository.x.repository_url })])
}
`},
			args: []string{onlyPrivileged},
			want: []string{"main.tf:5 error aws_container_privileged"},
		},
		"at the caller's argument": {
			files: files{
				"main.tf": `
module "web" {
  source     = "./service"
  privileged = true
}
`,
				"service/main.tf": `
variable "privileged" { type = bool }
resource "aws_ecs_task_definition" "web" {
  container_definitions = jsonencode([{ name = "web", privileged = var.privileged }])
}
`},
			args: []string{onlyPrivileged},
			want: []string{"main.tf:4 error aws_container_privileged"},
		},
		"at the caller's argument that is not known as a whole": {
			files: files{
				"main.tf": `
resource "aws_cloudwatch_log_group" "web" {}
locals {
  definitions = jsonencode([{
    name       = "web"
    privileged = true
    log        = aws_cloudwatch_log_group.web.arn
  }])
}
module "web" {
  source      = "./service"
  definitions = local.definitions
}
`,
				"service/main.tf": `
variable "definitions" { type = string }
resource "aws_ecs_task_definition" "web" {
  container_definitions = var.definitions
}
`},
			args: []string{onlyPrivileged},
			want: []string{"main.tf:12 error aws_container_privileged"},
		},
		"not at a caller's argument that has nothing to do with it": {
			files: files{
				"main.tf": `
module "web" {
  source = "./service"
  image  = "web:1"
}
`,
				"service/main.tf": `
variable "image" { type = string }
resource "aws_ecs_task_definition" "web" {
  container_definitions = <<EOF
[{"name": "web", "image": "${var.image}", "privileged": true}]
EOF
}
`},
			args: []string{onlyPrivileged},
		},
		"with the values of a called module's instances": {
			files: files{
				"main.tf": `
module "repository" {
  for_each   = { a = "MUTABLE", b = "IMMUTABLE" }
  source     = "./repository"
  mutability = each.value
}
`,
				"repository/main.tf": `
variable "mutability" { type = string }
resource "aws_ecr_repository" "this" {
  name                 = "x"
  image_tag_mutability = var.mutability
}
`},
			args: []string{onlyMutable},
			want: []string{"main.tf:5 warning aws_ecr_repository_mutable_tags"},
		},
		"with what each instance is passed, of which a part is not known": {
			files: files{
				"main.tf": `
module "web" {
  count  = 12
  source = "./service"

  definitions = jsonencode([{ name = "web", image = aws_ecr_repository.x.repository_url, privileged = count.index == 9 }])
}
`,
				"service/main.tf": `
variable "definitions" { type = string }
resource "aws_ecs_task_definition" "web" {
  container_definitions = var.definitions
}
`},
			args: []string{onlyPrivileged},
			want: []string{"main.tf:6 error aws_container_privileged"},
		},
		"with what each instance is passed through another module": {
			files: files{
				"main.tf": `
module "service" {
  for_each = { web = false, agent = true, job = false }
  source   = "./service"

  container = { name = each.key, image = aws_ecr_repository.x.repository_url, privileged = each.value }
}
`,
				"service/main.tf": `
variable "container" { type = any }
module "task" {
  count       = 2
  source      = "./task"
  definitions = jsonencode([merge(var.container, { user = "app" })])
}
`,
				"service/task/main.tf": `
variable "definitions" { type = string }
resource "aws_ecs_task_definition" "web" {
  container_definitions = var.definitions
}
`},
			args: []string{onlyPrivileged},
			want: []string{"main.tf:6 error aws_container_privileged"},
		},
		"with what a called module passes on to one that makes the definition": {
			files: files{
				"main.tf": `
module "service" {
  source     = "./service"
  name       = "web"
  privileged = true
}
`,
				"service/main.tf": `
variable "name" { type = string }
variable "privileged" { type = bool }
module "container" {
  source     = "../container"
  name       = var.name
  privileged = var.privileged
}
resource "aws_ecs_task_definition" "web" {
  container_definitions = module.container.json
}
`,
				"container/main.tf": `
variable "name" { type = string }
variable "privileged" {
  type     = bool
  default  = false
  nullable = false
}
output "json" { value = jsonencode([{ name = var.name, privileged = var.privileged }]) }
`},
			args: []string{onlyPrivileged},
			want: []string{"main.tf:5 error aws_container_privileged"},
		},
		"without what the type of a variable leaves out, and what an override file replaces": {
			files: files{
				"main.tf": `
module "typed" {
  source    = "./service"
  container = { name = "web", image = aws_ecr_repository.x.repository_url, privileged = true }
}
module "overridden" {
  source     = "./service"
  container  = { name = "web", image = aws_ecr_repository.x.repository_url }
  definition = jsonencode([{ name = "web", image = aws_ecr_repository.x.repository_url, privileged = true }])
}
`,
				"main_override.tf": `
module "overridden" {
  definition = jsonencode([{ name = "web", image = aws_ecr_repository.x.repository_url, privileged = false }])
}
`,
				"service/main.tf": `
variable "container" { type = object({ name = string, image = string, user = optional(string) }) }
variable "definition" {
  type    = string
  default = "[]"
}
resource "aws_ecs_task_definition" "web" {
  container_definitions = jsonencode([var.container])
}
resource "aws_ecs_task_definition" "other" {
  container_definitions = var.definition
}
`},
			args: []string{onlyPrivileged},
		},
		"once for instances of a called module that are alike": {
			files: files{
				"main.tf": `
module "repository" {
  count  = 3
  source = "./repository"
  name   = "app"
}
`,
				"repository/main.tf": `
variable "name" { type = string }
resource "aws_ecs_task_definition" "web" {
  container_definitions = jsonencode([{ name = var.name, privileged = var.name == "app" }])
}
`},
			args: []string{onlyPrivileged},
			want: []string{"main.tf:5 error aws_container_privileged"},
		},
		"with values from tfvars, the command line and the environment": {
			files: files{
				"main.tf": `
variable "a" { type = string }
variable "b" { type = string }
variable "c" { type = string }
variable "d" { type = string }
resource "aws_ecr_repository" "a" {
  image_tag_mutability = var.a
}
resource "aws_ecr_repository" "b" {
  image_tag_mutability = var.b
}
resource "aws_ecr_repository" "c" {
  image_tag_mutability = var.c
}
resource "aws_ecr_repository" "d" {
  image_tag_mutability = var.d
}
`,
				"terraform.tfvars": `a = "MUTABLE"`},
			args: []string{onlyMutable, "--var=b=MUTABLE"},
			want: []string{
				"main.tf:13 warning aws_ecr_repository_mutable_tags",
				"main.tf:7 warning aws_ecr_repository_mutable_tags",
				"main.tf:10 warning aws_ecr_repository_mutable_tags",
			},
		},
		"at the call of a template file": {
			files: files{
				"main.tf": `
resource "aws_ecs_task_definition" "web" {
  container_definitions = templatefile("${path.module}/web.json", { image = aws_ecr_repository.x.repository_url })
}
`,
				"web.json": `[{"name": "web", "image": "${image}:1", "privileged": true}]`},
			args: []string{onlyPrivileged},
			want: []string{"main.tf:3 error aws_container_privileged"},
		},
		"at the output of a module that terraform init has fetched": {
			files: files{
				"main.tf": `
module "task" {
  source  = "example.com/container/aws"
  version = "1.0.0"
  image   = aws_ecr_repository.x.repository_url
}
resource "aws_ecs_task_definition" "web" {
  container_definitions = module.task.definitions
}
`,
				".terraform/modules/modules.json": installedModules,
				".terraform/modules/task/main.tf": `
variable "image" { type = string }
module "inner" {
  source = "./inner"
  image  = var.image
}
output "definitions" { value = jsonencode([module.inner.container]) }
`,
				".terraform/modules/task/inner/main.tf": `
variable "image" { type = string }
output "container" { value = { name = "web", image = var.image, privileged = true } }
`},
			args: []string{onlyPrivileged},
			want: []string{"main.tf:8 error aws_container_privileged"},
		},
		"at the caller's argument of a module that terraform init has fetched": {
			files: files{
				"main.tf": `
module "task" {
  source     = "example.com/container/aws"
  version    = "1.0.0"
  definition = jsonencode([{ name = "web", image = aws_ecr_repository.x.repository_url, privileged = true }])
}
`,
				".terraform/modules/modules.json": installedModules,
				".terraform/modules/task/main.tf": `
variable "definition" { type = string }
resource "aws_ecs_task_definition" "web" {
  container_definitions = var.definition
}
`},
			args: []string{onlyPrivileged, "--call-module-type=all"},
			want: []string{"main.tf:5 error aws_container_privileged"},
		},
		"not where a comment says so": {
			files: files{"main.tf": `
resource "aws_ecs_task_definition" "inline" {
  container_definitions = jsonencode([{
    name       = "web"
    privileged = true # tflint-ignore: aws_container_privileged # needs the host's devices
  }])
}
resource "aws_ecs_task_definition" "heredoc" {
  # tflint-ignore: aws_container_privileged
  container_definitions = <<EOF
[
  {"name": "web", "privileged": true}
]
EOF
}
`},
			args: []string{onlyPrivileged},
		},
		"once for all instances": {
			files: files{"main.tf": `
resource "aws_ecr_repository" "this" {
  for_each             = toset(["a", "b", "c"])
  name                 = each.key
  image_tag_mutability = "MUTABLE"
}
`},
			args: []string{onlyMutable},
			want: []string{"main.tf:5 warning aws_ecr_repository_mutable_tags"},
		},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			result := hosttest.Lint(t, hosttest.Options{
				Dir: hosttest.Module(t, c.files), Args: c.args, Env: []string{"TF_VAR_c=MUTABLE"},
			})
			slices.Sort(c.want)
			if diff := cmp.Diff(c.want, lines(result)); diff != "" {
				t.Errorf("findings differ (-expected +reported):\n%s", diff)
			}
		})
	}
}

func TestBrokenModulesAreStillChecked(t *testing.T) {
	bad := "resource \"aws_ecr_repository\" \"app\" {\n  name = \"app\"\n}\n"
	cases := map[string]string{
		"cycle of locals":      "locals {\n  a = local.b\n  b = local.a\n}\nresource \"aws_ecs_task_definition\" \"x\" {\n  container_definitions = local.a\n}\n",
		"broken JSON":          "resource \"aws_ecs_task_definition\" \"x\" {\n  container_definitions = \"[{\\\"name\\\": \"\n}\n",
		"unknown function":     "resource \"aws_ecs_task_definition\" \"x\" {\n  container_definitions = provider::acme::containers()\n}\n",
		"undeclared names":     "resource \"aws_ecs_task_definition\" \"x\" {\n  container_definitions = jsonencode([local.nope, var.nope, data.nope.x.y])\n}\n",
		"file that is absent":  "resource \"aws_ecs_task_definition\" \"x\" {\n  container_definitions = file(\"nope.json\")\n}\n",
		"type that is wrong":   "resource \"aws_ecs_task_definition\" \"x\" {\n  container_definitions = jsonencode(42)\n  cpu = {}\n}\n",
		"label that is absent": "output \"x\" {\n  value = aws_ecr_repository\n}\n",
	}
	for name, broken := range cases {
		t.Run(name, func(t *testing.T) {
			result := hosttest.Lint(t, hosttest.Options{Dir: hosttest.Module(t, files{"a.tf": bad, "b.tf": broken}), Args: []string{onlyMutable, onlyPrivileged}})
			if diff := cmp.Diff([]string{"a.tf:1 warning aws_ecr_repository_mutable_tags"}, lines(result)); diff != "" {
				t.Errorf("findings differ (-expected +reported):\n%s", diff)
			}
		})
	}
	t.Run("20,000 lines", func(t *testing.T) {
		var b strings.Builder
		for i := range 4000 {
			fmt.Fprintf(&b, "resource \"aws_ecr_repository\" \"r%d\" {\n  name                 = \"r-${var.x}-%d\"\n  image_tag_mutability = \"IMMUTABLE\"\n}\n\n", i, i)
		}
		result := hosttest.Lint(t, hosttest.Options{Dir: hosttest.Module(t, files{"a.tf": bad, "b.tf": b.String(), "c.tf": "variable \"x\" {}\n"}), Args: []string{onlyMutable}})
		if got := len(result.Issues); got != 1 {
			t.Errorf("%d findings, expected 1", got)
		}
	})
}

const oneRepository = `
resource "aws_ecr_repository" "app" {
  name                 = "app"
  image_tag_mutability = "MUTABLE_WITH_EXCLUSION"
  image_scanning_configuration {
    scan_on_push = false
  }
}
resource "aws_ecr_lifecycle_policy" "app" {
  repository = aws_ecr_repository.app.name
  policy     = "{}"
}
`

func TestConfiguration(t *testing.T) {
	const (
		scan    = "main.tf:6 warning aws_ecr_repository_scan_on_push_disabled"
		mutable = "main.tf:4 info aws_ecr_repository_mutable_tags"
	)
	cases := map[string]struct {
		config string
		args   []string
		want   []string
	}{
		"recommended by default":       {config("", ""), nil, []string{mutable, scan}},
		"recommended":                  {config(`preset = "recommended"`, ""), nil, []string{mutable, scan}},
		"a rule's block disables":      {config("", "rule \"aws_ecr_repository_mutable_tags\" {\n  enabled = false\n}\n"), nil, []string{scan}},
		"disabled by default":          {config("", "config {\n  disabled_by_default = true\n}\n"), nil, nil},
		"a block beats that":           {config("", "config {\n  disabled_by_default = true\n}\nrule \"aws_ecr_repository_mutable_tags\" {\n  enabled = true\n}\n"), nil, []string{mutable}},
		"a preset beats that":          {config(`preset = "recommended"`, "config {\n  disabled_by_default = true\n}\n"), nil, []string{mutable, scan}},
		"only beats all":               {config("", "rule \"aws_ecr_repository_mutable_tags\" {\n  enabled = false\n}\n"), []string{onlyMutable}, []string{mutable}},
		"severity is set":              {config("", "rule \"aws_ecr_repository_scan_on_push_disabled\" {\n  enabled = true\n  severity = \"error\"\n}\n"), nil, []string{mutable, strings.Replace(scan, "warning", "error", 1)}},
		"a mild case stays mild":       {config("", "rule \"aws_ecr_repository_mutable_tags\" {\n  enabled = true\n  severity = \"error\"\n}\n"), []string{onlyMutable}, []string{mutable}},
		"an option is set":             {config("", "rule \"aws_ecr_repository_scan_on_push_disabled\" {\n  enabled = true\n  registry_scanning_managed_elsewhere = true\n}\n"), nil, []string{mutable}},
		"a rule is disabled by a flag": {config("", ""), []string{"--disable-rule=aws_ecr_repository_mutable_tags"}, []string{scan}},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			hosttest.EachTFLint(t, func(t *testing.T, tflint string) {
				result := hosttest.Lint(t, hosttest.Options{
					TFLint: tflint, Dir: hosttest.Module(t, files{"main.tf": oneRepository}), Config: c.config, Args: c.args,
				})
				got := slices.DeleteFunc(lines(result), func(line string) bool { return !strings.Contains(line, "_tags") && !strings.Contains(line, "_scan_") })
				if diff := cmp.Diff(c.want, got, cmp.Transformer("", func(s []string) string { return strings.Join(s, "\n") })); diff != "" {
					t.Errorf("findings differ (-expected +reported):\n%s", diff)
				}
			})
		})
	}
}

func TestConfigurationThatIsWrong(t *testing.T) {
	rule := func(body string) string {
		return config("", "rule \"aws_ecr_repository_mutable_tags\" {\n  enabled = true\n  "+body+"\n}\n")
	}
	cases := map[string]struct{ config, want string }{
		"preset":            {config(`preset = "strict"`, ""), `preset is "strict", but has to be "recommended" or "all"`},
		"plugin option":     {config(`presets = ["all"]`, ""), `An argument named "presets" is not expected here`},
		"severity":          {rule(`severity = "warn"`), `severity is "warn", but has to be "error", "warning" or "notice"`},
		"severity's type":   {rule(`severity = ["error"]`), `severity is a tuple, but has to be "error", "warning" or "notice"`},
		"an option's name":  {rule(`serverity = "error"`), `An argument named "serverity" is not expected here`},
		"what a rule takes": {rule(`serverity = "error"`), `the rule takes enabled, severity, pull_through_caches`},
		"an option's type":  {rule(`pull_through_caches = "maybe"`), `pull_through_caches is "maybe", but has to be true or false`},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			result := hosttest.Lint(t, hosttest.Options{Dir: hosttest.Module(t, files{"main.tf": oneRepository}), Config: c.config, AllowErrors: true})
			var said []string
			for _, e := range result.Errors {
				said = append(said, e.Summary+e.Message)
			}
			if len(said) != 1 || !strings.Contains(said[0], c.want) {
				t.Errorf("TFLint says %q, expected one error with %q", said, c.want)
			}
		})
	}
}

func TestFix(t *testing.T) {
	const before = `
variable "privileged" {
  default = true
}
resource "aws_ecs_task_definition" "web" {
  container_definitions = jsonencode([
    { name = "literal", privileged = true },
    { name = "elsewhere", privileged = var.privileged },
  ])
}
resource "aws_ecs_task_definition" "heredoc" {
  container_definitions = <<EOF
[{"name": "heredoc", "privileged": true}]
EOF
}
`
	after := strings.Replace(before, `"literal", privileged = true`, `"literal", privileged = false`, 1)
	json := `{"resource": {"aws_ecs_daemon_task_definition": {"x": {"container_definition": {"privileged": true}}}}}`
	dir := hosttest.Module(t, files{"main.tf": before, "daemon.tf.json": json})
	for run := range 2 {
		result := hosttest.Lint(t, hosttest.Options{Dir: dir, Args: []string{"--fix", onlyPrivileged}})
		if got, want := len(result.Issues), 4-run; got != want {
			t.Errorf("run %d: %d findings, expected %d", run, got, want)
		}
		for name, want := range (files{"main.tf": after, "daemon.tf.json": json}) {
			got, err := os.ReadFile(filepath.Join(dir, name))
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(want, string(got)); diff != "" {
				t.Errorf("run %d: %s is not as expected (-expected +written):\n%s", run, name, diff)
			}
		}
	}
}

// The examples that the README shows.
func TestExamples(t *testing.T) {
	everything := config(`preset = "all"`, "")
	secure := hosttest.Lint(t, hosttest.Options{Dir: "../../testdata/example/secure", Config: everything})
	if len(secure.Issues) > 0 {
		t.Errorf("the secure example has findings: %v", secure.Issues)
	}
	found := map[string]bool{}
	for _, i := range hosttest.Lint(t, hosttest.Options{Dir: "../../testdata/example/insecure", Config: everything}).Issues {
		found[i.Rule.Name] = true
	}
	for _, name := range []string{
		"aws_ecr_repository_scan_on_push_disabled", "aws_ecr_repository_mutable_tags", "aws_ecr_repository_missing_lifecycle_policy",
		"aws_container_privileged", "aws_container_plaintext_secret", "aws_container_latest_image_tag", "aws_ecs_task_definition_host_network",
		"aws_ecs_task_definition_sensitive_host_path", "aws_security_group_open_ingress", "aws_security_group_open_egress", "aws_iam_policy_wildcard_action",
	} {
		if !found[name] {
			t.Errorf("the insecure example has no finding of %s", name)
		}
	}
}

// TestCalledModulesAtOnce: TFLint checks all called modules at the same time, and must not stumble over what is found in them.
func TestCalledModulesAtOnce(t *testing.T) {
	call := func(n int, name string) string {
		return fmt.Sprintf("module \"m\" {\n  source   = \"./m\"\n  for_each = toset([for i in range(%d) : \"k${i}\"])\n  name     = %s\n  image    = %s\n}\n", n, name, "var.image")
	}
	variables := "variable \"image\" {\n  default = \"nginx:latest\"\n}\n"
	dir := hosttest.Module(t, files{
		"main.tf":   variables + call(8, "each.key"),
		"m/main.tf": variables + "variable \"name\" {}\n" + call(10, `"${var.name}-${each.key}"`),
		"m/m/main.tf": "variable \"image\" {}\nvariable \"name\" {}\n" + `
resource "aws_ecs_task_definition" "t" {
  family                = var.name
  container_definitions = jsonencode([{ name = var.name, image = var.image, privileged = true }])
}
`,
	})
	var first []string
	for range 5 {
		found := lines(hosttest.Lint(t, hosttest.Options{Dir: dir, Config: config("", "")}))
		if first == nil {
			first = found
		}
		if diff := cmp.Diff(first, found); diff != "" || len(found) == 0 {
			t.Fatalf("findings differ from one run to the next, or there are none:\n%s", diff)
		}
	}
}

func TestLongTextsAreMarkedAtTheirBeginning(t *testing.T) {
	containers := strings.Repeat(`{\"name\":\"web\",\"image\":\"${aws_ecr_repository.x.repository_url}\"},`, 200)
	result := hosttest.Lint(t, hosttest.Options{
		Dir: hosttest.Module(t, files{"main.tf": "resource \"aws_ecs_task_definition\" \"web\" {\n  container_definitions = \"[" + containers +
			`{\"name\":\"last\",\"privileged\":true}]` + "\"\n}\n"}),
		Args: []string{onlyPrivileged},
	})
	want := hosttest.Range{Filename: "main.tf", Start: hosttest.Pos{Line: 2, Column: 27}, End: hosttest.Pos{Line: 2, Column: 28}}
	if len(result.Issues) != 1 || result.Issues[0].Range != want {
		t.Errorf("findings are %v", result.Issues)
	}
}

// TestCallersAreReadOnce: what called modules share of their caller is not bound to the one that was checked first.
func TestCallersAreReadOnce(t *testing.T) {
	service := "variable \"image\" {}\nvariable \"containers\" {}\nresource \"aws_ecs_task_definition\" \"t\" {\n  container_definitions = var.containers\n}\n"
	call := func(name, containers string) string {
		return fmt.Sprintf("module %q {\n  source     = \"./service\"\n  image      = var.x\n  containers = %s\n}\n", name, containers)
	}
	dir := hosttest.Module(t, files{
		"app/main.tf": "variable \"x\" {}\n" + call("a", `jsonencode([{ name = "a", image = var.x, privileged = true }])`) +
			call("b", `templatefile("${path.module}/b.json", { image = var.x })`) + call("c", `templatefile("${path.module}/b.json", { image = var.x })`),
		"app/b.json":          `[{"name": "b", "image": "${image}", "privileged": true}]`,
		"app/service/main.tf": service,
	})
	result := hosttest.Lint(t, hosttest.Options{Dir: dir, Args: []string{"--chdir=app", onlyPrivileged}})
	want := []string{"app/main.tf:10 error aws_container_privileged", "app/main.tf:15 error aws_container_privileged", "app/main.tf:5 error aws_container_privileged"}
	if diff := cmp.Diff(want, lines(result)); diff != "" {
		t.Errorf("findings differ (-expected +reported):\n%s", diff)
	}
}
