package secret

import (
	"regexp"
	"strings"
)

// pointers are texts that say where a secret is, in one of the ways that applications and their start-up tools know.
var pointers = regexp.MustCompile(`^(arn:|(aws-?)?ssm:|(aws-?)?secrets?-?manager:|vault:|sm:|op:|file:|keyring:|\{\{|[$%{<])` +
	`|^[./~][\w./@:+=-]*$` + // a path of a file or of a parameter
	`|^[a-z0-9_.-]+(/[a-z0-9_.-]+)+$` + // the name of a parameter or a secret: prod/db/password
	`|^[A-Z][A-Z0-9]*(_[A-Z0-9]+)+$`) // the name of another variable

// switches are texts that turn something on or off, or say how.
var switches = regexp.MustCompile(`(?i)^(true|false|yes|no|on|off|enabled?|disabled?|required|optional|auto|none|null|nil)$`)

var digits = regexp.MustCompile(`^[0-9]+(\.[0-9]+)?$`)

// isHarmlessText tells whether a text is certainly no secret although something of a secret's name holds it.
func (s *Scanner) isHarmlessText(name, text string) bool {
	switch {
	case strings.TrimSpace(text) == "", switches.MatchString(text), pointers.MatchString(text), s.isExempt(text):
		return true
	case strings.Contains(text, "://"):
		return true // an address; a password in it is found by its shape
	case digits.MatchString(text):
		// How long a token lives, how many there are. A password may well be a number.
		return !containsAny(strings.ToUpper(name), []string{"PASS", "PWD"})
	}
	return false
}
