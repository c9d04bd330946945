package eval

import (
	"slices"
	"sort"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/convert"
	"go.yaml.in/yaml/v3"
)

// yamlReader gives what YAML means, as Terraform reads it, the place of each value, and what depends on conditions.
type yamlReader struct {
	call
	src   *yamlSource
	text  string
	whole *Value

	lines   []int        // where each line begins
	begun   map[int]bool // the lines on which a node begins, counted from 1
	decoded int          // how many values were read
	torn    bool         // something stands in what a condition decides about, but does not depend on it itself
}

func newYAMLReader(c call, src *yamlSource, whole *Value) *yamlReader {
	y := &yamlReader{call: c, src: src, text: src.String(), whole: whole, lines: []int{0}, begun: map[int]bool{}}
	for i, b := range []byte(y.text) {
		if b == '\n' {
			y.lines = append(y.lines, i+1)
		}
	}
	return y
}

// yamlContext is where in a document a node stands.
type yamlContext struct {
	path  string
	start int // where what it belongs to begins
	level int // how many conditions decide whether what it belongs to is there
	end   int // where the next node begins
}

// document is the whole text.
func (y *yamlReader) document(decoded cty.Value) *Value {
	var document yaml.Node
	if err := yaml.Unmarshal([]byte(y.text), &document); err != nil || len(document.Content) != 1 {
		return y.anywhere(decoded, y.whole.Place())
	}
	y.note(document.Content[0])
	v := y.value(document.Content[0], decoded, yamlContext{end: len(y.text)})
	if y.markAt(y.offset(document.Content[0])).level > 0 {
		v = v.orNothing()
	}
	if y.torn {
		return y.notKnown(v.Place())
	}
	if slices.ContainsFunc(y.src.rests, func(r yamlRest) bool { return r.from < r.to && !r.taken }) {
		return v.WithUnknown(y.notKnown(v.Place()))
	}
	return v
}

// orNothing is the value of a key, or null where a condition decides about all that is written of it.
func (v *Value) orNothing() *Value {
	for _, item := range v.items {
		if !item.maybe {
			return v
		}
	}
	for _, k := range v.keys {
		if !v.get(k).maybe {
			return v
		}
	}
	return Choose(v.Place(), v, NewAbsent(v.Place()))
}

func (y *yamlReader) note(n *yaml.Node) {
	y.begun[n.Line] = true
	for _, c := range n.Content {
		y.note(c)
	}
}

// notKnown is what is not known because a part of the text isn't.
func (y *yamlReader) notKnown(place Place) *Value {
	return NewUnknown(place, firstCauseOr(place, y.whole))
}

// anywhere is a value of which it is not told on which line each part stands, and what of it a condition decides about.
func (y *yamlReader) anywhere(decoded cty.Value, place Place) *Value {
	if len(y.src.rests) > 0 || slices.ContainsFunc(y.src.marks, func(m mark) bool { return m.level > 0 }) {
		return y.notKnown(place)
	}
	if place.Text != nil {
		place.Text = &TextPos{File: place.Text.File}
	}
	return y.filled(fromCty(decoded, place, firstCauseOr(place, y.whole)))
}

// offset is where a node begins.
func (y *yamlReader) offset(n *yaml.Node) int {
	at := y.lines[min(max(n.Line, 1), len(y.lines))-1]
	for column := n.Column; column > 1 && at < len(y.text); column-- {
		_, width := utf8.DecodeRuneInString(y.text[at:])
		at += width
	}
	return at
}

// markAt is the part of the text that holds an offset.
func (y *yamlReader) markAt(offset int) mark {
	i := sort.Search(len(y.src.marks), func(i int) bool { return y.src.marks[i].offset > offset })
	return y.src.marks[max(i-1, 0)]
}

// levelAt is how many conditions decide whether a node is there that belongs to another one.
func (y *yamlReader) levelAt(n *yaml.Node, c yamlContext) int {
	level := y.markAt(y.offset(n)).level
	y.torn = y.torn || level < c.level
	return level
}

// lineOf is the line of an offset, counted from 1.
func (y *yamlReader) lineOf(offset int) int {
	return sort.Search(len(y.lines), func(i int) bool { return y.lines[i] > offset })
}

func (y *yamlReader) place(n *yaml.Node, path string) Place {
	m := y.markAt(y.offset(n))
	if m.hole != nil {
		m.source = sourceOf(m.hole.Place())
	}
	line := m.source.line
	switch {
	case m.source.whole:
		return Place{Range: m.source.Range}
	case !m.source.flat:
		line += n.Line - y.lineOf(m.offset)
	}
	return Place{Range: m.source.Range, Text: &TextPos{File: m.source.file, Line: line, Path: path}}
}

// value is what a node means; decoded is what Terraform makes of it.
func (y *yamlReader) value(n *yaml.Node, decoded cty.Value, c yamlContext) *Value {
	place := y.place(n, c.path)
	if y.decoded++; y.decoded > maxJSONValues {
		return tooLarge(place)
	}
	ty := decoded.Type()
	switch {
	case n.Kind == yaml.AliasNode:
		c.level = y.markAt(y.offset(n.Alias)).level
		return y.value(n.Alias, decoded, c)
	case n.Kind == yaml.ScalarNode:
		return y.scalar(n, decoded, place, c)
	case n.Kind == yaml.SequenceNode && ty.IsTupleType() && decoded.LengthInt() == len(n.Content):
		return y.list(n, decoded, place, c)
	case n.Kind == yaml.MappingNode && ty.IsObjectType():
		if pairs := y.pairs(n, decoded); pairs != nil || len(n.Content) == 0 {
			return y.object(n, pairs, decoded, place, c)
		}
	}
	return y.anywhere(decoded, place)
}

func (y *yamlReader) scalar(n *yaml.Node, decoded cty.Value, place Place, c yamlContext) *Value {
	from := y.offset(n)
	for _, m := range y.src.marks[sort.Search(len(y.src.marks), func(i int) bool { return y.src.marks[i].offset > from }):] {
		if m.offset >= c.end {
			break
		}
		if m.level > c.level && !y.begun[y.firstLine(m.offset)] {
			return y.notKnown(place) // a condition decides what belongs to it
		}
	}
	inBlock := n.Style&(yaml.LiteralStyle|yaml.FoldedStyle) != 0
	if inBlock && slices.ContainsFunc(y.src.rests, func(r yamlRest) bool { return from < r.to && r.to < c.end }) {
		return y.notKnown(place)
	}
	if decoded.Type() != cty.String || decoded.IsNull() {
		return fromCty(decoded, place, firstCauseOr(place, y.whole))
	}
	at := sourceOf(place)
	if inBlock {
		at.line++ // below the | or >
	}
	at.flat = n.Style&yaml.LiteralStyle == 0
	return y.textAt(decoded.AsString(), at, place)
}

// firstLine is the line of the first character at an offset or after it that is no white space.
func (y *yamlReader) firstLine(offset int) int {
	rest := y.text[offset:]
	return y.lineOf(offset + len(rest) - len(strings.TrimLeft(rest, " \t\r\n")))
}

func (y *yamlReader) list(n *yaml.Node, decoded cty.Value, place Place, c yamlContext) *Value {
	items := make([]*Value, 0, len(n.Content))
	rests := y.restsIn(n.Content, c)
	open := len(rests) > 0
	sparse := false
	for i, item := range n.Content {
		var before []yamlRest
		for before, rests = y.before(item, rests); len(before) > 0; before = before[1:] {
			sparse = true
			items = append(items, y.notKnown(place).Optional())
		}
		level := y.levelAt(item, c)
		sparse = sparse || level > c.level
		index := strconv.Itoa(i)
		if sparse {
			index = "…"
		}
		of := yamlContext{path: c.path + "[" + index + "]", start: y.offset(item), level: level, end: y.endOf(n.Content, i, c)}
		several := y.isSeveral(item)
		open = open || several
		items = append(items, y.value(item, decoded.Index(cty.NumberIntVal(int64(i))), of).asElement(level > c.level || several))
	}
	return NewList(items, open, place)
}

// isSeveral tells whether a node is a mark that stands for any number of things.
func (y *yamlReader) isSeveral(n *yaml.Node) bool {
	m := holeMark.FindStringSubmatch(n.Value)
	if m == nil || m[0] != n.Value {
		return false
	}
	i, err := strconv.Atoi(m[1])
	return err == nil && i < len(y.src.holes) && y.src.holes[i].isSeveral()
}

// endOf is where what follows an element begins.
func (y *yamlReader) endOf(nodes []*yaml.Node, i int, c yamlContext) int {
	if i+1 < len(nodes) {
		return y.offset(nodes[i+1])
	}
	return c.end
}

// yamlPair is a member of a mapping, from there or from another one that is merged in.
type yamlPair struct {
	name       string
	key, value *yaml.Node
	at         *yaml.Node // what tells whether it is there: the key, or <<
	end        int        // where what follows begins; 0: it is merged in
}

// pairs are the members of a mapping in order. They are nil where a key is none of those that Terraform has.
func (y *yamlReader) pairs(n *yaml.Node, decoded cty.Value) []yamlPair {
	var pairs []yamlPair
	for i := 0; i+1 < len(n.Content); i += 2 {
		key, value := n.Content[i], n.Content[i+1]
		if key.Tag == "!!merge" {
			for _, merged := range mergedMappings(value) {
				for _, p := range y.pairs(merged, decoded) {
					pairs = append(pairs, yamlPair{p.name, p.key, p.value, key, 0})
				}
			}
			continue
		}
		name := yamlKey(key)
		if !decoded.Type().HasAttribute(name) {
			return nil
		}
		end := len(y.text)
		if i+2 < len(n.Content) {
			end = y.offset(n.Content[i+2])
		}
		pairs = append(pairs, yamlPair{name, key, value, key, end})
	}
	return pairs
}

// yamlKey is a key as Terraform reads it: y is true, 0x10 is 16.
func yamlKey(n *yaml.Node) string {
	if n.Style != 0 || n.Tag == "!!str" && !slices.Contains(yamlBools, strings.ToLower(n.Value)) {
		return n.Value
	}
	v, err := callSafely(yamlFunction, []cty.Value{cty.StringVal(n.Value)})
	if err != nil {
		return n.Value
	}
	s, err := convert.Convert(v, cty.String)
	if err != nil || s.IsNull() {
		return n.Value
	}
	return s.AsString()
}

// yamlBools are words that are booleans in YAML 1.1, and only there.
var yamlBools = []string{"y", "yes", "on", "n", "no", "off"}

// mergedMappings are the mappings that << takes in.
func mergedMappings(n *yaml.Node) []*yaml.Node {
	if n.Kind == yaml.AliasNode {
		n = n.Alias
	}
	switch n.Kind {
	case yaml.MappingNode:
		return []*yaml.Node{n}
	case yaml.SequenceNode:
		var out []*yaml.Node
		for _, item := range n.Content {
			out = append(out, mergedMappings(item)...)
		}
		return out
	}
	return nil
}

func (y *yamlReader) object(n *yaml.Node, pairs []yamlPair, decoded cty.Value, place Place, c yamlContext) *Value {
	var nodes []*yaml.Node
	last := map[string]int{} // of members with the same key Terraform gives the last one
	for i, p := range pairs {
		nodes = append(nodes, p.at)
		last[p.name] = i
	}
	rests := y.restsIn(nodes, c)
	open := len(rests) > 0
	entries := make([]objectEntry, 0, len(pairs))
	for i, p := range pairs {
		var before []yamlRest
		for before, rests = y.before(p.at, rests); len(before) > 0; before = before[1:] {
			entries = y.mayFollow(entries, before[0], place)
		}
		if y.isSeveral(p.key) {
			open = true
			entries = others(entries, y.whole, place)
			continue
		}
		level := y.levelAt(p.at, c)
		of := yamlContext{path: strings.TrimPrefix(c.path+"."+holeMark.ReplaceAllString(p.name, "…"), "."), start: y.offset(p.key), level: level, end: min(p.end, c.end)}
		if p.end == 0 {
			of.end, of.level = y.offset(p.value), y.markAt(y.offset(p.key)).level
		}
		e := objectEntry{name: p.name, value: y.notKnown(place)}
		if last[p.name] == i {
			e.value = y.value(p.value, decoded.GetAttr(p.name), of)
			if p.end > 0 && y.markAt(y.offset(p.value)).level > of.level {
				e.value = e.value.orNothing()
			}
		}
		if holeMark.MatchString(e.name) {
			e.key = y.textAt(e.name, sourceOf(place), place)
		}
		if level > c.level {
			entries = optionalEntry(entries, e)
			continue
		}
		entries = append(entries, e)
	}
	for _, r := range rests {
		entries = y.mayFollow(entries, r, place)
	}
	return newObject(entries, open, place).asText()
}

// mayFollow adds members that are not known. More of those that a loop writes are like the ones before.
func (y *yamlReader) mayFollow(entries []objectEntry, rest yamlRest, place Place) []objectEntry {
	if rest.from < rest.to {
		return entries
	}
	return others(entries, y.notKnown(place), place)
}

// restsIn are the places in a list or an object, whose elements begin at nodes, at which there may be more. Where a loop has written some
// of them it may write more, and where it has written nothing that is so of all lists and objects that may go on there.
func (y *yamlReader) restsIn(nodes []*yaml.Node, c yamlContext) []yamlRest {
	var out []yamlRest
	for i := range y.src.rests {
		r := &y.src.rests[i]
		switch {
		case r.taken:
		case r.from == r.to && c.start <= r.to && r.to <= c.end:
			out = append(out, *r)
		case slices.ContainsFunc(nodes, func(n *yaml.Node) bool { at := y.offset(n); return r.from <= at && at < r.to }):
			r.taken = true
			out = append(out, *r)
		}
	}
	return out
}

// before are the rests that come before a node, and those that don't.
func (y *yamlReader) before(n *yaml.Node, rests []yamlRest) (before, after []yamlRest) {
	at := y.offset(n)
	i := slices.IndexFunc(rests, func(r yamlRest) bool { return r.to > at })
	if i < 0 {
		i = len(rests)
	}
	return rests[:i], rests[i:]
}

// filled is the value with its holes in the place of their marks.
func (y *yamlReader) filled(v *Value) *Value {
	if len(y.src.holes) == 0 {
		return v
	}
	switch v.kind {
	case text:
		s, _ := v.Text()
		return y.textAt(s, sourceOf(v.Place()), v.Place())
	case list:
		items := make([]*Value, len(v.items))
		for i, item := range v.items {
			items[i] = y.filled(item)
		}
		return v.withItems(items)
	case object:
		entries := make([]objectEntry, len(v.keys))
		for i, k := range v.keys {
			entries[i] = objectEntry{key: y.textAt(k, sourceOf(v.Place()), v.Place()), value: y.filled(v.get(k))}
		}
		return newObject(entries, v.open, v.place)
	}
	return v
}

// textAt is a text that begins at a source, with its holes in the place of their marks.
func (y *yamlReader) textAt(s string, from source, place Place) *Value {
	var parts []part
	at := 0
	add := func(s string) {
		parts = append(parts, part{text: s, source: from})
		from = from.after(s)
	}
	for _, m := range holeMark.FindAllStringSubmatchIndex(s, -1) {
		n, err := strconv.Atoi(s[m[2]:m[3]])
		if err != nil || n >= len(y.src.holes) {
			return y.broken()
		}
		if m[0] == 0 && m[1] == len(s) {
			return filled(y.src.holes[n], place)
		}
		add(s[at:m[0]])
		parts = append(parts, part{hole: y.src.holes[n]})
		at = m[1]
	}
	add(s[at:])
	return newText(parts, place)
}
