package eval

import (
	"slices"
	"strconv"
	"strings"
)

// identity is what tells that an element of one list is an element of another one: its text, or where it is written.
type identity struct {
	text  string
	place PlaceKey
	nth   int // of those in one place, in one list
}

// identities are those of the elements of a list that are certainly there; others have the zero one.
func identities(items []*Value) []identity {
	out := make([]identity, len(items))
	seen := map[PlaceKey]int{}
	for i, item := range items {
		s, known := item.Text()
		switch place := item.Written(); {
		case item.Maybe():
		case known:
			out[i].text = "=" + s
		case place.Range.Filename != "" && (item.kind == object || item.kind == either):
			key := place.Key()
			key.Text.Path = "" // says where in the list it is
			seen[key]++
			out[i].place, out[i].nth = key, seen[key]
		}
	}
	return out
}

// identified are the identities in lists. Where several elements of one are written in one place, such as a line of JSON, those that
// have the same content in all lists are the same.
func identified(lists [][]*Value) [][]identity {
	all := make([][]identity, len(lists))
	together := false
	for n, items := range lists {
		all[n] = identities(items)
		together = together || slices.ContainsFunc(all[n], func(id identity) bool { return id.nth > 1 })
	}
	if !together {
		return all
	}
	contents := make([][]string, len(lists))
	in := map[string]int{} // in how many lists, one after the other from the first, some content is
	for n, items := range lists {
		contents[n] = make([]string, len(items))
		for i, id := range all[n] {
			if id.nth > 0 {
				c := content{}
				c.add(items[i])
				contents[n][i] = c.String()
				if in[c.String()] == n {
					in[c.String()] = n + 1
				}
			}
		}
	}
	for n := range lists {
		seen := map[PlaceKey]int{}
		for i := range all[n] {
			switch id := &all[n][i]; {
			case id.nth == 0:
			case in[contents[n][i]] == len(lists):
				*id = identity{text: "{" + contents[n][i]}
			default:
				seen[id.place]++
				id.nth = seen[id.place]
			}
		}
	}
	return all
}

// maxContent bounds how much of a value is written down to compare it, in bytes.
const maxContent = 8 << 10

// content writes down what a value holds, with one mark for all that is not known.
type content struct{ strings.Builder }

func (c *content) add(v *Value) {
	if c.Len() > maxContent {
		return
	}
	switch s, known := v.Text(); {
	case known:
		c.WriteString(strconv.Quote(s))
	case v.kind == list:
		c.all('[', v.items, ']')
	case v.kind == object:
		c.WriteByte('{')
		for _, k := range v.keys {
			c.WriteString(strconv.Quote(k))
			c.add(v.get(k))
		}
		c.WriteByte('}')
	case v.kind == either:
		c.all('(', v.items, ')')
	case v.kind == absent:
		c.WriteByte('-')
	default:
		c.WriteByte('?')
	}
}

func (c *content) all(before byte, values []*Value, after byte) {
	c.WriteByte(before)
	for _, v := range values {
		c.add(v)
	}
	c.WriteByte(after)
}

// commonFirst moves the elements that every list has for certain to the front of each. What it returns tells where the first n
// elements stood in the first list.
func commonFirst(lists [][]*Value) (inOrder func(n int) []int) {
	all := identified(lists)
	lastSeen := map[identity]int{} // in how many lists, one after the other from the first, an element was seen
	for n := range lists {
		for _, id := range all[n] {
			if id != (identity{}) && lastSeen[id] == n {
				lastSeen[id] = n + 1
			}
		}
	}
	order := map[identity]int{}
	for _, id := range all[0] {
		if lastSeen[id] == len(lists) && order[id] == 0 {
			order[id] = len(order) + 1
		}
	}
	for n, items := range lists {
		front := make([]*Value, len(order))
		var rest []*Value
		for i, item := range items {
			if at := order[all[n][i]]; at > 0 && front[at-1] == nil {
				front[at-1] = item
				continue
			}
			rest = append(rest, item)
		}
		lists[n] = append(front, rest...)
	}
	return func(n int) []int {
		out := make([]int, 0, n)
		others := len(order)
		seen := map[int]bool{}
		for _, id := range all[0] {
			if at := order[id] - 1; at >= 0 && !seen[at] {
				seen[at] = true
				out = append(out, at)
			} else {
				out = append(out, others)
				others++
			}
		}
		for ; others < n; others++ {
			out = append(out, others)
		}
		return out
	}
}

// reordered tells whether the value is one of several lists in which what all of them have comes in different orders, so that elements
// that are paired have no place of their own.
func (v *Value) reordered() bool {
	if v.kind != either {
		return false
	}
	var lists [][]*Value
	for _, a := range v.items {
		if a.kind == list {
			lists = append(lists, a.items)
		}
	}
	in := map[identity]int{} // in how many lists
	all := identified(lists)
	first := make([][]identity, len(all)) // each once
	for n, ids := range all {
		seen := map[identity]bool{}
		for _, id := range ids {
			if id != (identity{}) && !seen[id] {
				seen[id] = true
				in[id]++
				first[n] = append(first[n], id)
			}
		}
	}
	for n := range first {
		first[n] = slices.DeleteFunc(first[n], func(id identity) bool { return in[id] < len(lists) })
		if !slices.Equal(first[n], first[0]) {
			return true
		}
	}
	return false
}
