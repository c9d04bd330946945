// Package secret tells where something secret is given in clear: by the name of what holds it, by the shape of the text, or by
// what the text comes from. It never gives out a secret's text.
package secret

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/wildcard"
)

// DefaultNames are the words of names of secrets. AWS's own check knows three whole names, of which these take in two:
// https://docs.aws.amazon.com/config/latest/developerguide/ecs-no-environment-secrets.html
var DefaultNames = []string{
	"PASSWORD", "PASSWORDS", "PASSWD", "PASSPHRASE", "PASS", "PWD", "SECRET", "TOKEN", "API_KEY", "API_KEYS", "ACCESS_KEY", "PRIVATE_KEY",
	"SECRET_KEY", "ENCRYPTION_KEY", "SIGNING_KEY", "MASTER_KEY", "CREDENTIAL", "CREDENTIALS", "ENGINE_AUTH_DATA",
}

// DefaultHarmless are the names of what is about a secret, and none itself.
var DefaultHarmless = []string{
	// Where a secret is, or what it is called.
	"*_ARN", "*_ARNS", "*_NAME", "*_NAMES", "*_ID", "*_IDS", "*_PATH", "*_PATHS", "*_FILE", "*_FILES", "*_FILENAME", "*_DIR", "*_DIRECTORY", "*_FOLDER",
	"*_LOCATION", "*_URL", "*_URLS", "*_URI", "*_URIS", "*_ENDPOINT", "*_HOST", "*_PORT", "*_DOMAIN", "*_BUCKET", "*_TABLE", "*_STORE", "*_BACKEND", "*_MANAGER", "SECRET_MANAGER_*", "SECRETS_MANAGER_*",
	"*_PROVIDER", "*_SERVICE", "*_SOURCE", "*_PREFIX", "*_SUFFIX", "*_ALIAS", "*_REGION", "*_ENV",
	// What it is like, and how long it lives.
	"*_TYPE", "*_MODE", "*_METHOD", "*_ALGORITHM", "*_ALG", "*_FORMAT", "*_VERSION", "*_CLASS", "*_GENERATION", "*_GENERATOR", "*_STRATEGY", "*_HANDLER", "*_STATUS", "*_LEVEL", "*_KIND", "*_ISSUER", "*_AUDIENCE", "*_SCOPE", "*_SCOPES",
	"*_HEADER", "*_POLICY", "*_REGEX", "*_PATTERN", "*_LENGTH", "*_SIZE", "*_COUNT", "*_LIMIT", "*_TTL", "*_EXPIR*", "*_TIMEOUT", "*_DURATION", "*_LIFETIME",
	"*_VALIDITY", "*_AGE", "*_SECONDS", "*_MINUTES", "*_HOURS", "*_DAYS", "*_ROTATION", "*_INTERVAL",
	// Whether there is one.
	"*_ENABLED", "*_DISABLED", "*_REQUIRED", "ENABLE_*", "DISABLE_*", "USE_*", "HAS_*", "IS_*", "REQUIRE_*", "ALLOW_*", "MAX_*", "MIN_*", "NUM_*", "*PASS_THROUGH*",
	// Who it belongs to.
	"*USERNAME", "*_USER", "USER",
	// What is for everybody to read, or is put into pages.
	"*PUBLIC_*", "*PUBLISHABLE_*", "REACT_APP_*", "VITE_*",
}

// Names tell which names are those of secrets.
type Names struct {
	secret   []string // words without separators: APIKEY
	harmless []string
	judged   map[string]bool // what Secret said: the same names come again and again
}

// NewNames makes them of words that names of secrets have, and of patterns of harmless names in which * is any text. Both
// are compared without case, with words separated by _ however the name separates them.
func NewNames(secret, harmless []string) *Names {
	n := &Names{judged: map[string]bool{}}
	for _, s := range secret {
		n.secret = append(n.secret, strings.Join(words(s), ""))
	}
	for _, h := range harmless {
		n.harmless = append(n.harmless, strings.ToUpper(h))
	}
	return n
}

// CheckWords tells what is wrong with the words of names that people set.
func CheckWords(value any) error {
	for _, s := range value.([]string) {
		if len(words(s)) == 0 || strings.Contains(s, "*") {
			return fmt.Errorf("%q is no word of a name: write words separated by _, for example API_KEY", s)
		}
	}
	return nil
}

// Secret tells whether the name is that of a secret.
func (n *Names) Secret(name string) bool {
	secret, judged := n.judged[name]
	if !judged {
		split := words(name)
		secret = slices.ContainsFunc(n.secret, func(s string) bool { return has(split, s) }) && !n.isHarmless(split)
		n.judged[name] = secret
	}
	return secret
}

// Harmless tells whether the name says that what it names is no secret.
func (n *Names) Harmless(name string) bool { return n.isHarmless(words(name)) }

func (n *Names) isHarmless(split []string) bool {
	name := strings.Join(split, "_")
	return slices.ContainsFunc(n.harmless, func(pattern string) bool { return wildcard.Match(pattern, name) })
}

// minSuffix is how long a word has to be to be found at the end of another one: dbpassword, but not bypass.
const minSuffix = 5

// has tells whether a name has a word, which may be written as several: APIKEY, API_KEY, myApiKey.
func has(split []string, word string) bool {
	for i := range split {
		if len(word) >= minSuffix && strings.HasSuffix(split[i], word) {
			return true
		}
		rest, ok := word, true
		for _, part := range split[i:] {
			if rest, ok = strings.CutPrefix(rest, part); !ok || rest == "" {
				break
			}
		}
		if ok && rest == "" {
			return true
		}
	}
	return false
}

// words splits a name where it has separators, and where its case says that a word begins: db_password, dbPassword, DBPassword.
func words(name string) []string {
	var out []string
	var word []rune
	end := func() {
		if len(word) > 0 {
			out = append(out, strings.ToUpper(string(word)))
			word = word[:0]
		}
	}
	runes := []rune(name)
	for i, r := range runes {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			end()
			continue
		}
		if i > 0 && unicode.IsUpper(r) && (unicode.IsLower(runes[i-1]) ||
			i+1 < len(runes) && unicode.IsUpper(runes[i-1]) && unicode.IsLower(runes[i+1])) {
			end()
		}
		word = append(word, r)
	}
	end()
	return out
}
