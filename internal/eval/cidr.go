package eval

import (
	"errors"
	"math/big"
	"net/netip"

	"github.com/zclconf/go-cty/cty"
)

// cidr is a function of an address range in the notation of CIDR and of numbers.
func cidr(f func(prefix netip.Prefix, numbers []*big.Int) ([]string, error)) builtin {
	return func(c call) *Value {
		if !c.known() {
			return c.unknown(Function)
		}
		s, _ := c.text(0).Text()
		prefix, err := netip.ParsePrefix(s)
		if err != nil {
			return c.broken()
		}
		var numbers []*big.Int
		for _, a := range c.args[1:] {
			n := a.as(cty.Number)
			if n.kind != number || !n.prim.AsBigFloat().IsInt() {
				return c.broken()
			}
			i, _ := n.prim.AsBigFloat().Int(nil)
			numbers = append(numbers, i)
		}
		out, err := f(prefix.Masked(), numbers)
		if err != nil {
			return c.broken()
		}
		if c.name != "cidrsubnets" {
			return NewText(out[0], c.place)
		}
		items := make([]*Value, len(out))
		for i, s := range out {
			items[i] = NewText(s, c.place)
		}
		return NewList(items, false, c.place).typed(cty.List(cty.String))
	}
}

var errOutOfRange = errors.New("out of range")

// plus is the address n addresses after the beginning of prefix.
func plus(prefix netip.Prefix, n *big.Int) netip.Addr {
	sum := new(big.Int).SetBytes(prefix.Addr().AsSlice())
	sum.Add(sum, n)
	b := sum.FillBytes(make([]byte, prefix.Addr().BitLen()/8))
	addr, _ := netip.AddrFromSlice(b)
	return addr
}

// size is 2 to the power of bits.
func size(bits int) *big.Int { return new(big.Int).Lsh(big.NewInt(1), uint(bits)) }

// cidrHost is the address with a number in the range; negative numbers count from its end.
func cidrHost(prefix netip.Prefix, numbers []*big.Int) ([]string, error) {
	n, all := numbers[0], size(prefix.Addr().BitLen()-prefix.Bits())
	if n.Sign() < 0 {
		n = new(big.Int).Add(all, n)
	}
	if n.Sign() < 0 || n.Cmp(all) >= 0 {
		return nil, errOutOfRange
	}
	return []string{plus(prefix, n).String()}, nil
}

func cidrNetmask(prefix netip.Prefix, _ []*big.Int) ([]string, error) {
	if !prefix.Addr().Is4() {
		return nil, errOutOfRange
	}
	ones := new(big.Int).Sub(size(32), size(32-prefix.Bits()))
	mask, _ := netip.AddrFromSlice(ones.FillBytes(make([]byte, 4)))
	return []string{mask.String()}, nil
}

// cidrSubnet is the range with a number among those that are narrower by some bits.
func cidrSubnet(prefix netip.Prefix, numbers []*big.Int) ([]string, error) {
	width := prefix.Addr().BitLen()
	if !numbers[0].IsInt64() || numbers[0].Sign() < 0 || numbers[0].Int64() > int64(width-prefix.Bits()) {
		return nil, errOutOfRange
	}
	bits := int(numbers[0].Int64())
	n, all := numbers[1], size(bits)
	if n.Sign() < 0 {
		n = new(big.Int).Add(all, n)
	}
	if n.Sign() < 0 || n.Cmp(all) >= 0 {
		return nil, errOutOfRange
	}
	narrower := prefix.Bits() + bits
	addr := plus(prefix, new(big.Int).Lsh(n, uint(width-narrower)))
	return []string{netip.PrefixFrom(addr, narrower).String()}, nil
}

// cidrSubnets are ranges one after the other, each narrower by some bits.
func cidrSubnets(prefix netip.Prefix, numbers []*big.Int) ([]string, error) {
	width := prefix.Addr().BitLen()
	end := size(width - prefix.Bits())
	next := new(big.Int)
	var out []string
	for _, n := range numbers {
		if !n.IsInt64() || n.Sign() <= 0 || n.Int64() > int64(width-prefix.Bits()) {
			return nil, errOutOfRange
		}
		narrower := prefix.Bits() + int(n.Int64())
		step := size(width - narrower)
		// A range begins at a multiple of its size.
		next.Add(next, new(big.Int).Sub(step, big.NewInt(1)))
		next.Sub(next, new(big.Int).Mod(next, step))
		if next.Cmp(end) >= 0 {
			return nil, errOutOfRange
		}
		out = append(out, netip.PrefixFrom(plus(prefix, next), narrower).String())
		next.Add(next, step)
	}
	return out, nil
}
