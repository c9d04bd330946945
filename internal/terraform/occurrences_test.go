package terraform

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclparse"
	"github.com/zclconf/go-cty/cty"
)

// asking is a host that notes what it is asked.
type asking struct {
	bareHost
	sources map[string]string
	asked   map[string][]string // what stands at the places of each variable
}

func (h asking) Variable(name string, places []hcl.Range) (cty.Value, bool) {
	for _, p := range places {
		h.asked[name] = append(h.asked[name], p.Filename+": "+h.sources[p.Filename][p.Start.Byte:p.End.Byte])
	}
	return cty.DynamicVal, false
}

func TestVariablesAreAskedForWhereTheyAreWritten(t *testing.T) {
	h := asking{asked: map[string][]string{}, sources: map[string]string{
		"a.tf": `
# var.comment is in a comment only, and "var.spaced" has spaces elsewhere
variable "plain" {}
variable "plain_more" {}
variable "spaced" {}
variable "dash-ed" {}
variable "comment" {}
variable "whole" {}
variable "part" {}
resource "x" "x" {
  a = [var.plain_more, var.plain, var.plain]
  b = "${var.dash-ed}-${var . spaced}"
  c = [var.comment, var.whole, var.part, var.nowhere]
}
`,
		"b.tf":      `locals { b = var . spaced }`,
		"c.tf.json": `{"locals": {"w": "${var.whole}", "p": "x-${var.part}", "both": "${var.part}${var.whole}"}}`,
	}}
	parser := hclparse.NewParser()
	for name, src := range h.sources {
		if name == "c.tf.json" {
			parser.ParseJSON([]byte(src), name)
			continue
		}
		parser.ParseHCL([]byte(src), name)
	}
	r := Load(parser.Files(), h, nil).Resources("x")[0]
	for _, argument := range []string{"a", "b", "c"} {
		r.Get(argument)
	}
	want := map[string][]string{
		"plain":      {"a.tf: var.plain"},
		"plain_more": {"a.tf: var.plain_more"},
		"spaced":     {"a.tf: var.spaced", "b.tf: var . spaced"},
		"dash-ed":    {"a.tf: var.dash-ed"},
		"comment":    {"a.tf: var.comment"},
		"whole":      {"a.tf: var.whole", `c.tf.json: "${var.whole}"`},
		"part":       {"a.tf: var.part"},
	}
	if diff := cmp.Diff(want, h.asked); diff != "" {
		t.Error(diff)
	}
}
