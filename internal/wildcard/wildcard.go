// Package wildcard matches patterns in which * is any text, as filters and options have them. IAM's patterns know more; see
// package actions.
package wildcard

import "strings"

// Match tells whether a text is one that the pattern stands for.
func Match(pattern, s string) bool {
	first, rest, starred := strings.Cut(pattern, "*")
	if !starred {
		return pattern == s
	}
	s, ok := strings.CutPrefix(s, first)
	for ok {
		var piece string
		if piece, rest, starred = strings.Cut(rest, "*"); !starred {
			return strings.HasSuffix(s, piece)
		}
		_, s, ok = strings.Cut(s, piece)
	}
	return false
}
