package eval

import (
	"slices"

	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/function/stdlib"
)

// listBuilder makes a list of the elements of others.
type listBuilder struct {
	items     []*Value
	open      bool
	unordered bool
	loose     bool
	refs      []Ref
}

// add appends the elements of a list, which may be open or one of several.
func (b *listBuilder) add(v *Value, place Place) {
	b.items = append(b.items, v.Items()...)
	b.unordered = b.unordered || v.shuffled() || v.reordered()
	b.open = b.open || v.Open()
	b.loose = b.loose || v.loose
	if v.kind == unknown {
		b.refs = append(b.refs, v.refs...)
	}
	if v.Open() && !v.hasMaybe() {
		b.items = append(b.items, v.gap())
	}
}

func (b *listBuilder) list(place Place) *Value {
	v := NewList(b.items, b.open, place).withRefs(b.refs...)
	if v.kind == list {
		v.unordered, v.loose = b.unordered, b.loose
	}
	return v
}

// lists are the arguments, which must be lists: of several alternatives those that are none are left out.
func (c call) lists() (lists []*Value, ok bool) {
	for _, a := range c.args {
		l := a.mapAlternatives(func(a *Value) *Value {
			if a.kind != list && a.kind != unknown {
				return c.broken()
			}
			return a
		})
		if l.failed {
			return nil, false
		}
		lists = append(lists, l.asElement(a.maybe))
	}
	return lists, true
}

// concat is the elements of all lists.
func concat(c call) *Value {
	lists, ok := c.lists()
	if !ok || len(lists) == 0 {
		return c.broken()
	}
	var b listBuilder
	typed := true
	for _, l := range lists {
		b.add(l, c.place)
		typed = typed && l.ty != cty.NilType && l.ty.IsListType()
		if l.hasNoIndexes() {
			return c.broken()
		}
	}
	out := b.list(c.place)
	if typed {
		return out.as(cty.List(cty.DynamicPseudoType))
	}
	return out
}

// flatten is the elements of all lists in the list, however deep.
func flatten(c call) *Value {
	if c.args[0].kind != list {
		return c.unknownOrBroken()
	}
	var b listBuilder
	flattenInto(&b, c.args[0], c.place, 0)
	return b.list(c.place)
}

func flattenInto(b *listBuilder, v *Value, place Place, depth int) {
	b.open = b.open || v.Open()
	b.unordered = b.unordered || v.shuffled()
	for _, item := range v.Items() {
		if item.IsList() && depth < maxDepth {
			from := len(b.items)
			flattenInto(b, item, place, depth+1)
			for i := from; item.maybe && i < len(b.items); i++ {
				b.items[i] = b.items[i].Optional()
			}
			continue
		}
		if item.kind == unknown || item.kind == list || !item.all(func(a *Value) bool { return a.kind != list && a.kind != unknown }) {
			// It may be a list of any length.
			b.open = true
			item = item.Optional()
		}
		b.items = append(b.items, item)
	}
	if v.Open() && !v.hasMaybe() {
		b.items = append(b.items, v.gap())
	}
}

// unknownOrBroken is the result where the first argument is not of the kind that the function works on.
func (c call) unknownOrBroken() *Value {
	if c.args[0].kind == unknown {
		return c.unknown(Function)
	}
	return c.broken()
}

// coalesce is the first argument that is not null and not "".
func coalesce(c call) *Value {
	return c.first(unify(c.args...), func(v *Value) bool { return v.kind == absent || v.Is("") },
		func(v *Value) bool {
			return v.kind != unknown && (v.kind != text || v.encoded != nil || v.minLength() > 0)
		})
}

// coalesceList is the first list that is not empty.
func coalesceList(c call) *Value {
	for _, a := range c.args {
		if a.kind != list && a.kind != unknown && a.kind != absent {
			return c.broken()
		}
	}
	return c.first(c.args, func(v *Value) bool { return v.kind == absent || v.counted() && len(v.items) == 0 },
		func(v *Value) bool { return len(v.CertainItems()) > 0 })
}

// first is the first of values that is taken; one that may be passed over leaves it open.
func (c call) first(values []*Value, skipped, taken func(*Value) bool) *Value {
	var possible []*Value
	for _, v := range values {
		if skipped(v) {
			continue
		}
		possible = append(possible, v)
		if taken(v) && !v.maybe {
			break
		}
	}
	return Choose(c.place, possible...)
}

// asListOf is the first argument converted to a list of a type.
func (c call) asListOf(ty cty.Type) *Value {
	v := c.args[0].as(cty.List(ty))
	if v.kind != list && v.kind != unknown {
		return c.broken()
	}
	return v
}

// compact is a list of strings without the empty ones.
func compact(c call) *Value {
	v := c.asListOf(cty.String)
	if v.kind != list {
		return c.unknownOr(v)
	}
	var items []*Value
	for _, item := range v.Items() {
		switch {
		case item.Absent() || item.Is(""):
			if item.maybe && v.open {
				items = append(items, v.gap())
			}
			continue
		case !item.Present() || item.kind != text || item.encoded == nil && item.minLength() == 0:
			item = item.Optional()
		}
		items = append(items, item)
	}
	return v.withItems(items).typed(cty.List(cty.String))
}

// unknownOr is the failure that v is, or what a function makes of an argument that is not known.
func (c call) unknownOr(v *Value) *Value {
	if v.failed {
		return v.failedAs(c.place)
	}
	return c.unknown(Function)
}

func distinct(c call) *Value {
	v := c.asListOf(cty.DynamicPseudoType)
	if v.kind != list {
		return c.unknownOr(v)
	}
	return v.withoutRepeats()
}

func reverse(c call) *Value {
	v := c.args[0]
	if v.kind != list {
		return c.unknownOrBroken()
	}
	items := slices.Clone(v.Items())
	if v.open && !v.hasMaybe() {
		items = append(items, v.gap())
	}
	slices.Reverse(items)
	out := v.withItems(items)
	out.unordered = v.shuffled()
	if v.ty != cty.NilType {
		return out.typed(cty.List(v.ty.ElementType()))
	}
	return out
}

// one is the only element of a list, or null where it is empty.
func one(c call) *Value {
	v := c.args[0]
	switch {
	case v.kind != list:
		return c.unknownOrBroken()
	case len(v.CertainItems()) > 1:
		return c.broken()
	case v.rest != nil && len(v.items) == 1:
		return Choose(c.place, v.child(v.rest), NewAbsent(c.place))
	}
	possible := v.CertainItems()
	if len(possible) == 0 {
		possible = append(v.Items(), NewAbsent(c.place))
		if v.open {
			possible = append(possible, v.gap())
		}
	}
	return Choose(c.place, possible...)
}

// element is a list's element, counted around.
func element(c call) *Value {
	v := c.args[0]
	switch {
	case v.kind == unknown:
		return unknownIndex(v, c.args[1], c.place)
	case v.kind != list || v.hasNoIndexes() || v.counted() && len(v.items) == 0:
		return c.broken()
	}
	n, ok := c.args[1].as(cty.Number).Int()
	switch {
	case ok && v.counted() && !v.shuffled():
		return v.item((n%len(v.items) + len(v.items)) % len(v.items))
	case ok && n >= 0 && n < v.fixed && !v.shuffled():
		return v.item(n)
	case c.args[1].kind == number && !ok:
		return c.broken()
	}
	return anyOf(v, NewUnknown(c.place, nil), c.place)
}

func length(c call) *Value {
	v := c.args[0]
	switch {
	case v.kind == text:
		return c.plain(stdlib.StrlenFunc)
	case v.counted() && !(v.isSet() && !v.WhollyKnown()):
		return NewNumber(int64(len(v.items)), c.place)
	case v.kind == object && !v.open && v.certainLength() == len(v.keys):
		return NewNumber(int64(len(v.keys)), c.place)
	case v.kind == unknown, v.kind == list, v.kind == object:
		return c.atLeast(v.certainLength())
	}
	return c.broken()
}

// certainLength is how many elements a collection has at least.
func (v *Value) certainLength() int {
	n := len(v.CertainItems())
	switch {
	case v.kind == object:
		n = 0
		for _, k := range v.keys {
			if !v.get(k).maybe {
				n++
			}
		}
	case v.isSet() && !v.WhollyKnown():
		n = min(n, 1) // others may be the same
	}
	return n
}

// atLeast is a number that is not known but for its least value.
func (c call) atLeast(n int) *Value {
	v := c.unknown(Function)
	v.prim = cty.UnknownVal(cty.Number).Refine().NotNull().NumberRangeLowerBound(cty.NumberIntVal(int64(n)), true).NewValue()
	return v
}

func contains(c call) *Value {
	l, item := c.args[0], c.args[1]
	switch {
	case l.kind == unknown || item.kind == unknown && l.kind == list && len(l.items) > 0:
		return c.unknown(Function)
	case l.kind != list:
		return c.broken()
	case !c.scope.meter.spend(len(l.items)):
		return tooLarge(c.place)
	}
	if l.isSet() {
		item = item.as(l.ty.ElementType())
	}
	if found, ok := l.contains(item); ok {
		return NewBool(found, c.place)
	}
	return c.unknown(Function)
}

// indexOf is the index of the first element that is equal to a value.
func indexOf(c call) *Value {
	l := c.args[0]
	if l.kind != list || l.hasNoIndexes() {
		return c.unknownOrBroken()
	}
	if !c.scope.meter.spend(len(l.items)) {
		return tooLarge(c.place)
	}
	for i, item := range l.Items() {
		same, ok := equal(item, c.args[1])
		if !ok || i >= l.fixed || l.shuffled() {
			return c.unknown(Function)
		}
		if same {
			return NewNumber(int64(i), c.place)
		}
	}
	if l.open {
		return c.unknown(Function)
	}
	return c.broken()
}

// matchKeys are the values at the places where keys are among those that are looked for.
func matchKeys(c call) *Value {
	values, keys, wanted := c.args[0], c.args[1], c.args[2]
	if !values.counted() || !keys.counted() || values.shuffled() || keys.shuffled() || wanted.kind != list {
		return c.unknown(Function)
	}
	if len(values.items) != len(keys.items) {
		return c.broken()
	}
	if !c.scope.meter.spend(len(keys.items) * (1 + len(wanted.items))) {
		return tooLarge(c.place)
	}
	var items []*Value
	for i, key := range keys.Items() {
		found, ok := wanted.contains(key)
		if found || !ok {
			items = append(items, values.item(i).asElement(!ok))
		}
	}
	return values.withItems(items).as(cty.List(cty.DynamicPseudoType))
}

func chunkList(c call) *Value {
	v := c.asListOf(cty.DynamicPseudoType)
	n, ok := c.args[1].as(cty.Number).Int()
	switch {
	case v.failed || ok && n < 0:
		return c.broken()
	case !v.counted() || v.shuffled() || !ok:
		return c.unknown(Function)
	case n == 0:
		n = max(len(v.items), 1)
	}
	var chunks []*Value
	for chunk := range slices.Chunk(v.Items(), n) {
		chunks = append(chunks, NewList(chunk, false, c.place).typed(v.ty))
	}
	return NewList(chunks, false, c.place).typed(cty.List(v.ty))
}

// slice are the elements of a list from one index to another.
func slice(c call) *Value {
	v := c.args[0]
	if v.kind != list || v.hasNoIndexes() {
		return c.unknownOrBroken()
	}
	from, ok := c.args[1].as(cty.Number).Int()
	to, ok2 := c.args[2].as(cty.Number).Int()
	switch {
	case !ok || !ok2 || v.shuffled():
		return c.unknown(Function)
	case from < 0 || from > to || to > len(v.items) && !v.open:
		return c.broken()
	case to > v.fixed:
		return c.unknown(Function)
	}
	items := make([]*Value, 0, to-from)
	for i := from; i < to; i++ {
		items = append(items, v.usedItem(i))
	}
	out := NewList(items, false, c.place).loosely(v.loose)
	if v.ty != cty.NilType {
		return out.typed(v.ty)
	}
	return out
}

// sortTexts are strings in the order of their bytes. Where one is not known it is open where it stands.
func sortTexts(c call) *Value {
	v := c.asListOf(cty.String)
	if v.kind != list {
		return c.unknownOr(v)
	}
	if slices.ContainsFunc(v.items, func(i *Value) bool { return i.kind == absent }) {
		return c.broken()
	}
	items := slices.Clone(v.Items())
	known := v.WhollyKnown() || v.unordered && !slices.ContainsFunc(items, func(i *Value) bool { return !i.WhollyKnown() })
	if known {
		slices.SortStableFunc(items, compareTexts)
	}
	out := v.withItems(items).typed(cty.List(cty.String))
	out.unordered = !known
	return out
}

// sets are the arguments as sets of one type of elements.
func (c call) sets() (sets []*Value, ok bool) {
	lists, ok := c.lists()
	if !ok {
		return nil, false
	}
	var all []*Value
	for _, l := range lists {
		all = append(all, l.Items()...)
	}
	if len(all) == 0 {
		return lists, true
	}
	ety, _ := unifiedType(all)
	if ety == cty.NilType {
		return nil, false
	}
	for _, l := range lists {
		s := l.as(cty.Set(ety))
		if s.failed {
			return nil, false
		}
		sets = append(sets, s)
	}
	return sets, true
}

func setUnion(c call) *Value {
	sets, ok := c.sets()
	if !ok {
		return c.broken()
	}
	var b listBuilder
	for _, s := range sets {
		b.add(s, c.place)
	}
	b.unordered = false
	return b.set(c.place)
}

// set is the set of the elements.
func (b *listBuilder) set(place Place) *Value {
	v := b.list(place)
	if v.kind != list {
		return v
	}
	ety, _ := unifiedType(v.items)
	return v.toSet(cty.Set(ety))
}

func setIntersection(c call) *Value {
	return c.filterSet(func(found bool) bool { return found })
}

func setSubtract(c call) *Value {
	return c.filterSet(func(found bool) bool { return !found })
}

// filterSet are the elements of the first set, as far as keep wants them for being in each other set or not.
func (c call) filterSet(keep func(found bool) bool) *Value {
	sets, ok := c.sets()
	switch {
	case !ok:
		return c.broken()
	case sets[0].kind != list || len(sets) > 1 && !c.scope.meter.spend(len(sets[0].items)*len(sets[1].items)):
		return c.unknown(Function)
	}
	b := listBuilder{open: sets[0].open}
	for _, item := range sets[0].Items() {
		for _, other := range sets[1:] {
			found, certain := other.contains(item)
			switch {
			case !certain, !found && other.holdsTextOf(item):
				item = item.Optional()
			case !keep(found):
				item = nil
			}
			if item == nil {
				break
			}
		}
		if item != nil {
			b.items = append(b.items, item)
		}
	}
	return b.set(c.place)
}

// holdsTextOf tells whether a list may have an element that is written like a value. As elements of one set they may be the
// same.
func (v *Value) holdsTextOf(item *Value) bool {
	written := item.as(cty.String)
	return slices.ContainsFunc(v.items, func(o *Value) bool {
		same, certain := equal(written, o.as(cty.String))
		return same || !certain
	})
}

// setProduct is a list of all combinations of the elements of lists, or a set of them where one of the lists is a set.
func setProduct(c call) *Value {
	lists, ok := c.lists()
	if !ok {
		return c.broken()
	}
	rows := [][]*Value{nil}
	var of listBuilder
	isSet := false
	for _, l := range lists {
		isSet = isSet || l.isSet()
		if !l.isSet() {
			l = l.as(cty.List(cty.DynamicPseudoType))
		}
		column := listBuilder{}
		column.add(l, c.place)
		if l.failed || len(rows)*len(column.items) > maxItems || !c.scope.meter.spend(len(rows)*len(column.items)) {
			return c.unknownOr(l)
		}
		of.open, of.unordered, of.loose = of.open || column.open, of.unordered || column.unordered, of.loose || column.loose
		rows = combined(rows, column.items)
	}
	for _, row := range rows {
		maybe := slices.ContainsFunc(row, (*Value).Maybe)
		for i := range row {
			row[i] = row[i].certain()
		}
		of.items = append(of.items, NewList(row, false, c.place).asElement(maybe))
	}
	if isSet {
		return of.set(c.place)
	}
	return of.list(c.place).typed(cty.List(cty.DynamicPseudoType))
}

// combined is each row with each of items after it.
func combined(rows [][]*Value, items []*Value) [][]*Value {
	out := make([][]*Value, 0, len(rows)*len(items))
	for _, row := range rows {
		for _, item := range items {
			out = append(out, append(slices.Clone(row), item))
		}
	}
	return out
}

func allTrue(c call) *Value { return c.quantified(false) }

func anyTrue(c call) *Value { return c.quantified(true) }

// quantified is decisive where one element is so, and the contrary where none may be.
func (c call) quantified(decisive bool) *Value {
	v := c.asListOf(cty.Bool)
	if v.kind != list {
		return c.unknownOr(v)
	}
	certain := !v.open
	for _, item := range v.Items() {
		is := decisive && item.True() || !decisive && (item.False() || item.kind == absent)
		isNot := !decisive && item.True() || decisive && (item.False() || item.kind == absent)
		if is && !item.maybe {
			return NewBool(decisive, c.place)
		}
		certain = certain && isNot
	}
	if certain {
		return NewBool(!decisive, c.place)
	}
	return c.unknown(Function)
}

func sum(c call) *Value {
	v := c.args[0]
	switch {
	case v.kind != list:
		return c.unknownOrBroken()
	case v.counted() && len(v.items) == 0:
		return c.broken()
	}
	total := cty.NumberIntVal(0)
	for _, item := range v.Items() {
		n := item.as(cty.Number)
		switch {
		case n.failed || n.kind == absent:
			return c.broken()
		case n.kind != number:
			return c.unknown(Function)
		}
		total = total.Add(n.prim)
	}
	if !v.counted() {
		return c.unknown(Function)
	}
	return FromCty(total, c.place)
}
