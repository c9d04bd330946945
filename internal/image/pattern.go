package image

import (
	"fmt"
	"slices"
	"strings"
)

// Matches tells whether the image certainly matches one of the patterns. A pattern is for a registry ("*.example.com"), a
// registry and a path in it ("ghcr.io/example/*"), or an image as people write it ("amazon/cloudwatch-agent"), always without
// tag and digest; * is any text.
func (r Reference) Matches(patterns []string) bool {
	return slices.ContainsFunc(patterns, func(p string) bool {
		return slices.ContainsFunc(r.names(), func(name string) bool { return certainly(p, name) })
	})
}

// MayMatch tells whether the image matches one of the patterns, or may.
func (r Reference) MayMatch(patterns []string) bool {
	if !r.valid || r.registry == "" {
		return true
	}
	return slices.ContainsFunc(patterns, func(p string) bool {
		return slices.ContainsFunc(r.names(), func(name string) bool { return possibly(p, name) })
	})
}

// unknown is the rune of an unknown part in names.
const unknown = '\x00'

// names are what patterns are matched with.
func (r Reference) names() []string {
	if !r.valid {
		return nil
	}
	names := []string{r.familiar}
	if r.registry != "" {
		names = append(names, r.registry, r.registry+"/"+r.path)
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

// certainly tells whether the text matches the pattern whatever its unknown parts are.
func certainly(pattern, text string) bool {
	return match([]rune(pattern), []rune(text), func(p, t rune) bool { return p == t && t != unknown }, false)
}

// possibly tells whether the text matches the pattern for some value of its unknown parts.
func possibly(pattern, text string) bool {
	return match([]rune(pattern), []rune(text), func(p, t rune) bool { return p == t }, true)
}

// match matches * with any text, and unknown parts of the text with any part of the pattern where open says so. Each row of
// the table is which beginnings of the pattern match a beginning of the text.
func match(pattern, text []rune, same func(p, t rune) bool, open bool) bool {
	row := make([]bool, len(pattern)+1)
	row[0] = true
	for i, p := range pattern {
		row[i+1] = row[i] && p == '*'
	}
	for _, t := range text {
		next := make([]bool, len(row))
		wild := open && t == unknown
		next[0] = wild && row[0]
		for i, p := range pattern {
			switch {
			case p == '*', wild:
				next[i+1] = row[i+1] || next[i] || wild && row[i]
			default:
				next[i+1] = row[i] && same(p, t)
			}
		}
		row = next
	}
	return row[len(pattern)]
}
