// Package words puts things into sentences.
package words

import (
	"fmt"
	"strings"
)

// List is things in words, the first of many: a, b and c; a, b and 3 more. Where only one would be left out, it is named
// instead. Of nothing it is empty.
func List(things []string, most int) string {
	n := len(things)
	switch {
	case n == 0:
		return ""
	case n == 1:
		return things[0]
	case n > most+1:
		return fmt.Sprintf("%s and %d more", strings.Join(things[:most], ", "), n-most)
	}
	return strings.Join(things[:n-1], ", ") + " and " + things[n-1]
}
