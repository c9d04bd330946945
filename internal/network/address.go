package network

import (
	"cmp"
	"fmt"
	"math"
	"net/netip"
	"slices"
	"strings"

	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/eval"
)

// Internet is what a rule lets in or out of the public internet.
type Internet struct {
	At   *eval.Value // the address block to change
	text string
}

// String is the internet as the rule writes it: 0.0.0.0/0 and ::/0.
func (i *Internet) String() string { return i.text }

// block is an address block of a rule that is known for certain.
type block struct {
	netip.Prefix
	value *eval.Value
}

// half is how much of all addresses of a family is the world: who allows 0.0.0.0/1 means to allow 0.0.0.0/0, and no service
// needs as much. The whole world is often written so, because some routers and checks refuse 0.0.0.0/0.
const half = 0.5

// partBits are the prefix lengths of blocks that are not the world, but more than anybody owns.
const partBits = 7

// parse reads an address block in any spelling that AWS takes: bits beyond the prefix length count for nothing, so
// 0.1.0.0/0 is 0.0.0.0/0.
func parse(v *eval.Value) (block, bool) {
	s, ok := v.Text()
	if !ok {
		return block{}, false
	}
	p, err := netip.ParsePrefix(strings.TrimSpace(s))
	if err != nil {
		return block{}, false
	}
	return block{p.Masked(), v.WhereUsed()}, true
}

// blocks are the address blocks of a list that are there for certain.
func blocks(list *eval.Value) []block {
	var out []block
	for _, item := range list.CertainItems() {
		if b, ok := parse(item); ok {
			out = append(out, b)
		} else if b, ok := certainlyHalf(item); ok {
			out = append(out, b)
		}
	}
	return out
}

// certainlyHalf is an address block that is the world whatever an unknown condition turns out to be.
func certainlyHalf(v *eval.Value) (block, bool) {
	var first block
	for i, a := range v.Alternatives() {
		b, ok := parse(a)
		if !ok || b.Bits() > 1 {
			return block{}, false
		}
		if i == 0 {
			first = b
		}
	}
	return first, true
}

// worldOf is the world as a list of address blocks holds it, on both sides of an unknown condition; nil where it does not.
func worldOf(list *eval.Value) *Internet {
	var first *Internet
	for _, alternative := range list.Alternatives() {
		all := blocks(alternative)
		if !isWorld(all) {
			return nil
		}
		if first == nil {
			first = describe(all)
		}
	}
	return first
}

// isWorld tells whether blocks take in half of all addresses of a family, or more.
func isWorld(all []block) bool {
	all = slices.Clone(all)
	slices.SortFunc(all, func(a, b block) int {
		return cmp.Or(a.Addr().Compare(b.Addr()), cmp.Compare(a.Bits(), b.Bits()))
	})
	share := map[bool]float64{} // of IPv4: true, of IPv6: false
	var last block
	for _, b := range all {
		// Blocks lie in each other or apart, so one that lies in another lies in the last that does not.
		if last.IsValid() && last.Contains(b.Addr()) {
			continue
		}
		last = b
		share[b.Addr().Is4()] += math.Ldexp(1, -b.Bits())
	}
	return share[true] >= half || share[false] >= half
}

// describe tells which blocks make the world: the widest first, which is where it is shown.
func describe(all []block) *Internet {
	wide := slices.DeleteFunc(slices.Clone(all), func(b block) bool { return b.Bits() > partBits })
	if len(wide) == 0 {
		wide = all
	}
	slices.SortStableFunc(wide, func(a, b block) int { return a.Bits() - b.Bits() })
	if wide[0].Bits() == 0 {
		wide = slices.DeleteFunc(wide, func(b block) bool { return b.Bits() > 0 })
	}
	return &Internet{At: wide[0].value, text: names(wide)}
}

func names(all []block) string {
	first := text(all[0].value)
	switch len(all) {
	case 1:
		return first
	case 2:
		return first + " and " + text(all[1].value)
	}
	return fmt.Sprintf("%s and %d more blocks", first, len(all)-1)
}

func text(v *eval.Value) string {
	s, _ := v.Text()
	return strings.TrimSpace(s)
}

// notPublic are the wide blocks that lead nowhere on the internet: multicast and reserved addresses of IPv4, and unique
// local addresses of IPv6. Narrower ones, such as 10.0.0.0/8, are never asked for.
// https://www.iana.org/assignments/iana-ipv4-special-registry
var notPublic = []netip.Prefix{netip.MustParsePrefix("224.0.0.0/3"), netip.MustParsePrefix("fc00::/7")}

// globalUnicast are all public addresses of IPv6:
// https://www.iana.org/assignments/ipv6-address-space
var globalUnicast = netip.MustParsePrefix("2000::/3")

// partOf is a part of the internet, in a list of address blocks, that is wider than anybody owns; nil where there is none.
func partOf(list *eval.Value) *Internet {
	for _, b := range blocks(list) {
		if b.Bits() <= partBits && b.public() {
			return &Internet{At: b.value, text: text(b.value)}
		}
	}
	return nil
}

func (b block) public() bool {
	if b.Addr().Is6() && !b.Overlaps(globalUnicast) {
		return false
	}
	return !slices.ContainsFunc(notPublic, func(p netip.Prefix) bool { return p.Bits() <= b.Bits() && p.Contains(b.Addr()) })
}
