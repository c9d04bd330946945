package eval

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/function/stdlib"
)

// directive is %s and the like: its flags, width and precision, the number of its argument, and its verb.
var directive = regexp.MustCompile(`%([ +#0-]*)([0-9]*)(?:\.([0-9]*))?(?:\[([0-9]+)\])?([A-Za-z%])`)

// maxWidth bounds the width and the precision of a directive.
const maxWidth = 1000

// format is the text that a format makes of its arguments, each directive on its own: what it makes of an argument that is
// not known is a hole. What is not known of the format itself is taken to hold no directive.
func format(c call) *Value {
	return c.with(c.args[0]).onText(func(spec *Value) *Value {
		if spec.size > maxPlain {
			return c.unknown(Function)
		}
		f := formatting{call: c}
		partly := false
		for _, r := range spec.runs() {
			if r.hole != nil {
				partly = true
				f.pieces = append(f.pieces, r.hole)
				continue
			}
			f.run(r)
		}
		switch wrong := f.wrong || !f.numbered && f.used < len(c.args)-1; {
		case wrong && partly:
			return c.unknown(Function)
		case wrong:
			return c.broken()
		case f.large:
			return c.unknown(TooLarge)
		}
		return c.scope.concat(f.pieces, c.place).withRefs(spec.refs...)
	})
}

type formatting struct {
	call
	spec     run     // what is known of the format, piece by piece
	rest     *cursor // what of it is not used yet
	pieces   []*Value
	used     int  // how many arguments are used
	numbered bool // an argument was asked for by its number: others need not be used
	wrong    bool
	large    bool
}

// run adds what a piece of the format makes.
func (f *formatting) run(spec run) {
	f.spec, f.rest = spec, spec.cursor()
	at := 0
	for _, m := range directive.FindAllStringSubmatchIndex(spec.text, -1) {
		f.literal(m[0] - at)
		f.rest.take(m[1] - m[0])
		at = m[1]
		f.directive(m)
	}
	f.literal(len(f.rest.text))
}

// literal adds the next n bytes of the format itself.
func (f *formatting) literal(n int) {
	piece := f.rest.take(n)
	f.wrong = f.wrong || strings.Contains(piece.text, "%") // half a directive
	f.pieces = append(f.pieces, fromRuns([]run{piece}, f.args[0].Place()))
}

// directive adds what the directive that was matched at m makes of its argument.
func (f *formatting) directive(m []int) {
	group := func(i int) string {
		if m[2*i] < 0 {
			return ""
		}
		return f.spec.text[m[2*i]:m[2*i+1]]
	}
	spec, verb := f.spec.text[m[0]:m[1]], group(5)
	width, _ := strconv.Atoi(group(2))
	precision, _ := strconv.Atoi(group(3))
	switch {
	case verb == "%":
		f.pieces = append(f.pieces, NewText("%", f.place))
		f.wrong = f.wrong || spec != "%%"
		return
	case group(4) != "":
		f.used, _ = strconv.Atoi(group(4))
		f.numbered = true
		spec = strings.Replace(spec, "["+group(4)+"]", "", 1)
	default:
		f.used++
	}
	if f.used < 1 || f.used >= len(f.args) {
		f.wrong = true
		return
	}
	arg := f.args[f.used]
	f.large = f.large || width > maxWidth || precision > maxWidth
	switch {
	case f.large:
	case (spec == "%s" || spec == "%v") && arg.kind == text:
		f.pieces = append(f.pieces, arg)
	case (spec == "%v" || spec == "%#v") && (arg.kind == list || arg.kind == object):
		f.pieces = append(f.pieces, NewEncoded(arg, f.place))
	case arg.WhollyKnown():
		known := f.with(NewText(spec, f.place), arg)
		f.pieces = append(f.pieces, known.plain(stdlib.FormatFunc))
	default:
		f.pieces = append(f.pieces, NewUnknown(arg.Place(), firstCauseOr(f.place, arg), arg.AllRefs()...))
	}
}

// formatList is format of each element of the lists among the arguments, which are all of one length.
func formatList(c call) *Value {
	var lists []int
	for i, a := range c.args[1:] {
		switch {
		case a.kind == list && a.shuffled():
			return c.unknown(Function)
		case a.kind == list:
			lists = append(lists, i+1)
		}
	}
	isUnknown := func(a *Value) bool { return a.kind == unknown }
	if slices.ContainsFunc(c.args, isUnknown) && (len(lists) == 0 || isUnknown(c.args[0])) {
		return c.unknown(Function)
	}
	// What is not known beside a list is one text, or a list of as many.
	if len(lists) == 0 {
		return NewList([]*Value{format(c)}, false, c.place).typed(cty.List(cty.String))
	}
	model := c.args[lists[0]]
	for _, i := range lists[1:] {
		switch l := c.args[i]; {
		case !l.counted() || !model.counted():
			return c.unknown(Function)
		case len(l.items) != len(model.items):
			return c.broken()
		}
	}
	items := make([]*Value, len(model.items))
	for n := range items {
		one := c.with(append([]*Value(nil), c.args...)...)
		for _, i := range lists {
			one.args[i] = c.args[i].item(n).certain()
		}
		v := one.overAlternatives(format)
		if v.failed && !model.items[n].maybe {
			return c.broken()
		}
		items[n] = v.asElement(model.items[n].maybe)
	}
	return model.withItems(items).typed(cty.List(cty.String))
}
