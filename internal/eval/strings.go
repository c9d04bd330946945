package eval

import (
	"regexp"
	"slices"
	"strings"
	"unicode"

	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/function"
	"github.com/zclconf/go-cty/cty/function/stdlib"
)

// text is an argument as a string.
func (c call) text(i int) *Value { return c.args[i].as(cty.String) }

// onText is f of the first argument, a string of which a part may not be known.
func (c call) onText(f func(s *Value) *Value) *Value {
	switch s := c.text(0); s.kind {
	case text:
		if !c.scope.meter.spend(s.size / stepSize) {
			return tooLarge(c.place)
		}
		return f(s)
	case unknown:
		return c.unknownOr(s)
	}
	return c.broken()
}

// onRuns is the string that f makes of runs of the first argument: what is known of it, and holes.
func (c call) onRuns(of func(*Value) []run, f func(runs []run) []run) *Value {
	return c.onText(func(s *Value) *Value {
		return fromRuns(f(of(s)), s.Place()).withRefs(s.refs...)
	})
}

// plainText is a function of one string as a Go function.
func plainText(f function.Function) func(string) string {
	return func(s string) string {
		v, err := callSafely(f, []cty.Value{cty.StringVal(s)})
		if err != nil {
			return s
		}
		return v.AsString()
	}
}

// mapRuns is a function that changes each known piece of a string on its own.
func mapRuns(f func(string) string) builtin {
	return func(c call) *Value {
		return c.onRuns((*Value).leveledRuns, func(runs []run) []run {
			for i, r := range runs {
				if r.hole == nil {
					runs[i] = r.replaced(f(r.text))
				}
			}
			return runs
		})
	}
}

func indent(c call) *Value {
	width := c.args[0].as(cty.Number)
	n, ok := width.Int()
	c = c.with(c.args[1])
	switch {
	case !ok:
		return c.unknownOr(width)
	case n < 0 || n > 1000 || c.args[0].size > maxPlain:
		return c.unknown(TooLarge)
	}
	spaces := "\n" + strings.Repeat(" ", n)
	return mapRuns(func(s string) string { return strings.ReplaceAll(s, "\n", spaces) })(c)
}

// trimmed is the string without what belongs to a set of characters at its ends. Beside a hole at an end, which may be
// empty or all of such characters, it can't be told whether they are at the end.
func (c call) trimmed(belongs func(rune) bool, left, right bool) *Value {
	cut := func(runs []run) []run {
		for i := 0; left && i < len(runs); i++ {
			if r := runs[i]; r.hole == nil {
				kept := strings.TrimLeftFunc(r.text, belongs)
				runs[i] = r.cut(len(r.text)-len(kept), len(r.text))
				left = kept == ""
			}
		}
		for i := len(runs) - 1; right && i >= 0; i-- {
			if r := runs[i]; r.hole == nil {
				kept := strings.TrimRightFunc(r.text, belongs)
				runs[i] = r.cut(0, len(kept))
				right = kept == ""
			}
		}
		return runs
	}
	holds := func(r run) bool {
		return r.hole == nil && r.level == 0 && strings.ContainsFunc(r.text, func(r rune) bool { return !belongs(r) })
	}
	return c.onRuns(func(s *Value) []run {
		runs := s.leveledRuns()
		if left && !holds(runs[0]) || right && !holds(runs[len(runs)-1]) {
			return s.runs() // the ends may be elsewhere
		}
		return runs
	}, cut)
}

func trimSpace(c call) *Value { return c.trimmed(unicode.IsSpace, true, true) }

func chomp(c call) *Value {
	return c.trimmed(func(r rune) bool { return r == '\n' || r == '\r' }, false, true)
}

func trim(c call) *Value {
	set, ok := c.text(1).Text()
	if !ok {
		return c.unknown(Function)
	}
	return c.trimmed(func(r rune) bool { return strings.ContainsRune(set, r) }, true, true)
}

func trimPrefix(c call) *Value {
	prefix, ok := c.text(1).Text()
	if !ok {
		return c.unknown(Function)
	}
	return c.onRuns((*Value).runs, func(runs []run) []run {
		first := runs[0]
		switch {
		case first.hole == nil && strings.HasPrefix(first.text, prefix):
			runs[0] = first.cut(len(prefix), len(first.text))
		case first.hole == nil && (len(runs) == 1 || !strings.HasPrefix(prefix, first.text)):
			// It certainly has another beginning.
		default:
			takeBytes(runs, len(prefix), func(r run, n int) run { return r.cut(n, len(r.text)) })
		}
		return runs
	})
}

func trimSuffix(c call) *Value {
	suffix, ok := c.text(1).Text()
	if !ok {
		return c.unknown(Function)
	}
	return c.onRuns((*Value).runs, func(runs []run) []run {
		last := runs[len(runs)-1]
		switch {
		case last.hole == nil && strings.HasSuffix(last.text, suffix):
			runs[len(runs)-1] = last.cut(0, len(last.text)-len(suffix))
		case last.hole == nil && (len(runs) == 1 || !strings.HasSuffix(suffix, last.text)):
			// It certainly has another end.
		default:
			slices.Reverse(runs)
			takeBytes(runs, len(suffix), func(r run, n int) run { return r.cut(0, len(r.text)-n) })
			slices.Reverse(runs)
		}
		return runs
	})
}

// takeBytes takes the next n known bytes, of which it can't be told whether they stay: they become part of the hole
// beside them. cut is a run without n of its bytes.
func takeBytes(runs []run, n int, cut func(r run, n int) run) {
	for i, r := range runs {
		if r.hole == nil {
			taken := min(n, len(r.text))
			runs[i] = cut(r, taken)
			n -= taken
		}
		if i == 0 && r.hole == nil {
			runs[0] = run{hole: NewUnknown(Place{Range: r.source().Range}, &Cause{Kind: Function})}
		}
	}
}

func startsWith(c call) *Value {
	return c.compared((*Value).Prefix, strings.HasPrefix)
}

func endsWith(c call) *Value {
	return c.compared((*Value).Suffix, strings.HasSuffix)
}

// compared tells whether a string has another one at an end, of which end tells what is known.
func (c call) compared(end func(*Value) string, has func(s, affix string) bool) *Value {
	affix, ok := c.text(1).Text()
	if !ok {
		return c.unknown(Function)
	}
	return c.onText(func(s *Value) *Value {
		known := end(s)
		_, whole := s.Text()
		switch {
		case has(known, affix):
			return NewBool(true, c.place)
		case whole || !has(affix, known):
			return NewBool(false, c.place)
		}
		return c.unknown(Function)
	})
}

func stringContains(c call) *Value {
	part, ok := c.text(1).Text()
	if !ok {
		return c.unknown(Function)
	}
	return c.onText(func(s *Value) *Value {
		runs := s.runs()
		found := slices.ContainsFunc(runs, func(r run) bool { return r.hole == nil && strings.Contains(r.text, part) })
		if !found && slices.ContainsFunc(runs, func(r run) bool { return r.hole != nil }) {
			return c.unknown(Function)
		}
		return NewBool(found, c.place)
	})
}

// substr is known of a string with holes where it lies before the first hole.
func substr(c call) *Value {
	return c.onText(func(s *Value) *Value {
		if s.WhollyKnown() {
			return c.plain(stdlib.SubstrFunc)
		}
		offset, ok := c.args[1].as(cty.Number).Int()
		n, ok2 := c.args[2].as(cty.Number).Int()
		if !ok || !ok2 || offset < 0 || n < 0 || n > maxText || s.Prefix() == "" {
			return c.unknown(Function)
		}
		// One character more shows that none of those before continues in the hole.
		args := []cty.Value{cty.StringVal(s.Prefix()), cty.NumberIntVal(int64(offset)), cty.NumberIntVal(int64(n + 1))}
		longer, err := callSafely(stdlib.SubstrFunc, args)
		if err != nil {
			return c.unknown(Function)
		}
		if length, err := stdlib.Strlen(longer); err != nil || !length.RawEquals(args[2]) {
			return c.unknown(Function)
		}
		known := c.with(NewText(s.Prefix(), s.Place()), c.args[1], c.args[2])
		return known.plain(stdlib.SubstrFunc)
	})
}

// join is the texts of lists with a separator between them.
func join(c call) *Value {
	if len(c.args) < 2 || c.args[0].kind == absent {
		return c.broken()
	}
	lists, ok := c.with(c.args[1:]...).lists()
	if !ok {
		return c.broken()
	}
	var b listBuilder
	for _, l := range lists {
		if l.kind == unknown && len(lists) == 1 {
			return c.unknown(Function)
		}
		b.add(l, c.place)
	}
	switch {
	case b.unordered:
		return c.unknown(Function)
	case len(b.items) == 1 && b.items[0].maybe && !b.open:
		// As people wrote one() before it was there: join("", aws_iam_role.web[*].arn).
		return Choose(c.place, Concat([]*Value{b.items[0].certain()}, c.place), NewText("", c.place))
	}
	var rest *Value
	if b.open {
		rest = NewUnknown(c.place, firstCauseOr(c.place, c.args...))
		rest.open, rest.unordered = true, true // any number of pieces, like those before
	}
	return c.scope.concat(separated(b.items, c.args[0], rest, c.place), c.place)
}

// separated are items with a separator between them. It is there only if the item beside it is there: the one before it,
// until one comes that is certainly there, and the one after it from then on. Where there may be more elements rest follows those that may
// not be there.
func separated(items []*Value, separator, rest *Value, place Place) []*Value {
	certain := false
	var out []*Value
	for i, item := range items {
		if !item.maybe {
			if certain {
				out = append(out, separator)
			}
			out = append(out, item)
			certain = true
			continue
		}
		pair := []*Value{separator, item.certain()}
		if !certain {
			pair = []*Value{item.certain(), separator}
		}
		if !certain && i == len(items)-1 {
			pair = pair[:1]
		}
		out = append(out, Concat(pair, item.Place()).Optional())
		if rest != nil && item.kind != unknown {
			out = append(out, rest)
		}
	}
	return out
}

// split is the pieces of a string. What a hole holds may be split, too, so that after it there may be more pieces.
func split(c call) *Value {
	separator, ok := c.text(0).Text()
	of := c.with(c.args[1], c.args[0])
	switch {
	case !ok || of.args[0].kind == unknown:
		return c.unknown(Function)
	case separator == "":
		return c.plain(stdlib.SplitFunc)
	}
	return of.onText(func(s *Value) *Value {
		p := &splitting{of: s, separator: separator}
		runs := s.runs()
		for i, r := range runs {
			if r.hole != nil || r.overlaps(separator, i > 0, i < len(runs)-1) {
				p.current = append(p.current, run{hole: s.unknownItem(s.Place())})
				continue
			}
			if len(p.items)+strings.Count(r.text, separator) > maxItems {
				return c.unknown(TooLarge)
			}
			p.add(r)
		}
		p.flush()
		return NewList(p.items, p.open, s.Place()).typed(cty.List(cty.String))
	})
}

type splitting struct {
	of        *Value
	separator string
	current   []run // of the piece that is being read
	items     []*Value
	open      bool
}

// add splits a known run.
func (p *splitting) add(r run) {
	rest := r.cursor()
	for {
		n := strings.Index(rest.text, p.separator)
		if n < 0 {
			p.current = append(p.current, rest.take(len(rest.text)))
			return
		}
		p.current = append(p.current, rest.take(n))
		p.flush()
		rest.take(len(p.separator))
	}
}

// flush ends a piece.
func (p *splitting) flush() {
	s := p.of
	if i := slices.IndexFunc(p.current, func(r run) bool { return r.hole != nil }); i >= 0 {
		p.items = append(p.items, fromRuns(p.current[:i+1], s.Place()), s.gap())
		p.open = true
	} else {
		p.items = append(p.items, fromRuns(p.current, s.Place()).withRefs(s.refs...))
	}
	p.current = nil
}

// overlaps tells whether s may stand partly in the run and partly in the hole before or after it.
func (r run) overlaps(s string, before, after bool) bool {
	for i := 1; i < len(s); i++ {
		if before && strings.HasPrefix(r.text, s[i:]) || after && strings.HasSuffix(r.text, s[:i]) {
			return true
		}
		// A piece that is shorter may lie wholly inside.
		if before && after && len(r.text) < len(s) && strings.Contains(s, r.text) {
			return true
		}
	}
	return false
}

// replace works on each known piece of a string. A piece at the edge of which a part of what is to be replaced may stand
// is no longer known.
func replace(c call) *Value {
	old, ok := c.text(1).Text()
	replacement, known := c.text(2).Text()
	switch {
	case !ok, !known && old == "":
		return c.unknown(Function)
	case len(old) > 1 && old[0] == '/' && old[len(old)-1] == '/':
		return c.replacedPattern(old[1:len(old)-1], c.text(2))
	}
	return c.onText(func(s *Value) *Value {
		runs := s.leveledRuns()
		if len(runs) > 1 || runs[0].hole != nil {
			r := replacing{call: c, runs: runs, by: c.text(2), plainly: true}
			if old == "" || !r.partly(regexp.QuoteMeta(old)) {
				return c.unknown(Function)
			}
			return r.result(c, s)
		}
		switch r := runs[0]; {
		case strings.Count(r.text, old)*len(replacement) > maxText:
			return c.unknown(TooLarge)
		case old == "":
			return fromRuns([]run{r.replaced(strings.ReplaceAll(r.text, old, replacement))}, s.Place()).withRefs(s.refs...)
		case strings.Count(r.text, old)*partSize > maxSize:
			return c.unknown(TooLarge)
		default:
			return newText(r.filled(old, c.text(2)), s.Place()).withRefs(s.refs...)
		}
	})
}

// filled is the run with a value in the place of each word.
func (r run) filled(word string, v *Value) []part {
	var parts []part
	by, known := v.Text()
	rest := r.cursor()
	for {
		i := strings.Index(rest.text, word)
		if i < 0 {
			return append(parts, rest.take(len(rest.text)).parts...)
		}
		parts = append(parts, rest.take(i).parts...)
		switch replaced := rest.take(len(word)); {
		case !known:
			parts = append(parts, v.asParts()...)
		case by != "":
			parts = append(parts, replaced.replaced(by).parts...)
		}
	}
}
