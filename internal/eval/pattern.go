package eval

import (
	"regexp"
	"strings"
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
		r := replacing{runs: s.runs(), by: replacement}
		if len(r.runs) == 1 && r.runs[0].hole == nil {
			r.known(re)
		} else if !r.partly(expression) {
			return c.unknown(Function)
		}
		return r.result(c, s)
	})
}

// replacing is a text in which matches are being replaced.
type replacing struct {
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
	for _, match := range re.FindAllStringSubmatchIndex(text.text, -1) {
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
	written := 0
	for at := 0; at < len(m.text); {
		found := m.at(at)
		if m.steps > maxMatchSteps {
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
			at = m.settled(found)
			r.parts = append(r.parts, part{hole: m.hole(found.start, at)})
		}
		written = at
	}
	r.keepFrom(m, written, len(m.text))
	return true
}

// keep adds a piece of a run as it is.
func (r *replacing) keep(of run, from, to int) {
	if from < to && !r.large {
		r.parts = append(r.parts, of.cut(from, to).parts...)
		r.large = len(r.parts)*partSize > maxSize
	}
}

// keepFrom adds what the matcher found nothing in.
func (r *replacing) keepFrom(m *matcher, from, to int) {
	if from < to {
		n := m.runAt(from)
		r.keep(m.runs[n], from-m.starts[n], to-m.starts[n])
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
			r.parts = append(r.parts, p.Value.asParts()...)
			continue
		case r.plainly:
			r.add(matched, p.Text)
			continue
		case i+1 < len(r.by.Pieces()) && openGroup.MatchString(p.Text):
			// Which group it stands for is not known.
			r.parts = append(r.parts, part{hole: NewUnknown(r.by.Place(), firstCause(r.by), r.by.AllRefs()...)})
			continue
		}
		// Each $ may stand for the whole match.
		if r.large = r.size+strings.Count(p.Text, "$")*(match[1]-match[0]) > maxText; r.large {
			return
		}
		r.add(matched, string(re.ExpandString(nil, p.Text, in.text, match)))
	}
	if r.by.kind == unknown {
		r.parts = append(r.parts, part{hole: r.by})
	}
}

// openGroup is a reference to a group that goes on after the text.
var openGroup = regexp.MustCompile(`\$(\w*|\{[^}]*)$`)

// add adds a text in the place of another one.
func (r *replacing) add(matched run, s string) {
	r.size += len(s)
	if r.large = r.large || r.size > maxText || len(r.parts)*partSize > maxSize; s != "" && !r.large {
		r.parts = append(r.parts, matched.replaced(s).parts...)
	}
}
