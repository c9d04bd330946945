package eval

import (
	"strings"
	"testing"
)

// TestLeaves: what a value is made of, down to what holds no others.
func TestLeaves(t *testing.T) {
	for src, want := range map[string]string{
		`"a"`:                               `"a"`,
		`var.x`:                             `unknown`,
		`null`:                              `null`,
		`[]`:                                ``,
		`["a", [1, var.x]]`:                 `"a" 1 unknown`,
		`{ b = { c = true }, a = 1 }`:       `1 true`,
		`var.x ? ["a"] : { b = "c" }`:       `"a" "c"`,
		`concat(["a"], var.x ? ["b"] : [])`: `"a" "b"?`,
		`{ for k in var.x : k => "a" }`:     `"a" "a"`,
		`{ (var.x) = "a" }`:                 `"a"`,
		`jsonencode({ a = [1, 2] })`:        `encoded0({"a": [1, 2]})`,
		`{ a = "x-${var.x}" }`:              `"x-"+_`,
	} {
		var got []string
		for _, leaf := range eval(t, src).Leaves() {
			got = append(got, show(leaf))
		}
		if got := strings.Join(got, " "); got != want {
			t.Errorf("%s has %s, want %s", src, got, want)
		}
	}
}

// TestAllRefs: what a value comes from, through texts and what they are the encoding of.
func TestAllRefs(t *testing.T) {
	for src, want := range map[string]string{
		`aws_x.y.id`:                           "aws_x.y.id",
		`["a", { b = aws_x.y.id }]`:            "aws_x.y.id",
		`"a${aws_x.y.id}"`:                     "aws_x.y.id",
		`jsonencode({ a = aws_x.y.id })`:       "aws_x.y.id",
		`"a${yamlencode({ a = aws_x.y.id })}"`: "aws_x.y.id",
		`"a${base64encode("b${aws_x.y.id}")}"`: "aws_x.y.id",
		`sensitive(aws_x.y.id)`:                "aws_x.y.id",
		`sha256(aws_x.y.id)`:                   "",
	} {
		var got []string
		for _, ref := range eval(t, src).AllRefs() {
			got = append(got, ref.Address+"."+ref.Path)
		}
		if got := strings.Join(got, " "); got != want {
			t.Errorf("%s comes from %s, want %s", src, got, want)
		}
	}
}

// TestDecodeYAML: what a text means as YAML, and what is not known of it.
func TestDecodeYAML(t *testing.T) {
	for src, want := range map[string]string{
		`"env:\n  a: [1, b]"`:           `{"env": {"a": [1, "b"]}}`,
		`"a: x-${var.x}"`:               `{"a": "x-"+_}`,
		`"a: ${var.x}"`:                 `{"a": unknown}`,
		`"{\"a\": 1}"`:                  `{"a": 1}`,
		`yamlencode({ a = [1] })`:       `{"a": [1]}`,
		`jsonencode({ a = [1] })`:       `{"a": [1]}`,
		`"buildspec.yml"`:               `"buildspec.yml"`,
		`"a: [b: ]}"`:                   `failure`,
		`"%{ if var.x }a: 1%{ endif }"`: `{"a": 1}`,
		`var.x ? "a: 1" : "a: 2"`:       `({"a": 1} | {"a": 2})`,
		`var.x`:                         `unknown`,
		`{ a = 1 }`:                     `{"a": 1}`,
		`null`:                          `null`,
		`""`:                            `failure`,
		`join("", [for i in range(50) : "- *a\n"])`: `unknown`,
	} {
		if got := show(eval(t, src).DecodeYAML()); got != want {
			t.Errorf("%s means %s, want %s", src, got, want)
		}
	}
}
