package eval

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	ctyyaml "github.com/zclconf/go-cty-yaml"
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/function"
)

const (
	// holeOpen and holeClose stand around the number of a hole in YAML text. They are characters for private use, which
	// YAML allows anywhere in a word.
	holeOpen, holeClose = "\ue000", "\ue001"
	// maxAliases bounds the aliases in a YAML text: some that stand for each other in turn make more than fits anywhere.
	maxAliases = 30
	// maxYAML bounds the length of a YAML text, in bytes.
	maxYAML = 256 << 10
)

var (
	holeMark  = regexp.MustCompile(holeOpen + "([0-9]+)" + holeClose)
	aliasMark = regexp.MustCompile(`(?m)(^|[\s\[{,:-])\*[^\s,\]}]`)
)

// yamlDecode is DecodeYAML, of which a text that is not YAML fails.
func yamlDecode(c call) *Value {
	return c.onText(func(s *Value) *Value { return s.decodeYAML(c) })
}

// DecodeYAML is what a text means as YAML, or as JSON, with what is not known of the text unknown in the value. A value that
// is no text is taken as it is.
func (v *Value) DecodeYAML() *Value {
	return v.mapAlternatives(func(v *Value) *Value {
		if v.kind != text {
			return v
		}
		return v.decodeYAML(call{name: "yamldecode", args: []*Value{v}, place: v.Place()})
	})
}

func (v *Value) decodeYAML(c call) *Value {
	if v.encoded != nil && (v.encoding == yamlText || v.encoding == jsonText) {
		return v.child(v.encoded).untyped()
	}
	src := yamlSource{whole: v}
	if !src.add(v.written()) {
		return c.unknown(Function)
	}
	s := src.String()
	if len(s) > maxYAML || nesting(s) > maxNesting || len(aliasMark.FindAllString(s, maxAliases+1)) > maxAliases {
		return c.unknown(TooLarge)
	}
	// Terraform's own reader says what the scalars mean, and another one where they stand.
	decoded, err := callSafely(yamlFunction, []cty.Value{cty.StringVal(s)})
	if err != nil {
		return c.failure()
	}
	return newYAMLReader(c, &src, v).document(decoded)
}

var yamlFunction function.Function = ctyyaml.YAMLDecodeFunc

// yamlSource is YAML text in which a mark stands for each hole, with what may not be there as if it were.
type yamlSource struct {
	strings.Builder
	whole *Value
	marks []mark // where each part begins
	holes []*Value
	rests []yamlRest
}

// yamlRest is a place at which any number of lines may follow: what else a loop writes.
type yamlRest struct {
	from, to int // what a loop has written before, where it is a loop that goes on
	taken    bool
}

// add is not ok where a condition decides about a piece of text that is more than a line, but no whole lines.
func (s *yamlSource) add(parts []part) (ok bool) {
	for i := 0; i < len(parts); {
		n := i + 1
		for parts[i].level > 0 && !parts[i].isRest() && n < len(parts) && parts[n].level == parts[i].level && !parts[n].isRest() {
			n++
		}
		piece := parts[i:n]
		if slices.ContainsFunc(piece, func(p part) bool { return strings.Contains(p.text, holeOpen) }) {
			return false
		}
		switch {
		case parts[i].isRest() && s.afterSeveral():
		case parts[i].isRest() && !s.atLine(parts[n:]):
			return false
		case parts[i].isRest():
			rest := yamlRest{from: s.Len(), to: s.Len()}
			if parts[i].hole.unordered {
				rest.from = s.bodyBefore(parts[i].level)
			}
			s.rests = append(s.rests, rest)
		case parts[i].level == 0:
			s.put(parts[i])
		case s.isLines(piece, parts[n:]):
			for _, p := range piece {
				s.put(p)
			}
		case strings.Contains(textWithMarks(piece), "\n"):
			return false
		default:
			several := NewUnknown(s.whole.Place(), firstCauseOr(s.whole.Place(), s.whole))
			several.open = true
			s.put(part{source: piece[0].source, hole: several})
		}
		i = n
	}
	return true
}

// isRest tells whether a part is any number of lines: what else a loop writes, or one of many texts.
func (p part) isRest() bool { return p.hole != nil && p.hole.kind == unknown && p.hole.open }

func (s *yamlSource) put(p part) {
	s.marks = append(s.marks, mark{offset: s.Len(), source: p.source, hole: p.hole, level: p.level})
	if p.hole == nil {
		s.WriteString(p.text)
		return
	}
	s.WriteString(holeOpen + strconv.Itoa(len(s.holes)) + holeClose)
	s.holes = append(s.holes, p.hole)
}

// bodyBefore is where the text begins that depends on more conditions than what follows it here: what a loop has written.
func (s *yamlSource) bodyBefore(level int) int {
	from := s.Len()
	if n := len(s.rests); n > 0 && s.rests[n-1].to == from {
		return from
	}
	for i := len(s.marks) - 1; i >= 0; i-- {
		switch m := s.marks[i]; {
		case m.level > level:
			from = m.offset
		case m.hole != nil || m.offset < from:
			return from
		}
	}
	return from
}

// atLine tells whether what comes next, and is followed by parts, stands on lines of its own.
func (s *yamlSource) atLine(after []part) bool {
	before := s.String()
	return strings.TrimSpace(before[strings.LastIndexByte(before, '\n')+1:]) == "" || breaksLine(after)
}

// afterSeveral tells whether the text ends in a mark that stands for any number of things.
func (s *yamlSource) afterSeveral() bool {
	return strings.HasSuffix(s.String(), holeClose) && s.holes[len(s.holes)-1].open
}

// isLines tells whether parts are whole lines between what stands before them and what follows.
func (s *yamlSource) isLines(piece, after []part) bool {
	before := s.String()
	begun := strings.TrimSpace(before[strings.LastIndexByte(before, '\n')+1:]) != ""
	if begun && !breaksLine(piece) {
		return false
	}
	text := textWithMarks(piece)
	return strings.TrimSpace(text[strings.LastIndexByte(text, '\n')+1:]) == "" || breaksLine(after)
}

// breaksLine tells whether nothing stands before the first line break, or the end, of parts.
func breaksLine(parts []part) bool {
	for _, p := range parts {
		if p.hole != nil && !p.isRest() {
			return false
		}
		first, _, more := strings.Cut(p.text, "\n")
		if strings.TrimSpace(first) != "" || more {
			return strings.TrimSpace(first) == ""
		}
	}
	return true
}

// textWithMarks is the text of parts with a mark for each hole.
func textWithMarks(parts []part) string {
	var b strings.Builder
	for _, p := range parts {
		if p.hole != nil && !p.isRest() {
			b.WriteString(holeOpen)
		}
		b.WriteString(p.text)
	}
	return b.String()
}
