package ecs

import (
	"fmt"
	"path"
	"strings"

	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/eval"
)

// Paths are patterns of paths: the path itself, with * and ? for a part of a name, or with /** at the end for the path and all
// below it.
type Paths []string

// CheckPaths says what is wrong with patterns that people set.
func CheckPaths(patterns any) error {
	for _, p := range patterns.([]string) {
		if _, err := path.Match(p, ""); err != nil || p == "" || p != "/" && strings.HasSuffix(p, "/") {
			return fmt.Errorf(`%q is no pattern of paths: write a path, with * for a part of a name, or /** at the end for all below it`, p)
		}
	}
	return nil
}

// Match tells whether a path is certainly one of the patterns'. Of a path that is not wholly known, what it begins with may
// be enough.
func (ps Paths) Match(v *eval.Value) bool {
	s, known := v.Text()
	if !known {
		s = v.Prefix()
		s = s[:strings.LastIndexByte(s, '/')+1] // whole names only
		if s == "" {
			return false
		}
	}
	s = cleanPath(s)
	for _, p := range ps {
		below, deep := strings.CutSuffix(p, "/**")
		if known && matchPath(p, s) || deep && matchesBelow(below, s) {
			return true
		}
	}
	return false
}

// MayMatch tells whether a path is one of the patterns', or may be.
func (ps Paths) MayMatch(v *eval.Value) bool {
	if _, known := v.Text(); known {
		return ps.Match(v)
	}
	prefix := v.Prefix()
	for _, p := range ps {
		literal := p[:strings.IndexAny(p+"*", "*?[")]
		if strings.HasPrefix(literal, prefix) || strings.HasPrefix(prefix, literal) {
			return true
		}
	}
	return false
}

// cleanPath is the shortest form of a path. Docker takes Windows paths with either slash.
func cleanPath(s string) string { return path.Clean(strings.ReplaceAll(s, `\`, "/")) }

func matchPath(pattern, s string) bool {
	ok, _ := path.Match(pattern, s)
	return ok
}

// matchesBelow tells whether the path or one above it matches the pattern.
func matchesBelow(pattern, s string) bool {
	for ; ; s = path.Dir(s) {
		if matchPath(pattern, s) {
			return true
		}
		if s == path.Dir(s) {
			return false
		}
	}
}
