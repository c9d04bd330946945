package wildcard

import "testing"

func TestMatch(t *testing.T) {
	for _, tt := range []struct {
		pattern, s string
		want       bool
	}{
		{"", "", true}, {"", "a", false}, {"a", "a", true}, {"a", "ab", false}, {"*", "", true}, {"*", "abc", true},
		{"a*", "abc", true}, {"a*", "bc", false}, {"*c", "abc", true}, {"*c", "cb", false}, {"a*c", "abc", true}, {"a*c", "ac", true},
		{"a*c", "a", false}, {"ab*ba", "aba", false}, {"a*b*c", "axbxc", true}, {"a*b*c", "axcxb", false}, {"*b*", "abc", true},
		{"**", "x", true}, {"a**c", "abc", true}, {"*ab*ab", "ab", false}, {"*ab*ab", "abab", true},
	} {
		if got := Match(tt.pattern, tt.s); got != tt.want {
			t.Errorf("Match(%q, %q) = %v", tt.pattern, tt.s, got)
		}
	}
}
