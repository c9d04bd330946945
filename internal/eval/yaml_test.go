package eval

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
)

func TestYAML(t *testing.T) {
	for _, tt := range []struct{ template, want string }{
		{"x:\n%{ for n in var.u ~}\n- name: ${n}\n  image: x\n%{ endfor ~}\nz: 1\n", `{"x": ([{"name": unknown, "image": "x"}?, ...] | null), "z": 1}`},
		{"x:\n%{ for n in var.u }\n- name: ${n}\n%{ endfor }\nz: 1\n", `{"x": ([{"name": unknown}?, ...] | null), "z": 1}`},
		{"x:\n%{ for n in concat([\"a\"], var.u) ~}\n- ${n}\n%{ endfor ~}\nz: 1\n", `{"x": ["a", unknown?, ...], "z": 1}`},
		{"x:\n%{ if var.a ~}\n- b\n%{ endif ~}\n- c\n", `({"x": ["b", "c"]} | {"x": ["c"]})`},
		{"a: 1\n%{ for n in var.u ~}\n${n}: 2\n%{ endfor ~}\nb: 3\n", `{"a": 1?, unknown: 2?, "b": 3, ...}`},
		// A loop within a line, or a text, is a part of what stands there.
		{"a: 1 %{ for n in var.u }${n} %{ endfor }\nb: [%{ for n in var.u }\"${n}\",%{ endfor }]\n", `{"a": "1 "+_, "b": [unknown?, ...]}`},
		{"a: |\n%{ for n in var.u ~}\n  ${n}\n%{ endfor ~}\nb: 1\n", `{"a": unknown, "b": 1, ...}`},
		{"a: |\n  {\n    x: ${var.u}\n  }\nb: >\n  c\n  d\n", `{"a": "{\n  x: "+_+"\n}\n", "b": "c d\n"}`},
		{"a: &a\n  b: 1\n  c: ${var.u}\nd:\n  <<: *a\n  b: 2\ne: *a\n", `{"a": {"b": 1, "c": unknown}, "d": {"c": unknown, "b": 2}, "e": {"b": 1, "c": unknown}}`},
		{"a: [%{ for n in var.u }\"${n}\", %{ endfor }\"b\"]\nc: {d: 1%{ for n in var.u }, ${n}: 2%{ endfor }}\n", `{"a": [unknown?, "b", ...], "c": {"d": 1?, unknown: unknown?, ...}}`},
		{"%{ for n in var.u ~}\n- a: [%{ for m in var.u }\"${m}\", %{ endfor }]\n  b: 1\n%{ endfor ~}\n- c\n", `[{"a": [unknown?, ...], "b": 1}?, unknown?, "c", ...]`},
		{"a: &a {b: 1}\nc:\n  b: 2\n%{ for n in var.u ~}\n  <<: *a\n%{ endfor ~}\n", `{"a": {"b": 1}, "c": {"b": (unknown | 1), ...}}`},
		{"a:\n%{ for n in var.u ~}\n  - b:\n%{ endfor ~}\n      c: 1\n", `unknown`},
		// YAML 1.1, as Terraform reads it.
		{"y: ${var.u}\n0x10: on\n\"n\": ~\n", `{"true": unknown, "16": true, "n": null}`},
	} {
		src := "yamldecode(<<EOT\n" + tt.template + "EOT\n)"
		if got := show(eval(t, src)); got != strings.ReplaceAll(tt.want, "\n", `\n`) {
			t.Errorf("%s\n got %s\nwant %s", tt.template, got, tt.want)
		}
	}
}

func TestYAMLPlaces(t *testing.T) {
	src := "yamldecode(<<EOT\na:\n%{ for n in var.u ~}\n  - name: ${n}\n    flag: true\n%{ endfor ~}\n  - {name: b,\n     flag: x}\ntext: |\n  one\n  two\nEOT\n)"
	v := eval(t, src)
	for _, tt := range []struct {
		of   *Value
		want string
	}{
		{v.Get("a"), "line 4, a"},
		{v.Get("a").Items()[0], "line 4, a[…]"},
		{v.Get("a").Items()[0].Get("flag"), "line 5, a[…].flag"},
		{v.Get("a").Items()[2].Get("flag"), "line 8, a[…].flag"},
		{v.Get("text"), "line 9, text"},
	} {
		if got := tt.of.Place().String(); got != tt.want {
			t.Errorf("%s is at %q, want %q", show(tt.of), got, tt.want)
		}
	}
}

// TestYAMLIsSound compares what is read of YAML with conditions and loops that are not known to what it turns out to be.
func TestYAMLIsSound(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	read := 0
	for range 300 {
		g := yamlGrower{Rand: random, conditions: 1}
		template := g.mapping("", 3)
		partly := eval(t, "yamldecode(<<EOT\n"+template+"EOT\n)")
		for range 4 {
			var values []string
			for i := range g.conditions {
				values = append(values, fmt.Sprintf("var.c%d ", i), []string{"true ", "false "}[random.IntN(2)])
			}
			values = append(values, "var.u", []string{"[]", `["k"]`, `["k", "l"]`}[random.IntN(3)])
			whole := eval(t, "yamldecode(<<EOT\n"+strings.NewReplacer(values...).Replace(template)+"EOT\n)")
			if whole.kind == unknown {
				continue // nothing is left of the document
			}
			if !admits(partly, whole) {
				t.Fatalf("%s\nis %s\nfor %v: %s", template, show(partly), values, show(whole))
			}
			if partly.kind != unknown {
				read++
			}
		}
	}
	if read < 600 {
		t.Errorf("%d documents were read", read)
	}
}

// yamlGrower writes YAML with conditions and loops.
type yamlGrower struct {
	*rand.Rand
	keys, conditions int
}

// wrapped is some lines, which may stand in a condition or a loop; inLoop makes the lines of a loop.
func (g *yamlGrower) wrapped(lines string, inLoop func() string) string {
	strip := []string{" ", " ~"}[g.IntN(2)]
	switch g.IntN(4) {
	case 0:
		g.conditions++
		return fmt.Sprintf("%%{ if var.c%d %s}\n%s%%{ endif %s}\n", g.conditions-1, strip, lines, strip)
	case 1:
		return fmt.Sprintf("%%{ for x in var.u %s}\n%s%%{ endfor %s}\n", strip, inLoop(), strip)
	}
	return lines
}

func (g *yamlGrower) mapping(indent string, depth int) string {
	var b strings.Builder
	for range 1 + g.IntN(4) {
		g.keys++
		key := fmt.Sprintf("%sk%d", indent, g.keys)
		value := g.value(indent, depth)
		b.WriteString(g.wrapped(key+":"+value, func() string { return key + "${x}:" + value }))
	}
	return b.String()
}

// value is what stands after a key, with the line break.
func (g *yamlGrower) value(indent string, depth int) string {
	if depth == 0 {
		return []string{" 1\n", " ${var.u[0]}\n", " a b\n", " [1, {a: b}]\n", " |\n" + indent + "   t\n", " x%{ if var.c0 } y%{ endif }\n"}[g.IntN(6)]
	}
	switch g.IntN(3) {
	case 0:
		return "\n" + g.mapping(indent+"  ", depth-1)
	case 1:
		return g.value(indent, 0)
	}
	var b strings.Builder
	b.WriteString("\n")
	for range 1 + g.IntN(3) {
		item := indent + "  - m: " + fmt.Sprint(g.IntN(3)) + "\n"
		if g.IntN(2) == 0 {
			item += g.mapping(indent+"    ", 0)
		}
		b.WriteString(g.wrapped(item, func() string { return indent + "  - m${x}: 1\n" }))
	}
	return b.String()
}
