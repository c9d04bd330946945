package actions

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func TestMatches(t *testing.T) {
	for _, test := range []struct {
		pattern, s string
		want, fold bool
	}{
		{"", "", true, true},
		{"", "a", false, false},
		{"*", "", true, true},
		{"**", "", true, true},
		{"?", "", false, false},
		{"*", "arn:aws:s3:::b/k", true, true},
		{"a", "a", true, true},
		{"a", "A", false, true},
		{"A", "a", false, true},
		{"[", "{", false, false}, // 0x20 apart, but no letters
		{"a", "ab", false, false},
		{"ab", "a", false, false},
		{"?", "a", true, true},
		{"?", "ab", false, false},
		{"a?c", "abc", true, true},
		{"a?c", "ac", false, false},
		{"a*c", "ac", true, true},
		{"a*c", "abcbc", true, true},
		{"a*c", "abcb", false, false},
		{"*b*", "abc", true, true},
		{"*ab*ab", "abab", true, true},
		{"*ab*ab", "ab", false, false},
		{"*?", "", false, false},
		{"*?", "a", true, true},
		{"?*?", "a", false, false},
		{"?*?", "ab", true, true},
		{"a**b", "ab", true, true},
		{"Get*", "getObject", false, true},
		{"arn:aws:s3:::*", "arn:aws:s3:::bucket/a/b", true, true},
		{"arn:*:s3:::bucket/*", "arn:aws-cn:s3:::bucket/a", true, true},
		{"arn:aws:s3:::bucket/*", "arn:aws:s3:::bucket", false, false},
		{"repo:org/app:ref:refs/heads/*", "repo:org/app:ref:refs/heads/main", true, true},
		{"*", "*", true, true},
		{"a", "*", false, false},
		{`\*`, "*", false, false}, // no escapes
		{"${*}", "${x}", true, true},
		{"?", "é", true, true},
		{"??", "é", false, false},
		{"*??", "é", false, false},
		{"*?", "日本", true, true},
		{"*???", "日本", false, false},
		{"É", "é", false, false}, // only ASCII letters fold
		{"k", "\u212a", false, false},
		{"?", "\xff", true, true},
		{"\xff", "\xfe", false, false},
		{"\xc3*", "é", false, false}, // half a character is none
	} {
		if got := Matches(test.pattern, test.s); got != test.want {
			t.Errorf("Matches(%q, %q) = %t", test.pattern, test.s, got)
		}
		if got := MatchesFold(test.pattern, test.s); got != test.fold {
			t.Errorf("MatchesFold(%q, %q) = %t", test.pattern, test.s, got)
		}
	}
}

// With a stack of choices this would take longer than the universe has time.
func TestMatchesManyStars(t *testing.T) {
	pattern := strings.Repeat("a*", 200) + "b"
	if s := strings.Repeat("a", 5000); Matches(pattern, s) || !Matches(pattern, s+"b") {
		t.Error("wrong answer")
	}
}

// reference is what "*" and "?" mean, written as it is said.
func reference(pattern, s string, fold bool) bool {
	p, c := characters(pattern), characters(s)
	type place struct{ p, c int }
	known := map[place]bool{}
	var match func(i, j int) bool
	match = func(i, j int) (ok bool) {
		if ok, done := known[place{i, j}]; done {
			return ok
		}
		defer func() { known[place{i, j}] = ok }()
		if i == len(p) {
			return j == len(c)
		}
		switch p[i] {
		case "*":
			return match(i+1, j) || j < len(c) && match(i, j+1)
		case "?":
			return j < len(c) && match(i+1, j+1)
		}
		return j < len(c) && (p[i] == c[j] || fold && asciiLower(p[i]) == asciiLower(c[j])) && match(i+1, j+1)
	}
	return match(0, 0)
}

func characters(s string) []string {
	var list []string
	for s != "" {
		_, n := utf8.DecodeRuneInString(s)
		list = append(list, s[:n])
		s = s[n:]
	}
	return list
}

func asciiLower(c string) string {
	if i := strings.Index("ABCDEFGHIJKLMNOPQRSTUVWXYZ", c); i >= 0 {
		return "abcdefghijklmnopqrstuvwxyz"[i : i+1]
	}
	return c
}

func FuzzMatches(f *testing.F) {
	for _, seed := range [][2]string{
		{"", ""}, {"*", "a"}, {"a*b?c", "axxbyc"}, {"*ab*ab*", "aabab"}, {"?*??", "é日x"}, {"\xc3*", "é"}, {"*\xa9", "é"}, {"GET*", "get"}, {"**?*", "aaaa"},
	} {
		f.Add(seed[0], seed[1])
	}
	f.Fuzz(func(t *testing.T, pattern, s string) {
		if len(pattern) > 200 || len(s) > 200 {
			t.Skip()
		}
		for _, fold := range []bool{false, true} {
			if got, want := matches(pattern, s, fold), reference(pattern, s, fold); got != want {
				t.Errorf("%q, %q, fold %t: got %t, want %t", pattern, s, fold, got, want)
			}
		}
	})
}

// All short patterns on all short strings.
func TestMatchesReference(t *testing.T) {
	strs, patterns := spell("ab", 5), spell("aB*?", 5)
	for _, p := range patterns {
		for _, s := range strs {
			for _, fold := range []bool{false, true} {
				if got, want := matches(p, s, fold), reference(p, s, fold); got != want {
					t.Fatalf("%q, %q, fold %t: got %t, want %t", p, s, fold, got, want)
				}
			}
		}
	}
}

// spell is all strings of up to n of the letters.
func spell(letters string, n int) []string {
	list := []string{""}
	for i := 0; len(list[i]) < n; i++ {
		for _, c := range letters {
			list = append(list, list[i]+string(c))
		}
	}
	return list
}
