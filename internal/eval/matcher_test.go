package eval

import (
	"math/rand/v2"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// TestPatternsAreSound: whatever stands in the holes of a text, replacing a pattern in it gives what was said of it before.
func TestPatternsAreSound(t *testing.T) {
	patterns := []string{"a", "aa", "a+", "a+?b", "ab|b", "b|ab", "^a", "a$", "^a+b", "(a)(b)?", "[^a]", "[^a]+", "a.b", "a.*b", "a.*?b",
		`\ba`, `a\b`, `a\Bb`, "(?i)A", "(?m)^b", "(?m)b$", `"(a|b)"`, `"[^"]*"`, `"([0-9]+)"`, "\n", `\s+`, "b\\s*a", "b(a)", "(a|b)+-", "é"}
	words := []string{"a", "b", "ab", "ba", "aab", " ", "\n", "-", "é", `"`, "1", "A"}
	random := rand.New(rand.NewPCG(3, 4))
	word := func(n int) string {
		var s strings.Builder
		for range random.IntN(n + 1) {
			s.WriteString(words[random.IntN(len(words))])
		}
		return s.String()
	}
	noQuotes := strings.NewReplacer(`"`, "b", "\n", "b")
	known, total := 0, 0
	for range 30_000 {
		pattern := patterns[random.IntN(len(patterns))]
		by := []string{"", "x", "<$0>", "$1", "a"}[random.IntN(5)]
		isJSON := random.IntN(2) == 0
		var parts []part
		if isJSON {
			parts = []part{{text: "["}}
		}
		for range 1 + random.IntN(3) {
			parts = append(parts, part{text: word(4)}, part{hole: NewUnknown(Place{}, nil)})
			if random.IntN(3) == 0 {
				parts = append(parts, part{text: word(3), level: 1}, part{})
			}
		}
		parts = append(parts, part{text: word(4)})
		c := call{scope: newRoot().scope(), name: "replace", args: []*Value{newText(parts, Place{}), NewText(pattern, Place{}), NewText(by, Place{})}}
		result := c.replacedPattern(pattern, NewText(by, Place{}))
		for range 20 {
			var filled strings.Builder
			all := true
			for _, p := range parts {
				if p.level > 0 && random.IntN(2) == 0 {
					all = false
					continue
				}
				if p.hole != nil {
					p.text = word(3)
				}
				if p.hole != nil && isJSON {
					p.text = noQuotes.Replace(p.text)
				}
				filled.WriteString(p.text)
			}
			want := regexp.MustCompile(pattern).ReplaceAllString(filled.String(), by)
			if all && !admits(present(result), NewText(want, Place{})) {
				t.Fatalf("%q in %s by %q is %s, but with all of %q it is %q", pattern, show(c.args[0]), by, show(present(result)), filled.String(), want)
			}
			if !admits(result, NewText(want, Place{})) {
				t.Fatalf("%q in %s by %q is %s, but of %q it is %q", pattern, show(c.args[0]), by, show(result), filled.String(), want)
			}
		}
		total += c.args[0].minLength()
		known += result.minLength()
	}
	if known < total/3 {
		t.Errorf("of %d bytes %d stay known", total, known)
	}
	t.Logf("of %d bytes %d stay known", total, known)
}

// present is a text with what may not be there.
func present(v *Value) *Value {
	if v.kind != text {
		return v
	}
	parts := slices.Clone(v.parts)
	for i := range parts {
		parts[i].level = 0
	}
	return newText(parts, v.Place())
}
