package actions

import "unicode/utf8"

// Matches tells whether a pattern matches the whole of s, in the way of IAM for
// resources and for the values of conditions such as StringLike: "*" stands for any
// characters or none, also for ":" and "/", and "?" for exactly one. Letter case
// matters. Policy variables, also "${*}", are nothing special here.
//
// It takes time proportional to the lengths' product at worst.
func Matches(pattern, s string) bool { return matches(pattern, s, false) }

// MatchesFold is Matches where the case of ASCII letters doesn't matter, as in
// actions.
func MatchesFold(pattern, s string) bool { return matches(pattern, s, true) }

// matches goes back to no star but the last one: what a star stands for need only
// ever grow, because everything before the next star has been found as early as
// possible.
func matches(pattern, s string, fold bool) bool {
	p, i := 0, 0
	star, from := -1, 0 // the last star, and where what it stands for ends
	for i < len(s) {
		if p < len(pattern) && pattern[p] == '*' {
			star, from = p, i
			if p++; p == len(pattern) {
				return true
			}
			continue
		}
		if p < len(pattern) {
			n, m := size(pattern[p:]), size(s[i:])
			if pattern[p] == '?' || equal(pattern[p:p+n], s[i:i+m], fold) {
				p += n
				i += m
				continue
			}
		}
		if star < 0 {
			return false
		}
		from += size(s[from:])
		p, i = star+1, from
	}
	for p < len(pattern) && pattern[p] == '*' {
		p++
	}
	return p == len(pattern)
}

// size is the length of the first character. A byte that isn't UTF-8 is one.
func size(s string) int {
	if s[0] < utf8.RuneSelf {
		return 1
	}
	_, n := utf8.DecodeRuneInString(s)
	return n
}

// equal compares two characters.
func equal(a, b string, fold bool) bool {
	return a == b || fold && len(a) == 1 && len(b) == 1 && lower(a[0]) == lower(b[0])
}
