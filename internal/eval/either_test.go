package eval

import (
	"strings"
	"testing"
)

// TestPairedItems: what holds of the elements of a list, whichever of several it is.
func TestPairedItems(t *testing.T) {
	for src, want := range map[string]string{
		`var.x ? ["a", "b"] : ["b"]`:                                `"a"? "b"`,
		`var.x ? ["a", "b", "c"] : ["c", "d", "a"]`:                 `"a" ("b" | "d") "c"`,
		`var.x ? ["a", "a"] : ["b", "a"]`:                           `"a" ("a" | "b")`,
		`var.x ? concat(["a"], var.y ? ["b"] : []) : ["b", "a"]`:    `"a" "b"?`,
		`var.x ? [{ a = 1 }, { b = 2 }] : [{ b = 2 }]`:              `({"a": 1} | {"b": 2}) {"b": 2}?`,
		`var.x ? [{ a = 1 }, local.b] : [local.b]`:                  `{"a": 1}? ({"b": true} | {"b": true})`,
		`var.x ? ["a"] : var.y`:                                     `"a"?`,
		`var.x ? ["a", "b"] : var.y ? ["b"] : ["c", "b", var.z]`:    `("a" | "c")? "b" unknown?`,
		`var.x ? ["a-${var.y}", "b"] : ["b", "a-${var.y}", "${1}"]`: `("a-"+_ | "a-"+_) "b" "1"?`,
	} {
		root := module(t, "b = { b = true }\nall = "+src, nil)
		var got []string
		for _, item := range root.local("all").Items() {
			got = append(got, show(item))
		}
		if s := strings.Join(got, " "); s != want {
			t.Errorf("%s\n got %s\nwant %s", src, s, want)
		}
	}
}
