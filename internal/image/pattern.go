package image

import (
	"fmt"
	"slices"
	"strings"

	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/wildcard"
)

// Matches tells whether the image certainly matches one of the patterns. A pattern is for a registry ("*.example.com"), a
// registry and a path in it ("ghcr.io/example/*"), or an image as people write it ("amazon/cloudwatch-agent"), always without
// tag and digest; * is any text.
func (r Reference) Matches(patterns []string) bool {
	// An unknown part is taken in by * only.
	return r.matches(patterns, wildcard.Match)
}

// MayMatch tells whether the image matches one of the patterns, or may.
func (r Reference) MayMatch(patterns []string) bool {
	return !r.valid || r.registry == "" || r.matches(patterns, possibly)
}

func (r Reference) matches(patterns []string, match func(pattern, name string) bool) bool {
	names := r.names()
	return slices.ContainsFunc(patterns, func(p string) bool {
		return slices.ContainsFunc(names, func(name string) bool { return match(p, name) })
	})
}

// unknown is the byte of an unknown part in names. No pattern has it.
const unknown = '\x00'

// names are what patterns are matched with.
func (r Reference) names() []string {
	if !r.valid {
		return nil
	}
	names := []string{r.familiar, r.registry, r.registry + "/" + r.path}
	if r.registry == "" {
		names = names[:1]
	}
	for i, n := range names {
		names[i] = strings.ReplaceAll(n, hole, string(unknown))
	}
	return names
}

// CheckPatterns tells what is wrong with the patterns that people set.
func CheckPatterns(value any) error {
	for _, p := range value.([]string) {
		switch {
		case p == "":
			return fmt.Errorf("a pattern is empty, but has to name a registry or an image, for example *.example.com")
		case strings.Contains(p, "://"):
			return fmt.Errorf("the pattern %q has a scheme, but has to be a registry or an image, for example *.example.com", p)
		case strings.ContainsAny(p, "@ \t\n"), strings.LastIndexByte(p, ':') > strings.LastIndexByte(p, '/') && strings.Contains(p, "/"):
			return fmt.Errorf("the pattern %q has a tag, a digest or a space, but has to be a registry or an image without them, for example ghcr.io/example/*", p)
		}
	}
	return nil
}

// possibly tells whether the text matches the pattern for some value of its unknown parts.
func possibly(pattern, text string) bool {
	if strings.IndexByte(text, unknown) < 0 {
		return wildcard.Match(pattern, text)
	}
	// Each row of the table is which beginnings of the pattern match a beginning of the text.
	row, next := make([]bool, len(pattern)+1), make([]bool, len(pattern)+1)
	row[0] = true
	for i := range len(pattern) {
		row[i+1] = row[i] && pattern[i] == '*'
	}
	for t := range len(text) {
		wild := text[t] == unknown
		next[0] = wild && row[0]
		for i := range len(pattern) {
			switch {
			case pattern[i] == '*', wild:
				next[i+1] = row[i+1] || next[i] || wild && row[i]
			default:
				next[i+1] = row[i] && pattern[i] == text[t]
			}
		}
		row, next = next, row
	}
	return row[len(pattern)]
}
