package eval

import (
	"regexp"
	"regexp/syntax"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/zclconf/go-cty/cty/function/stdlib"
)

// maxPattern bounds the size of a string in which patterns are looked for.
const maxPattern = 1 << 20

// replacedPattern is the string with each match of a regular expression replaced.
func (c call) replacedPattern(expression string, replacement *Value) *Value {
	re, err := regexp.Compile(expression)
	switch {
	case err != nil:
		return c.broken()
	case c.args[0].size > maxPattern:
		return c.unknown(TooLarge)
	}
	return c.onText(func(s *Value) *Value {
		r := replacing{call: c, runs: s.leveledRuns(), by: replacement}
		if len(r.runs) == 1 && r.runs[0].hole == nil {
			r.known(re)
		} else if !r.partly(expression) {
			return c.unknown(Function)
		}
		return r.result(c, s)
	})
}

const (
	// maxLookedAt bounds how many bytes are looked at in a text for all matches of a pattern.
	maxLookedAt = 64 << 20
	// matchesInStep is how many steps of the matcher are one of the evaluation.
	matchesInStep = 64
)

// replacing is a text in which matches are being replaced.
type replacing struct {
	call
	runs    []run
	by      *Value
	plainly bool // $ is only a character

	parts []part // of the result
	size  int    // of what was put in
	large bool
}

// result is what becomes of a string.
func (r *replacing) result(c call, s *Value) *Value {
	if r.large {
		return c.unknown(TooLarge)
	}
	return newText(r.parts, s.Place()).withRefs(s.refs...)
}

// known replaces the matches in a text that is known.
func (r *replacing) known(re *regexp.Regexp) {
	text, at := r.runs[0], 0
	// To find a match may take a look at all that is left.
	most := maxLookedAt / (len(text.text) + 1)
	found := re.FindAllStringSubmatchIndex(text.text, most+1)
	if r.large = len(found) > most; r.large {
		return
	}
	for _, match := range found {
		r.keep(text, at, match[0])
		r.put(re, text, match)
		at = match[1]
	}
	r.keep(text, at, len(text.text))
}

// partly replaces the matches in a text of which a part is not known. What may belong to a match that reaches into what is not
// known becomes a part of that. It is not ok where it can't be told.
func (r *replacing) partly(expression string) (ok bool) {
	m := newMatcher(expression, r.runs)
	if m == nil {
		return false
	}
	keepsLast := r.keepsLast(expression)
	written := 0
	for at := 0; at < len(m.text); {
		found := m.at(at)
		if m.steps > maxMatchSteps {
			r.scope.meter.spend(m.steps / matchesInStep)
			return false
		}
		if found == nil {
			at += m.width(at)
			continue
		}
		r.keepFrom(m, written, at)
		at = found.end
		if found.certain() {
			r.put(found.pattern, found.run, found.groups)
		} else {
			end := m.settled(found)
			at = m.keptEnd(found.start, end, keepsLast)
			parts, ok := m.unsettled(found.start, at, r.pieces(end-at))
			if !ok {
				return false
			}
			r.parts = append(r.parts, parts...)
		}
		written = at
	}
	r.keepFrom(m, written, len(m.text))
	return r.scope.meter.spend(m.steps / matchesInStep)
}

// pieces are what is known of what matches are replaced by, without so many bytes at the end.
func (r *replacing) pieces(without int) []Piece {
	pieces := slices.Clone(r.by.Pieces())
	if n := len(pieces); n > 0 {
		text := pieces[n-1].Text
		pieces[n-1].Text = text[:max(len(text)-without, 0)]
	}
	return pieces
}

// keptEnd is where what is not known ends, from start to end: before the last character where that stays whatever is replaced.
func (m *matcher) keptEnd(start, end int, keepsLast func(c byte) bool) int {
	last := end - 1
	if last <= start || m.text[last] == hole || m.text[last] >= utf8.RuneSelf || m.reach(last).end >= 0 || !keepsLast(m.text[last]) {
		return end
	}
	return last
}

// keepsLast tells whether every replacement of a match that ends in a character ends in it, too.
func (r *replacing) keepsLast(expression string) func(c byte) bool {
	by, known := r.by.Text()
	inGroup := !r.plainly && endsInGroup(expression, by)
	return func(c byte) bool { return inGroup || known && endsIn(by, c, r.plainly) }
}

// endsIn tells whether a replacement ends in a character, whatever it replaces.
func endsIn(by string, c byte, plainly bool) bool {
	return by != "" && by[len(by)-1] == c && (plainly || !strings.Contains(by, "$"))
}

// endsInGroup tells whether an expression and what replaces it end in the first group, which is never empty.
func endsInGroup(expression, by string) bool {
	if !strings.HasSuffix(by, "$1") && !strings.HasSuffix(by, "${1}") {
		return false
	}
	parsed, err := syntax.Parse(expression, syntax.Perl)
	if err != nil || parsed.Op != syntax.OpConcat {
		return false
	}
	group := parsed.Sub[len(parsed.Sub)-1]
	if group.Op != syntax.OpCapture || group.Cap != 1 {
		return false
	}
	mayBeEmpty, err := regexp.MatchString(`\A(?:`+group.Sub[0].String()+`)\z`, "")
	return err == nil && !mayBeEmpty
}

// keep adds a piece of a run as it is.
func (r *replacing) keep(of run, from, to int) {
	if from < to && !r.large {
		r.parts = append(r.parts, of.cut(from, to).written()...)
		r.large = len(r.parts)*partSize > maxSize
	}
}

// keepFrom adds what the matcher found nothing in: known pieces, and edges between them.
func (r *replacing) keepFrom(m *matcher, from, to int) {
	for from < to {
		n := m.runAt(from)
		end := to
		if n+1 < len(m.starts) {
			end = min(end, m.starts[n+1])
		}
		if m.runs[n].edge {
			r.parts = append(r.parts, m.runs[n].written()...)
		} else {
			r.keep(m.runs[n], from-m.starts[n], end-m.starts[n])
		}
		from = end
	}
}

// put adds what replaces a match in a run.
func (r *replacing) put(re *regexp.Regexp, in run, match []int) {
	if r.large {
		return
	}
	matched := in.cut(match[0], match[1])
	for i, p := range r.by.Pieces() {
		switch {
		case !p.Known:
			r.parts = append(r.parts, raised(p.Value.asParts(), in.level)...)
			continue
		case r.plainly:
			r.add(matched, p.Text)
			continue
		case i+1 < len(r.by.Pieces()) && openGroup.MatchString(p.Text):
			// Which group it stands for is not known.
			r.parts = append(r.parts, part{hole: NewUnknown(r.by.Place(), firstCause(r.by), r.by.AllRefs()...), level: in.level})
			continue
		}
		// Each $ may stand for the whole match.
		if r.large = r.size+strings.Count(p.Text, "$")*(match[1]-match[0]) > maxText; r.large {
			return
		}
		r.add(matched, string(re.ExpandString(nil, p.Text, in.text, match)))
	}
	if r.by.kind == unknown {
		r.parts = append(r.parts, part{hole: r.by, level: in.level})
	}
}

// raised are parts of which so many more conditions decide whether they are there.
func raised(parts []part, by int) []part {
	if by == 0 {
		return parts
	}
	out := slices.Clone(parts)
	for i := range out {
		out[i].level += by
	}
	return out
}

// openGroup is a reference to a group that goes on after the text.
var openGroup = regexp.MustCompile(`\$(\w*|\{[^}]*)$`)

// add adds a text in the place of another one.
func (r *replacing) add(matched run, s string) {
	r.size += len(s)
	if r.large = r.large || r.size > maxText || len(r.parts)*partSize > maxSize; s != "" && !r.large {
		r.parts = append(r.parts, matched.replaced(s).written()...)
	}
}

// regexAll is Terraform's function, if it does not find too much.
func regexAll(c call) *Value {
	expression, known := c.args[0].Text()
	text, _ := c.args[1].Text()
	if re, err := regexp.Compile(expression); known && err == nil {
		if most := maxLookedAt / (len(text) + 1); len(re.FindAllStringIndex(text, most+1)) > most {
			return c.unknown(TooLarge)
		}
	}
	return plainly(stdlib.RegexAllFunc)(c)
}
