package ecr_test

import (
	"strings"
	"testing"

	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/fixture"
)

// lifecycleForms are the ways in which people write a lifecycle policy, with what stands beside the resource. RULE stands for a
// rule in HCL, JSON for one in JSON and TEXT for that in a string; they select images by STATUS.
var lifecycleForms = []struct{ name, policy, beside string }{
	{"literal", `jsonencode({ rules = [RULE] })`, ``},
	{"local", `jsonencode(local.policy)`, `locals {
  policy = { rules = [RULE] }
}
`},
	{"local of JSON", `local.b`, `locals {
  a = jsonencode({ rules = [RULE] })
  b = local.a
}
`},
	{"concat", `jsonencode({ rules = concat([local.other], [RULE]) })`, ``},
	{"merge", `jsonencode({ rules = [merge(local.other, RULE)] })`, ``},
	{"shallow merge", `jsonencode({ rules = [merge({ selection = { tagStatus = "tagged" } }, RULE)] })`, ``},
	{"flatten", `jsonencode({ rules = flatten([[local.other], [[RULE]]]) })`, ``},
	{"for", `jsonencode({ rules = [for i, s in [STATUS] : { rulePriority = i + 1, selection = { tagStatus = s, countNumber = var.keep } }] })`, ``},
	{"for of an object", `jsonencode({ rules = [for s, n in { (STATUS) = var.keep } : { rulePriority = 1, selection = { tagStatus = s, countNumber = n } }] })`, ``},
	{"for with if", `jsonencode({ rules = [for r in [RULE, local.other] : r if r.rulePriority == 1] })`, ``},
	{"for with groups", `jsonencode({ rules = flatten(values({ for r in [RULE, local.other] : r.rulePriority => r... })) })`, ``},
	{"splat", `jsonencode({ rules = [{ rule = RULE }][*].rule })`, ``},
	{"coalesce", `coalesce(null, jsonencode({ rules = [RULE] }))`, ``},
	{"coalescelist", `jsonencode({ rules = coalescelist([], [RULE]) })`, ``},
	{"try", `try(local.other.nothing, jsonencode({ rules = [RULE] }))`, ``},
	{"can", `can(local.other.nothing) ? "{}" : jsonencode({ rules = [RULE] })`, ``},
	{"one", `one([jsonencode({ rules = [RULE] })])`, ``},
	{"element", `element([jsonencode({ rules = [RULE] })], 1)`, ``},
	{"lookup", `lookup({ app = jsonencode({ rules = [RULE] }) }, "app", "{}")`, ``},
	{"values", `jsonencode({ rules = values({ a = RULE }) })`, ``},
	{"keys", `jsonencode({ rules = [for s in keys({ (STATUS) = 1 }) : { selection = { tagStatus = s, countNumber = var.keep } }] })`, ``},
	{"zipmap", `jsonencode({ rules = [{ selection = zipmap(["tagStatus", "countNumber"], [STATUS, var.keep]) }] })`, ``},
	{"compact", `jsonencode({ rules = [for s in compact(["", STATUS]) : { selection = { tagStatus = s, countNumber = var.keep } }] })`, ``},
	{"distinct", `jsonencode({ rules = distinct([RULE, local.other]) })`, ``},
	{"setunion", `jsonencode({ rules = [for s in setunion([STATUS], [STATUS]) : { selection = { tagStatus = s, countNumber = var.keep } }] })`, ``},
	{"toset", `jsonencode({ rules = [for s in toset([STATUS]) : { selection = { tagStatus = s, countNumber = var.keep } }] })`, ``},
	{"tolist", `jsonencode({ rules = tolist([RULE]) })`, ``},
	{"tomap", `jsonencode({ rules = values(tomap({ a = RULE })) })`, ``},
	{"index", `jsonencode({ rules = [[local.other, RULE][1]] })`, ``},
	{"key", `{ app = jsonencode({ rules = [RULE] }) }["app"]`, ``},
	{"both branches", `jsonencode({ rules = var.debug ? [RULE] : [RULE, local.other] })`, ``},
	{"null", `jsonencode({ rules = [merge(RULE, { description = null })] })`, ``},
	{"jsondecode", `jsonencode({ rules = jsondecode("[TEXT]") })`, ``},
	{"yamldecode", `jsonencode(yamldecode("rules:\n- selection:\n    tagStatus: ${STATUS}\n    countNumber: ${var.keep}\n"))`, ``},
	{"sensitive", `jsonencode({ rules = [merge(RULE, { description = sensitive("x") })] })`, ``},
	{"nonsensitive", `nonsensitive(sensitive(jsonencode({ rules = [RULE] })))`, ``},
	{"heredoc", `<<EOF
{
  "rules": [JSON]
}
EOF`, ``},
	{"indented heredoc", `<<-EOF
  {
    "rules": [JSON]
  }
  EOF`, ``},
	{"quoted", `"{\"rules\": [TEXT]}"`, ``},
	{"format", `format("{\"rules\": [%s]}", jsonencode(RULE))`, ``},
	{"join", `"{\"rules\": [${join(",", [jsonencode(RULE)])}]}"`, ``},
	{"replace", `replace("{\"rules\": [{\"selection\": {\"tagStatus\": \"TAGS\", \"countNumber\": ${var.keep}}}]}", "TAGS", STATUS)`, ``},
	{"parts", `"{\"rules\": [${jsonencode(local.other)}, ${jsonencode(RULE)}]}"`, ``},
	{"condition", `<<-EOF
  {
    "rules": [
      %{~ if var.debug ~}
      {"rulePriority": 9},
      %{~ endif ~}
      JSON
    ]
  }
  EOF`, ``},
	{"loop", `<<-EOF
  {
    "rules": [
      %{~ for s in [STATUS] ~}
      {"selection": {"tagStatus": "${s}", "countNumber": ${var.keep}}}
      %{~ endfor ~}
    ]
  }
  EOF`, ``},
	{"templatefile", `templatefile("${path.module}/policy.json.tftpl", { status = STATUS, keep = var.keep })`, ``},
	{"templatestring", `templatestring("{\"rules\": [{\"selection\": {\"tagStatus\": \"$${s}\", \"countNumber\": $${n}}}]}", { s = STATUS, n = var.keep })`, ``},
	{"template_file", `data.template_file.x.rendered`, `data "template_file" "x" {
  template = file("policy.json.tftpl")
  vars     = { status = STATUS, keep = var.keep }
}
`},
	{"document", `data.aws_ecr_lifecycle_policy_document.x.json`, document("")},
	{"document, indexed", `data.aws_ecr_lifecycle_policy_document.x[0].json`, document("count = 1")},
	{"document, splat", `join("", data.aws_ecr_lifecycle_policy_document.x[*].json)`, document("count = 1")},
	{"document, one", `one(data.aws_ecr_lifecycle_policy_document.x[*].json)`, document("count = var.debug ? 1 : 0")},
	{"document, condition", `var.debug ? data.aws_ecr_lifecycle_policy_document.x[0].json : jsonencode({ rules = [RULE] })`, document("count = var.debug ? 1 : 0")},
	{"document, try", `try(data.aws_ecr_lifecycle_policy_document.x[0].json, jsonencode({ rules = [RULE] }))`, document("count = var.debug ? 1 : 0")},
	{"dynamic document", `data.aws_ecr_lifecycle_policy_document.x.json`, dynamicDocument},
	{"text for a number", `jsonencode({ rules = [{ rulePriority = "1", selection = { tagStatus = STATUS, countNumber = "${var.keep}" } }] })`, ``},
	{"last key", `"{\"rules\": [{\"selection\": {\"tagStatus\": \"tagged\", \"countNumber\": ${var.keep}, \"tagStatus\": \"${STATUS}\"}}]}"`, ``},
}

// document is the data source that writes a lifecycle policy, with a line of its own.
func document(meta string) string {
	return `
data "aws_ecr_lifecycle_policy_document" "x" {
  ` + meta + `
  rule {
    priority = 1
    selection {
      tag_status   = STATUS
      count_type   = "imageCountMoreThan"
      count_number = var.keep
    }
    action {
      type = "expire"
    }
  }
}
`
}

const dynamicDocument = `
data "aws_ecr_lifecycle_policy_document" "x" {
  dynamic "rule" {
    for_each = { (STATUS) = var.keep }

    content {
      priority = 1
      selection {
        tag_status   = rule.key
        count_type   = "imageCountMoreThan"
        count_number = rule.value
      }
      action {
        type = "expire"
      }
    }
  }
}
`

const (
	ruleInHCL  = `{ rulePriority = 1, selection = { tagStatus = STATUS, countType = "imageCountMoreThan", countNumber = var.keep }, action = { type = "expire" } }`
	ruleInJSON = `{"rulePriority": 1, "selection": {"tagStatus": "${STATUS}", "countNumber": ${var.keep}}}`
)

// TestLifecycleForms: a policy is read in each form, what is not known beside what is.
func TestLifecycleForms(t *testing.T) {
	for _, form := range lifecycleForms {
		for status, want := range map[string]string{`"any"`: "any", `"untagged"`: "untagged", "var.status": "unknown"} {
			src := strings.NewReplacer(
				"RULE", ruleInHCL, "JSON", ruleInJSON, "TEXT", strings.ReplaceAll(ruleInJSON, `"`, `\"`),
			).Replace(`
variable "keep" {}
variable "debug" {}
variable "status" {}

locals {
  other = { rulePriority = 2, selection = { tagStatus = "tagged", countNumber = 1 } }
}
` + form.beside + `
resource "aws_ecr_lifecycle_policy" "x" {
  policy = ` + form.policy + `
}
`)
			f := &fixture.Fixture{Files: map[string][]byte{
				"main.tf":           []byte(strings.ReplaceAll(src, "STATUS", status)),
				"policy.json.tftpl": []byte(`{"rules": [{"selection": {"tagStatus": "${status}", "countNumber": ${keep}}}]}`),
			}}
			policy := f.Module().Resources("aws_ecr_lifecycle_policy")[0].Get("policy").DecodeJSON()
			found := false
			for _, rule := range policy.Get("rules").Items() {
				status, known := rule.Get("selection").Get("tagStatus").Text()
				if !known {
					status = "unknown"
				}
				found = found || status == want && rule.Get("selection").Get("countNumber").Unknown()
			}
			if !found {
				t.Errorf("%s: no rule with the status %s and a number that is not known\n%s", form.name, want, f.Files["main.tf"])
			}
		}
	}
}
