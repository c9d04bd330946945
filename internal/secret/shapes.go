package secret

import (
	"fmt"
	"regexp"
	"strings"
)

// shape is a text that is a secret whatever it is called.
type shape struct {
	what string
	// hints are texts of which each match has one: looking for them is far cheaper than for the pattern.
	hints   []string
	pattern *regexp.Regexp
}

// forBrowsers is a key that is no secret under a name that says so: those for maps are sent to each browser.
const forBrowsers = "a Google API key"

// shapes are anchored at prefixes that their issuers chose so that the secrets can be found. There is no guessing by length or
// entropy: digests, identifiers and compressed settings look the same.
//   - https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-unique-ids
//   - https://github.blog/engineering/behind-githubs-new-authentication-token-formats/
//   - https://docs.gitlab.com/security/tokens/#token-prefixes
//   - https://api.slack.com/concepts/token-types
//   - https://docs.stripe.com/keys
//   - https://docs.npmjs.com/about-access-tokens
var shapes = []shape{
	{"an AWS access key", []string{"AKIA", "ASIA"}, regexp.MustCompile(`\b(AKIA|ASIA)[0-9A-Z]{16}\b`)},
	{"a private key", []string{"PRIVATE KEY"}, regexp.MustCompile(`-----BEGIN ([A-Z0-9]+ )*PRIVATE KEY( BLOCK)?-----`)},
	{"a GitHub token", []string{"ghp_", "gho_", "ghu_", "ghs_", "ghr_", "github_pat_"}, regexp.MustCompile(`\b(gh[pousr]_[A-Za-z0-9]{36,}|github_pat_[A-Za-z0-9_]{22,})`)},
	{"a GitLab token", []string{"glpat-", "gldt-", "glrt-"}, regexp.MustCompile(`\bgl(pat|dt|rt)-[A-Za-z0-9_-]{20,}`)},
	{"a Slack token", []string{"xox"}, regexp.MustCompile(`\bxox[abeoprs]-[0-9A-Za-z-]{10,}`)},
	{"a Slack webhook", []string{"hooks.slack.com/services/"}, regexp.MustCompile(`hooks\.slack\.com/services/T[A-Za-z0-9]+/B[A-Za-z0-9]+/[A-Za-z0-9]{16,}`)},
	{"a Stripe key", []string{"k_live_"}, regexp.MustCompile(`\b[rs]k_live_[0-9A-Za-z]{16,}`)},
	{forBrowsers, []string{"AIza"}, regexp.MustCompile(`\bAIza[0-9A-Za-z_-]{35}`)},
	{"a JSON web token", []string{"eyJ"}, regexp.MustCompile(`\beyJ[A-Za-z0-9_-]{8,}\.eyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{8,}`)},
	{"an npm token", []string{"npm_"}, regexp.MustCompile(`\bnpm_[A-Za-z0-9]{36}\b`)},
	{"a PyPI token", []string{"pypi-"}, regexp.MustCompile(`\bpypi-AgE[A-Za-z0-9_-]{50,}`)},
	{"a SendGrid key", []string{"SG."}, regexp.MustCompile(`\bSG\.[A-Za-z0-9_-]{20,24}\.[A-Za-z0-9_-]{39,50}`)},
	{"a Docker Hub token", []string{"dckr_"}, regexp.MustCompile(`\bdckr_(pat|oat)_[A-Za-z0-9_-]{20,}`)},
	{"a New Relic key", []string{"NRAK-"}, regexp.MustCompile(`\bNRAK-[A-Z0-9]{27}\b`)},
	{"an Anthropic key", []string{"sk-ant-"}, regexp.MustCompile(`\bsk-ant-[A-Za-z0-9_-]{20,}`)},
	{"an OpenAI key", []string{"sk-proj-", "T3BlbkFJ"}, regexp.MustCompile(`\bsk-(proj-[A-Za-z0-9_-]{20,}|[A-Za-z0-9]{20}T3BlbkFJ[A-Za-z0-9]{20})`)},
	{"a Hugging Face token", []string{"hf_"}, regexp.MustCompile(`\bhf_[A-Za-z]{34}\b`)},
	{"a DigitalOcean token", []string{"do"}, regexp.MustCompile(`\bdo[opr]_v1_[a-f0-9]{64}\b`)},
	{"a HashiCorp Vault token", []string{"hvs."}, regexp.MustCompile(`\bhvs\.[A-Za-z0-9_-]{24,}`)},
}

// Passwords in URLs and connection strings: the last group is the password.
var (
	inURL        = regexp.MustCompile(`[A-Za-z][A-Za-z0-9+.-]*://[^\s/:@?#"']*:([^\s/@"']+)@`)
	inConnection = regexp.MustCompile(`(?i)[;?&]\s*(?:password|passwd|pwd)\s*=\s*([^\s;&"']+)`)
)

// match is what a text gives away.
type match struct {
	what        string
	placeholder bool
}

// shaped is the secret that a text holds by its shape. Unknown parts are gap. name is what the text is the value of.
func (s *Scanner) shaped(text, name string) (match, bool) {
	for _, sh := range shapes {
		if !containsAny(text, sh.hints) || sh.what == forBrowsers && s.Names.Harmless(name) {
			continue
		}
		if found := sh.pattern.FindString(text); found != "" && !s.isExempt(found) {
			return match{what: sh.what}, true
		}
	}
	if strings.Contains(text, "://") {
		if password := inURL.FindStringSubmatch(text); password != nil && s.isLiteral(password[1]) {
			return match{"a password in a URL", isPlaceholder(password[1])}, true
		}
	}
	if strings.ContainsAny(text, "?;&") {
		if password := inConnection.FindStringSubmatch(text); password != nil && s.isLiteral(password[1]) {
			return match{"a password in a connection string", isPlaceholder(password[1])}, true
		}
	}
	for _, p := range s.More {
		if found := p.FindString(text); found != "" && !s.isExempt(found) {
			return match{what: "a secret"}, true
		}
	}
	return match{}, false
}

func containsAny(text string, hints []string) bool {
	for _, h := range hints {
		if strings.Contains(text, h) {
			return true
		}
	}
	return false
}

// isExempt tells whether people say that a text is none, such as the keys in AWS's documentation.
func (s *Scanner) isExempt(text string) bool {
	for _, p := range s.Exempt {
		if p.MatchString(text) {
			return true
		}
	}
	return false
}

// isLiteral tells whether a password is written out, and not put in by something later: $PASSWORD, {password}, %s, <password>.
func (s *Scanner) isLiteral(password string) bool {
	return !strings.ContainsAny(password, "${}<>"+gap) && !strings.HasPrefix(password, "%") && strings.Trim(password, "*x") != "" && !s.isExempt(password)
}

// placeholders are what people write where a secret is to be put in later.
var placeholders = regexp.MustCompile(`(?i)^(password|passwd|pass|pwd|secret|token|example|test|testing|todo|tbd|none|null|n/?a|foo|bar|dummy|default|unset|empty|unknown|undefined|redacted|x+|\*+|\.+|-+)$` +
	`|change.?(me|it|this)|replace.?(me|with|this)|place.?holder|your[-_ ]|dummy|fake|not[-_ ]?(a[-_ ]?)?(real|used|set)|^<.*>$|^\[.*\]$`)

func isPlaceholder(text string) bool { return placeholders.MatchString(text) }

// CheckPatterns tells what is wrong with regular expressions that people set.
func CheckPatterns(value any) error {
	for _, s := range value.([]string) {
		p, err := regexp.Compile(s)
		if err != nil {
			return fmt.Errorf("%q is no regular expression of Go: %w", s, err)
		}
		if p.MatchString("") {
			return fmt.Errorf("%q matches an empty text, and so everything", s)
		}
	}
	return nil
}

// Patterns are the regular expressions that people set, after CheckPatterns.
func Patterns(texts []string) []*regexp.Regexp {
	var out []*regexp.Regexp
	for _, s := range texts {
		out = append(out, regexp.MustCompile(s))
	}
	return out
}
