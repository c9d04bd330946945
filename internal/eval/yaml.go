package eval

import (
	"regexp"
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
	if !src.add(v.written(), 0) {
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

// add takes in parts of which so many conditions, below, are taken to hold. It is not ok where a condition decides about a piece of text
// that is more than a line, but no whole lines, or about a piece of a line that can't be told from what stands beside it.
func (s *yamlSource) add(parts []part, below int) (ok bool) {
	for i := 0; i < len(parts); {
		p := parts[i]
		n := i + 1
		switch {
		case strings.Contains(p.text, holeOpen):
			return false
		case p.isRest() && s.afterSeveral():
		case p.isRest() && !s.atLine(parts[n:]):
			return false
		case p.isRest():
			rest := yamlRest{from: s.Len(), to: s.Len()}
			if p.hole.unordered {
				rest.from = s.bodyBefore(p.level)
			}
			s.rests = append(s.rests, rest)
		case p.level <= below:
			s.put(p)
		default:
			for n < len(parts) && parts[n].level > below {
				n++
			}
			if !s.addGroup(parts[i:n], parts[n:], below) {
				return false
			}
		}
		i = n
	}
	return true
}

// addGroup takes in parts that depend on one condition more: whole lines, or a piece of a line.
func (s *yamlSource) addGroup(group, after []part, below int) (ok bool) {
	text := strings.TrimSpace(textWithMarks(group))
	switch {
	case s.isLines(group, after):
		return s.add(group, below+1)
	case strings.Contains(text, "\n"):
		return false
	}
	// In a list or an object that is written within a line it may be several elements, with commas between or beside them.
	elements := strings.Contains(text, ",") && s.inFlow()
	several := NewUnknown(s.whole.Place(), firstCauseOr(s.whole.Place(), s.whole))
	several.open = true
	if elements {
		begins, ends := strings.HasPrefix(text, ","), strings.HasSuffix(text, ",")
		if !begins && !s.afterDivider() || !ends && !beforeDivider(after) {
			return false
		}
		if begins {
			s.put(part{source: group[0].source, text: ", ", level: below})
		}
		defer func() {
			if ends {
				s.put(part{source: group[0].source, text: ", ", level: below})
			}
		}()
	}
	s.put(part{source: group[0].source, hole: several, level: below})
	return true
}

// isSeveral tells whether a value that is not known, if there is one, may be any number of things, and not only one.
func (v *Value) isSeveral() bool { return v != nil && v.kind == unknown && v.open }

// inFlow tells whether the text ends in a list or an object that is written in brackets.
func (s *yamlSource) inFlow() bool {
	depth := 0
	for _, c := range []byte(s.String()) {
		depth = max(depth+nested(c), 0)
	}
	return depth > 0
}

// afterDivider tells whether an element may begin here, in brackets.
func (s *yamlSource) afterDivider() bool {
	before := strings.TrimRight(s.String(), " \t\r\n")
	return before != "" && strings.IndexByte("[{,", before[len(before)-1]) >= 0
}

// beforeDivider tells whether an element ends where parts begin, in brackets.
func beforeDivider(parts []part) bool {
	for _, p := range parts {
		if p.hole != nil && !p.isRest() {
			return false
		}
		if text := strings.TrimLeft(p.text, " \t\r\n"); text != "" {
			return strings.IndexByte("]},", text[0]) >= 0
		}
	}
	return false
}

// isRest tells whether a part is any number of lines: what else a loop writes, or one of many texts.
func (p part) isRest() bool { return p.hole.isSeveral() }

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
	return strings.HasSuffix(strings.TrimRight(s.String(), ", "), holeClose) && s.holes[len(s.holes)-1].open
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
