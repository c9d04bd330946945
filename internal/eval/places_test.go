package eval

import (
	"fmt"
	"strings"
	"testing"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	hcljson "github.com/hashicorp/hcl/v2/json"
)

// module is a root with the attributes of a file as locals.
func module(t *testing.T, src string, files map[string]string) *fakeRoot {
	t.Helper()
	f, diags := hclsyntax.ParseConfig([]byte(src), "main.tf", hcl.InitialPos)
	if diags.HasErrors() {
		t.Fatal(diags)
	}
	root := newRoot()
	for name, attr := range f.Body.(*hclsyntax.Body).Attributes {
		root.locals[name] = attr.Expr
	}
	for name, content := range files {
		root.files[name] = content
	}
	return root
}

// where writes a place: the range, and the position in a text.
func where(p Place) string {
	r := p.Range
	s := fmt.Sprintf("%d:%d-%d:%d", r.Start.Line, r.Start.Column, r.End.Line, r.End.Column)
	if text := p.String(); text != "" {
		s += " " + text
	}
	return s
}

// at is what lies under a path: keys, and indexes in the list of elements.
func at(v *Value, path ...any) *Value {
	for _, step := range path {
		switch step := step.(type) {
		case string:
			v = v.Get(step)
		case int:
			items := v.Items()
			if step >= len(items) {
				return NewUnknown(Place{}, nil)
			}
			v = items[step]
		}
	}
	return v
}

type placed struct {
	path []any
	show string // the value
	at   string // its place
}

func check(t *testing.T, v *Value, want ...placed) {
	t.Helper()
	for _, w := range want {
		got := at(v, w.path...)
		if show(got) != w.show || where(got.Place()) != w.at {
			t.Errorf("%v\n got %s at %s\nwant %s at %s", w.path, show(got), where(got.Place()), w.show, w.at)
		}
	}
}

func TestPlacesInExpressions(t *testing.T) {
	root := module(t, `base = {
  privileged = true
  user       = "root"
}
all = jsonencode(concat([
  merge(local.base, { name = "web", image = "${var.registry}/web:latest" }),
], [for n in ["a", "b"] : { name = n }]))
`, nil)
	check(t, root.local("all").DecodeJSON(),
		placed{[]any{0, "privileged"}, "true", "2:16-2:20"},
		placed{[]any{0, "user"}, `"root"`, "3:16-3:22"},
		placed{[]any{0, "name"}, `"web"`, "6:30-6:35"},
		placed{[]any{0, "image"}, `_+"/web:latest"`, "6:45-6:73"},
		placed{[]any{1, "name"}, `"a"`, "7:15-7:18"},
		placed{[]any{2, "name"}, `"b"`, "7:20-7:23"},
	)
	image := at(root.local("all").DecodeJSON(), 0, "image")
	if refs := image.Refs(); len(refs) != 1 || refs[0].Address != "var.registry" {
		t.Errorf("refs: %v", refs)
	}
	if image.Suffix() != "/web:latest" || image.Prefix() != "" {
		t.Errorf("prefix %q, suffix %q", image.Prefix(), image.Suffix())
	}
}

func TestPlacesInHeredoc(t *testing.T) {
	root := module(t, `env = [{ name = "A", value = var.a }]
all = <<-EOT
  [
    {
      "name": "web", "privileged": true,
      "image": "${var.registry}/web:${var.tag}",
      "cpu": ${var.cpu},
      "essential": ${var.essential},
      "environment": ${jsonencode(local.env)},
      "mounts": ${var.mounts},
      "user": "root",
      "user": "0",
      "tags": {"a": "${var.on ? "x" : "y"}"}
    },
    ${var.more},
    ${jsonencode({ name = "sidecar" })}
  ]
EOT
`, nil)
	const text = "2:7-18:4"
	check(t, root.local("all").DecodeJSON(),
		placed{[]any{0}, show(at(root.local("all").DecodeJSON(), 0)), text + " line 4, [0]"},
		placed{[]any{0, "name"}, `"web"`, text + " line 5, [0].name"},
		placed{[]any{0, "privileged"}, "true", text + " line 5, [0].privileged"},
		placed{[]any{0, "image"}, `_+"/web:"+_`, text + " line 6, [0].image"},
		placed{[]any{0, "cpu"}, "unknown", text + " line 7, [0].cpu"},
		placed{[]any{0, "essential"}, "unknown", text + " line 8, [0].essential"},
		placed{[]any{0, "environment", 0, "name"}, `"A"`, "1:17-1:20"},
		placed{[]any{0, "environment", 0, "value"}, "unknown", "1:30-1:35"},
		placed{[]any{0, "mounts"}, "unknown", text + " line 10, [0].mounts"},
		placed{[]any{0, "user"}, `"0"`, text + " line 12, [0].user"},
		placed{[]any{2, "name"}, `"sidecar"`, text + " line 16"},
	)
	all := root.local("all").DecodeJSON()
	first := all.Alternatives()[0]
	if got := show(at(first, 1)); got != "unknown?" || !first.Open() {
		t.Errorf("a hole among elements: %s, open: %v", got, first.Open())
	}
	if got := show(at(all, 0, "tags", "a")); got != `("x" | "y")` {
		t.Errorf("an alternative in a string: %s", got)
	}
	if refs := at(first, 0, "cpu").Refs(); len(refs) != 1 || refs[0].Address != "var.cpu" {
		t.Errorf("refs of a hole: %v", refs)
	}
}

func TestPlacesInFiles(t *testing.T) {
	root := module(t, `plain    = file("web.json")
trimmed  = trimspace(file("web.json"))
replaced = replace(file("web.json"), "web", "app")
changed  = replace(file("web.json"), "\"web\",\n", "\"app\", ")
joined   = "[${file("one.json")},${file("one.json")}]"
split    = split("---\n", file("two.txt"))
quoted   = "{\n \"a\": {\n \"b\": 1 } }"
listed   = format("[\n%s]", "{\n\"a\":\n1}")
template = <<EOT
{"a":
%s}
EOT
formatted = format(local.template, jsonencode({ b = true }))
folded    = <<EOT
{
  "a": ${true},
  "b": 1
}
EOT
encoded = replace(jsonencode({
  cpu = "1"
  b   = [true]
}), "/\"([0-9]+)\"/", "$1")
`, map[string]string{
		"web.json": "\n\n[\n {\"name\": \"web\",\n  \"cpu\": 1}]\n",
		"one.json": "{\n\"a\": 1\n}\n",
		"two.txt":  "{\"a\": 1}\n---\n\n{\"b\": 2}\n",
	})
	for name, want := range map[string]placed{
		"plain":     {[]any{0, "cpu"}, "1", "1:12-1:28 line 5 of web.json, [0].cpu"},
		"trimmed":   {[]any{0, "cpu"}, "1", "2:22-2:38 line 5 of web.json, [0].cpu"},
		"replaced":  {[]any{0, "name"}, `"app"`, "3:20-3:36 line 4 of web.json, [0].name"},
		"changed":   {[]any{0, "cpu"}, "1", "4:20-4:36 line 5 of web.json, [0].cpu"},
		"joined":    {[]any{1, "a"}, "1", "5:12-5:55 line 2 of one.json, [1].a"},
		"quoted":    {[]any{"a", "b"}, "1", "7:12-7:41 a.b"},
		"listed":    {[]any{0, "a"}, "1", "8:29-8:44 [0].a"},
		"formatted": {[]any{"a", "b"}, "true", "13:53-13:57"},
		"folded":    {[]any{"b"}, "1", "14:13-19:4 line 17, b"},
		"encoded":   {[]any{"b", 0}, "true", "22:10-22:14"},
	} {
		t.Run(name, func(t *testing.T) { check(t, root.local(name).DecodeJSON(), want) })
	}
	check(t, at(root.local("split"), 1).DecodeJSON(), placed{[]any{"b"}, "2", "6:27-6:42 line 4 of two.txt, b"})
}

func TestPlacesInTemplates(t *testing.T) {
	root := module(t, `all = templatefile("web.tpl", { name = "web", debug = var.debug, ports = [80, 443], mounts = var.mounts, cpu = var.cpu })
inline = templatestring(local.template, { name = var.name })
template = <<EOT
[
  {"name": "$${name}",
   "cpu": 1}
]
EOT
`, map[string]string{"web.tpl": `[
  %{~ if debug ~}
  {"name": "debug"},
  %{~ endif ~}
  {
    "name": "${name}",
    "ports": [
      %{ for i, p in ports ~}
      {"port": ${p}}%{ if i < length(ports) - 1 },%{ endif }
      %{ endfor ~}
    ],
    "mounts": [
      %{ for m in mounts ~}
      {"path": "${m.path}", "readOnly": true},
      %{ endfor ~}
    ],
    "cpu": ${cpu},
    "privileged": true
  }
]
`})
	const text = "1:7-1:122"
	all := root.local("all").DecodeJSON()
	alternatives := all.Alternatives()
	if len(alternatives) != 2 {
		t.Fatalf("%d alternatives: %s", len(alternatives), show(all))
	}
	check(t, alternatives[0],
		placed{[]any{0, "name"}, `"debug"`, text + " line 3 of web.tpl, [0].name"},
		placed{[]any{1, "privileged"}, "true", text + " line 18 of web.tpl, [1].privileged"},
	)
	check(t, alternatives[1],
		placed{[]any{0, "name"}, `"web"`, text + " line 6 of web.tpl, [0].name"},
		placed{[]any{0, "ports"}, show(at(alternatives[1], 0, "ports")), text + " line 7 of web.tpl, [0].ports"},
		placed{[]any{0, "ports", 1, "port"}, "443", "1:79-1:82 [0].ports[1].port"},
		placed{[]any{0, "mounts", 0, "path"}, "_", text + " line 14 of web.tpl, [0].mounts[0].path"},
		placed{[]any{0, "mounts", 0, "readOnly"}, "true", text + " line 14 of web.tpl, [0].mounts[0].readOnly"},
		placed{[]any{0, "cpu"}, "unknown", text + " line 17 of web.tpl, [0].cpu"},
		placed{[]any{0, "privileged"}, "true", text + " line 18 of web.tpl, [0].privileged"},
	)
	mounts := at(alternatives[1], 0, "mounts")
	if !mounts.Open() || !mounts.Items()[0].Maybe() || len(mounts.CertainItems()) != 0 {
		t.Errorf("a loop over what is not known: %s", show(mounts))
	}
	check(t, root.local("inline").DecodeJSON(),
		placed{[]any{0, "name"}, "_", "3:12-8:4 line 5, [0].name"},
		placed{[]any{0, "cpu"}, "1", "3:12-8:4 line 6, [0].cpu"},
	)
}

// TestPlacesInTemplatesWithHoles: a template of which a part is not known, as a heredoc makes it.
func TestPlacesInTemplatesWithHoles(t *testing.T) {
	root := module(t, `all = templatestring(<<-EOT
  [
    {"name": "$${name}", "image": "${var.image}:$${tag}", "cpu": ${var.cpu},
     "environment": ${jsonencode([{ name = "A", value = var.a }, { name = "$${name}", value = var.b }])},
     "privileged": $${privileged}, "broad": "${pow(10, 1e9)}"}
  ]
EOT
, { name = "web", tag = var.tag, privileged = true })
plain = templatestring(jsonencode([{ name = "web", image = var.image }]), {})
`, nil)
	all := root.local("all").DecodeJSON()
	check(t, all,
		placed{[]any{0, "name"}, `"web"`, "1:22-7:4 line 3, [0].name"},
		placed{[]any{0, "image"}, `_+":"+_`, "1:22-7:4 line 3, [0].image"},
		placed{[]any{0, "cpu"}, "unknown", "1:22-7:4 line 3, [0].cpu"},
		placed{[]any{0, "environment", 0, "name"}, `"A"`, "1:22-7:4 line 4, [0].environment[0].name"},
		placed{[]any{0, "environment", 1, "name"}, `"web"`, "1:22-7:4 line 4, [0].environment[1].name"},
		placed{[]any{0, "privileged"}, "true", "8:47-8:51 [0].privileged"},
	)
	for member, what := range map[string]string{"image": "var.image", "broad": "pow()"} {
		if u := at(all, 0, member).FirstUnknown(); u == nil || u.Cause().What != what {
			t.Errorf("%s is not known because of %v", member, u.Cause())
		}
	}
	check(t, root.local("plain").DecodeJSON(), placed{[]any{0, "name"}, `"web"`, "9:45-9:50"})
}

// TestStripMarkers: the lines of a template of which markers take white space away.
func TestStripMarkers(t *testing.T) {
	for name, src := range map[string]string{
		"none":         "{\n%{ if true }\n\"a\": 1,\n%{ endif }\n\"here\": 1\n}",
		"right":        "{\n%{ if true ~}\n\"a\": 1,\n%{ endif ~}\n\"here\": 1\n}",
		"left":         "{\n%{~ if true }\n\"a\": 1,\n%{~ endif }\n\"here\": 1\n}",
		"both":         "{\n%{~ if true ~}\n\"a\": 1,\n%{~ endif ~}\n\"here\": 1\n}",
		"interpolated": "{\"x\": ${~ 1 ~}\n,\n  \"y\": ${ 2 ~}\n  ,\n\"here\": ${~ 1 ~}\n\n}",
	} {
		t.Run(name, func(t *testing.T) {
			root := module(t, `all = templatefile("web.tpl", {})`, map[string]string{"web.tpl": src})
			v := root.local("all").DecodeJSON()
			check(t, v, placed{[]any{"here"}, "1", "1:7-1:34 line 5 of web.tpl, here"})
		})
	}
}

func TestPlacesInJSONSyntax(t *testing.T) {
	f, diags := hcljson.Parse([]byte(`{
  "all": "[\n{\"name\": \"${var.x}\",\n\"cpu\": 1}\n]",
  "list": [
    { "//": "a comment", "name": "a${1 + 1}", "${var.x}": true }
  ]
}`), "main.tf.json")
	if diags.HasErrors() {
		t.Fatal(diags)
	}
	attrs, _ := f.Body.JustAttributes()
	scope := newRoot().scope()
	check(t, scope.Eval(attrs["all"].Expr).DecodeJSON(),
		placed{[]any{0, "name"}, "_", "2:10-2:55 [0].name"},
		placed{[]any{0, "cpu"}, "1", "2:10-2:55 [0].cpu"},
	)
	check(t, scope.Eval(attrs["list"].Expr),
		placed{[]any{0}, `{"name": "a2"?, unknown: true}`, "4:5-4:65"},
	)
}

// TestPinnedPlaces: a value that another module gave is shown where it is used, and remembers where it was written.
func TestPinnedPlaces(t *testing.T) {
	root := module(t, "all = [{\n a = { b = 1 } }]\ntext = <<EOT\n[\n1]\nEOT\n", nil)
	used := Place{Range: hcl.Range{Filename: "other.tf", Start: hcl.Pos{Line: 9, Column: 1}, End: hcl.Pos{Line: 9, Column: 5}}}
	v := root.local("all").At(used)
	check(t, v, placed{[]any{0, "a", "b"}, "1", "9:1-9:5 line 2 of main.tf"})
	if got := where(at(v, 0, "a", "b").Written()); got != "2:12-2:13" {
		t.Errorf("written at %s", got)
	}
	check(t, root.local("text").At(used).DecodeJSON(), placed{[]any{0}, "1", "9:1-9:5 line 5 of main.tf, [0]"})
}

func TestBrokenJSON(t *testing.T) {
	for _, tt := range []struct{ src, want string }{
		{`[{"a": 1}, {"b": `, `[{"a": 1}, {"b": failure, ...}, ...]`},
		{`[1, 2`, `[1, 2, ...]`},
		{`{"a": 1`, `{"a": 1, ...}`},
		{`{"a": 1, "b`, `{"a": 1, ...}`},
		{`{"a": 1, b: 2}`, `{"a": 1, ...}`},
		{`{"a" 1}`, `{...}`},
		{`[1,, 2,]`, `[1, 2]`},
		{`{"a": 1,}`, `{"a": 1}`},
		{`[1 2]`, `[1, 2]`},
		{`[1}`, `[1, ...]`},
		{`[tru, 1]`, `[failure, 1, ...]`},
		{`[1] x`, `[1]`},
		{``, `failure`},
		{` `, `failure`},
		{`{"a": {"a": 1, "a": 2}, "a": 3}`, `{"a": 3}`},
		{`{"": 1}`, `{"": 1}`},
		{"[\"a\nb\"]", `["a\nb"]`},
		{"[\"\\n\nb\\u00e9\"]", `["\n\nbé"]`},
		{`["\x"]`, `["\\x"]`},
		{"\ufeff[1]", `[1]`},
		{`[1e999999]`, `[unknown]`},
		{`[nulll]`, `[failure, ...]`},
	} {
		if got := show(NewText(tt.src, Place{}).DecodeJSON()); got != tt.want {
			t.Errorf("%s\n got %s\nwant %s", tt.src, got, tt.want)
		}
	}
}

// TestJSONWithHoles: "_" stands for what is not known, "(...)" for a piece that may not be there.
func TestJSONWithHoles(t *testing.T) {
	for _, tt := range []struct{ src, want string }{
		{`_`, `unknown`},
		{`[_]`, `[unknown?, ...]`},
		{`[1, _, 2]`, `[1, unknown?, 2, ...]`},
		{`[_, 1]`, `[unknown?, 1, ...]`},
		{`{_}`, `{unknown: unknown?, ...}`},
		{`{"a": 1, _}`, `{"a": 1?, unknown: unknown?, ...}`},
		{`{_, "a": 1}`, `{unknown: unknown?, "a": 1, ...}`},
		{`{"_": 1, "b": 2}`, `{_: 1?, "b": 2}`},
		{`{"a": 1, "_": 2}`, `{"a": 1?, _: 2}`},
		{`{"a": _}`, `{"a": unknown}`},
		{`{"a": 1_, "b": _0}`, `{"a": unknown, "b": unknown}`},
		{`{"a": _ , "b": "_"}`, `{"a": unknown, "b": _}`},
		{`{"a": "x_y_z"}`, `{"a": "x"+_+"y"+_+"z"}`},
		{`{"a": "\_"}`, `{"a": _}`},
		{`{"a": __}`, `{"a": unknown}`},
		{`{"a": [_, {"b": _}]}`, `{"a": [unknown?, {"b": unknown}, ...]}`},
		{`_[1]`, `unknown`},
		{`{"a" _}`, `{...}`},
		{`[1(, 2)]`, `[1, 2?]`},
		{`[(1,) 2]`, `[1?, 2]`},
		{`[(1, 2)]`, `[1?, 2?]`},
		{`[([1, 2])]`, `[[1, 2]?]`},
		{`[([1, )2(])]`, `[[1, 2, ...]?]`},
		{`[(1)(2)]`, `[unknown?]`},
		{`[(1,)(2)]`, `[1?, 2?]`},
		{`([)(1)(])`, `[1?, ...]`},
		{`{"a": 1(, "b": 2)}`, `{"a": 1, "b": 2?}`},
		{`{"a": 1(, "a": 2)}`, `{"a": (1 | 2)}`},
		{`{"a": (1) }`, `{"a": unknown}`},
		{`{"a": 1(2)}`, `{"a": unknown}`},
		{`{"a": "x(y)z"}`, `{"a": "x"+_+"z"}`},
		{`{"a": "(y)"}`, `{"a": _}`},
		{`{("a": "y")}`, `{"a": "y"?}`},
		{`{"(a)": 1}`, `{_: 1}`},
		{`[1(])`, `[1, ...]`},
	} {
		v := NewText("", Place{})
		v.parts = nil
		level := 0
		for _, piece := range strings.FieldsFunc(strings.NewReplacer("_", "\x00_\x00", "(", "\x00(\x00", ")", "\x00)\x00").Replace(tt.src),
			func(r rune) bool { return r == 0 }) {
			switch piece {
			case "_":
				v.parts = append(v.parts, part{hole: NewUnknown(Place{}, &Cause{}), level: level})
			case "(":
				level++
			case ")":
				level--
				v.parts = append(v.parts, part{})
			default:
				v.parts = append(v.parts, part{text: piece, level: level})
			}
		}
		if got := show(v.DecodeJSON()); got != tt.want {
			t.Errorf("%s\n got %s\nwant %s", tt.src, got, tt.want)
		}
	}
}
