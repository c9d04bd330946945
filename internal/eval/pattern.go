package eval

import (
	"regexp"
	"slices"
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
		if r.large {
			return c.unknown(TooLarge)
		}
		return newText(r.parts, s.Place()).withRefs(s.refs...)
	})
}

// replacing is a text in which matches are being replaced.
type replacing struct {
	runs []run
	by   *Value

	parts []part // of the result
	size  int    // of what was put in
	large bool
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
	by, known := r.by.Text()
	switch {
	case r.large:
	case !known && slices.ContainsFunc(r.by.Pieces(), func(p Piece) bool { return strings.Contains(p.Text, "$") }):
		// It may stand for a group of the match.
		r.parts = append(r.parts, part{hole: NewUnknown(r.by.Place(), firstCause(r.by), r.by.AllRefs()...)})
	case !known:
		r.parts = append(r.parts, r.by.asParts()...)
	default:
		// Each $ may stand for the whole match.
		r.size += len(by) + strings.Count(by, "$")*(match[1]-match[0])
		if r.large = r.size > maxText; r.large {
			return
		}
		if s := string(re.ExpandString(nil, by, in.text, match)); s != "" {
			r.parts = append(r.parts, in.cut(match[0], match[1]).replaced(s).parts...)
		}
	}
}
