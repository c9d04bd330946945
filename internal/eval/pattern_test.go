package eval

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
)

// TestReplacedJSONIsSound compares what is read of JSON, parts of which are not known and others replaced, to what it turns out to be.
func TestReplacedJSONIsSound(t *testing.T) {
	// What people do to definitions: take trailing commas and empty members away, and quotes from numbers.
	replacements := []string{
		`"/,\\s*([}\\]])/", "$1"`, `"/,\\s*\\]/", "]"`, `"/,\\s*}/", "}"`, `",}", "}"`, `"/\"([0-9]+|true|false)\"/", "$1"`,
		`"/,?\\s*\"[a-z]+\":\\s*null/", ""`, `"/\"[a-z]+\":\\s*(null|\"\"),?/", ""`, `"\"\"", "null"`, `"/\\s+/", " "`, `"/\\[\\]|{}/", "null"`,
	}
	random := rand.New(rand.NewPCG(5, 6))
	read := 0
	for range 1500 {
		g := jsonGrower{Rand: random}
		src := `"` + g.value(2) + `"`
		for range 1 + random.IntN(2) {
			src = fmt.Sprintf("replace(%s, %s)", src, replacements[random.IntN(len(replacements))])
		}
		partly := eval(t, "jsondecode("+src+")")
		for range 4 {
			values := []string{"var.u", []string{"[]", `["a"]`, `["a", "b"]`}[random.IntN(3)], "var.s", []string{`"a"`, `"1"`, `""`, `"null"`}[random.IntN(4)],
				"var.n", fmt.Sprint(random.IntN(2)), "var.c", fmt.Sprint(random.IntN(2) == 0)}
			whole := eval(t, "jsondecode("+strings.NewReplacer(values...).Replace(src)+")")
			if whole.kind == unknown {
				continue // no JSON is left
			}
			if !admits(partly, whole) {
				t.Fatalf("%s\nis %s\nfor %v: %s", src, show(partly), values, show(whole))
			}
			if partly.kind != unknown {
				read++
			}
		}
	}
	if read < 2000 {
		t.Errorf("%d documents were read", read)
	}
}

// jsonGrower writes JSON as it stands in a string of Terraform.
type jsonGrower struct{ *rand.Rand }

func (g jsonGrower) value(depth int) string {
	if depth > 0 && g.IntN(3) > 0 {
		if g.IntN(2) == 0 {
			return "[" + g.elements(func() string { return g.value(depth - 1) }) + "]"
		}
		return "{" + g.elements(func() string { return fmt.Sprintf(`\"%c\": %s`, 'a'+g.IntN(20), g.value(depth-1)) }) + "}"
	}
	return []string{"7", "null", "true", `\"\"`, `\"10\"`, `\"x\"`, `\"${var.s}\"`, "${var.n}", `\"x${var.n}\"`}[g.IntN(9)]
}

// elements are some with commas between them, and perhaps after the last one, of which some depend on a condition or are in a loop.
func (g jsonGrower) elements(element func() string) string {
	var b strings.Builder
	trailing := g.IntN(2) == 0
	n := 1 + g.IntN(4)
	for i := range n {
		one := element()
		if i < n-1 || trailing {
			one += []string{",", ", ", ",\\n"}[g.IntN(3)]
			one = []string{one, one, one, "%{ if var.c }" + one + "%{ endif }", "%{ for x in var.u }" + one + "%{ endfor }"}[g.IntN(5)]
		}
		b.WriteString(one)
	}
	return b.String()
}
