package terraform_test

import (
	"fmt"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/fixture"
)

const (
	// boundTime and boundMemory, of all that is allocated, are far above what any of the tests takes.
	boundTime   = 30 * time.Second
	boundMemory = 3 << 30
)

// keys100k is a list of so many keys.
func keys100k() []byte {
	var b strings.Builder
	b.WriteString("[")
	for i := range 100_000 {
		fmt.Fprintf(&b, "\"key%d\",\n", i)
	}
	return []byte(b.String() + `"last"]`)
}

// TestBounds: resources that would be more than anybody waits for are cut, and of what is cut nothing is known.
func TestBounds(t *testing.T) {
	keys := keys100k()
	for name, tt := range map[string]struct {
		src  string
		most int // instances
	}{
		"count":                {"resource \"x\" \"x\" {\n  count = 1000000000\n}\n", 1},
		"keys":                 {"resource \"x\" \"x\" {\n  for_each = toset(jsondecode(file(\"keys.json\")))\n  a = each.key\n}\n", 201},
		"keys of a map":        {"resource \"x\" \"x\" {\n  for_each = { for k in jsondecode(file(\"keys.json\")) : k => upper(k) }\n  a = each.value\n}\n", 201},
		"keys of another":      {"resource \"y\" \"y\" {\n  for_each = toset(jsondecode(file(\"keys.json\")))\n  a = each.key\n}\nresource \"x\" \"x\" {\n  for_each = y.y\n  a = [for i in y.y : i.a]\n}\n", 201},
		"blocks":               {"resource \"x\" \"x\" {\n  dynamic \"a\" {\n    for_each = jsondecode(file(\"keys.json\"))\n    content {\n      b = a.value\n    }\n  }\n}\n", 1},
		"blocks in blocks":     {"resource \"x\" \"x\" {\n  count = 200\n  dynamic \"a\" {\n    for_each = jsondecode(file(\"keys.json\"))\n    content {\n      dynamic \"c\" {\n        for_each = jsondecode(file(\"keys.json\"))\n        content {\n          b = a.value\n        }\n      }\n    }\n  }\n}\n", 200},
		"a cycle":              {"locals {\n  a = x.x.a\n}\nresource \"x\" \"x\" {\n  a = y.y.a\n}\nresource \"y\" \"y\" {\n  a = local.a\n}\n", 1},
		"a cycle of keys":      {"resource \"x\" \"x\" {\n  for_each = y.y\n  a = each.key\n}\nresource \"y\" \"y\" {\n  for_each = x.x\n}\n", 2},
		"templates that hold":  {"data \"template_file\" \"a\" {\n  template = \"$${b}$${b}\"\n  vars     = { b = data.template_file.b.rendered }\n}\ndata \"template_file\" \"b\" {\n  template = \"$${a}$${a}\"\n  vars     = { a = data.template_file.a.rendered }\n}\nresource \"x\" \"x\" {\n  a = data.template_file.a.rendered\n}\n", 1},
		"all of all":           {"resource \"y\" \"y\" {\n  count = 200\n  a = [for i in range(200) : y.y[*].id]\n}\nresource \"x\" \"x\" {\n  count = 200\n  a = [for i in y.y : i.a]\n}\n", 200},
		"a chain of resources": {chain(5_000), 1},
	} {
		t.Run(name, func(t *testing.T) {
			f := &fixture.Fixture{Files: map[string][]byte{"main.tf": []byte(tt.src), "keys.json": keys}}
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			start := time.Now()
			resources := f.Module().Resources("x")
			for _, r := range resources {
				r.Get("a").AllRefs()
				for _, a := range r.Get("a").Items() {
					a.WhollyKnown()
					a.Get("c").WhollyKnown()
				}
			}
			took := time.Since(start)
			runtime.ReadMemStats(&after)
			allocated := after.TotalAlloc - before.TotalAlloc
			t.Logf("%v, %d MB", took.Round(time.Millisecond), allocated>>20)
			if took > boundTime || allocated > boundMemory {
				t.Errorf("took %v and %d MB", took, allocated>>20)
			}
			if len(resources) == 0 || len(resources) > tt.most {
				t.Errorf("%d instances", len(resources))
			}
		})
	}
}

// chain are resources of which each takes the argument of the one before it.
func chain(n int) string {
	var b strings.Builder
	b.WriteString("resource \"y\" \"y0\" {\n  a = 1\n}\n")
	for i := range n {
		fmt.Fprintf(&b, "resource \"y\" \"y%d\" {\n  a = y.y%d.a\n}\n", i+1, i)
	}
	return b.String() + fmt.Sprintf("resource \"x\" \"x\" {\n  a = y.y%d.a\n}\n", n)
}
