package eval

import (
	"fmt"
	"testing"
)

// TestManyKeys: an object finds its members however many they are, and of two with one key the later one counts.
func TestManyKeys(t *testing.T) {
	for n := range 3 * fewKeys {
		var members []Member
		for i := range n {
			members = append(members, Member{Key: fmt.Sprint("k", i), Value: NewNumber(-1, Place{})})
		}
		for i := range n {
			members = append(members, Member{Key: fmt.Sprint("k", i), Value: NewNumber(int64(i), Place{})})
		}
		v := NewObject(members, false, Place{})
		if len(v.Keys()) != n {
			t.Fatalf("an object of %d keys has %d", n, len(v.Keys()))
		}
		for i, k := range v.Keys() {
			if got, _ := v.Get(k).Int(); k != fmt.Sprint("k", i) || got != i {
				t.Fatalf("of %d keys, key %d is %s and holds %d", n, i, k, got)
			}
		}
		if !v.Get("k").Absent() || !v.Get(fmt.Sprint("k", n)).Absent() {
			t.Fatalf("an object of %d keys has one that it lacks", n)
		}
	}
}
