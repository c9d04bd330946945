package words

import (
	"strings"
	"testing"
)

func TestList(t *testing.T) {
	for _, test := range []struct {
		things string
		most   int
		want   string
	}{
		{"", 3, ""},
		{"a", 3, "a"},
		{"a b", 3, "a and b"},
		{"a b c", 3, "a, b and c"},
		{"a b c d", 3, "a, b, c and d"},
		{"a b c d e", 3, "a, b, c and 2 more"},
		{"a b c d e f", 1, "a and 5 more"},
	} {
		if got := List(strings.Fields(test.things), test.most); got != test.want {
			t.Errorf("%s, at most %d: %q, want %q", test.things, test.most, got, test.want)
		}
	}
}
