package eval

import "slices"

// fewKeys is how many keys are gone through in less time than a map takes.
const fewKeys = 16

// keySet is the keys of an object in order, to find one among the others. Most objects have few.
type keySet struct {
	list []string
	at   map[string]int // where in the list, if they are many
}

// find is the position of a key.
func (s *keySet) find(key string) (int, bool) {
	if s.at == nil {
		i := slices.Index(s.list, key)
		return i, i >= 0
	}
	i, ok := s.at[key]
	return i, ok
}

// add appends keys that are not among them.
func (s *keySet) add(keys ...string) {
	s.list = append(s.list, keys...)
	if s.at == nil && len(s.list) > fewKeys {
		s.at, keys = make(map[string]int, cap(s.list)), s.list
	}
	if s.at != nil {
		for i, k := range keys {
			s.at[k] = len(s.list) - len(keys) + i
		}
	}
}
