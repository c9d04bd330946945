package eval

import (
	"strings"
	"testing"
)

// TestChoices: what a value may be, one open question at a time.
func TestChoices(t *testing.T) {
	for src, want := range map[string]string{
		`{ a = var.x, b = [1] }`:                        ``,
		`{ a = var.x ? 1 : 2, b = 3 }`:                  `(1 | 2): {"a": 1, "b": 3} {"a": 2, "b": 3}`,
		`[var.x ? 1 : 2, var.y ? 3 : 4]`:                `(1 | 2): [1, (3 | 4)] [2, (3 | 4)]; (3 | 4): [(1 | 2), 3] [(1 | 2), 4]`,
		`concat([1], var.x ? [2] : [])`:                 ``,
		`{ for k, v in { a = 1 } : k => v if var.x }`:   `1?: {"a": 1} {"a": null}`,
		`var.x ? 1 : 2`:                                 `(1 | 2): 1 2`,
		`jsonencode({ a = var.x ? 1 : 2 })`:             `(1 | 2): encoded0({"a": 1}) encoded0({"a": 2})`,
		`"[${jsonencode({ a = var.x ? 1 : 2 })}]"`:      `(1 | 2): "[{\"a\":1}]" "[{\"a\":2}]"`,
		`"[{\"a\": ${var.x ? 1 : 2}}]"`:                 `("[{\"a\": 1}]" | "[{\"a\": 2}]"): "[{\"a\": 1}]" "[{\"a\": 2}]"`,
		`{ a = { b = { c = element([1, 2], var.x) } }}`: `(1 | 2): {"a": {"b": {"c": 1}}} {"a": {"b": {"c": 2}}}`,
	} {
		var got []string
		choices, _ := eval(t, src).Choices()
		for _, c := range choices {
			var values []string
			for _, v := range c.Values {
				values = append(values, show(v))
			}
			got = append(got, show(c.At)+": "+strings.Join(values, " "))
		}
		if got := strings.Join(got, "; "); got != want {
			t.Errorf("%s\n has %s\nwant %s", src, got, want)
		}
	}
}
