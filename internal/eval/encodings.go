package eval

import (
	"crypto/sha1"
	"encoding/base64"
	"encoding/binary"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"hash"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"time"
)

// encoded is the text that stands for the string that is the argument.
func encoded(e encoding) builtin {
	return func(c call) *Value {
		return c.onText(func(s *Value) *Value { return encodedAs(e, s, c.place) })
	}
}

// encodedValue is the text that stands for the argument, whatever it is.
func encodedValue(e encoding) builtin {
	return func(c call) *Value {
		if len(c.args) != 1 {
			return c.broken()
		}
		return encodedAs(e, c.args[0], c.place)
	}
}

// jsonDecode is DecodeJSON, of which a text that is not JSON fails.
func jsonDecode(c call) *Value {
	return c.onText(func(s *Value) *Value {
		if s.encoded != nil && s.encoding == jsonText {
			return s.child(s.encoded).untyped()
		}
		if src, ok := s.Text(); ok && !json.Valid([]byte(src)) {
			return c.broken()
		}
		return s.DecodeJSON().untyped()
	})
}

func base64Decode(c call) *Value {
	return c.onText(func(s *Value) *Value {
		if s.encoded != nil && s.encoding == base64Text {
			return s.child(s.encoded)
		}
		src, ok := s.Text()
		if !ok {
			return c.unknown(Function)
		}
		b, err := base64.StdEncoding.DecodeString(src)
		if err != nil || !utf8.Valid(b) {
			return c.broken()
		}
		return NewText(string(b), s.Place())
	})
}

// DecodeBase64 is what a text in base64 stands for, with its unknown parts where it was made of it, uncompressed where
// base64gzip made it. A text that is no base64 is taken as it is.
func (v *Value) DecodeBase64() *Value {
	return v.mapAlternatives(func(v *Value) *Value {
		if v.kind != text {
			return v
		}
		if v.encoded != nil && (v.encoding == base64Text || v.encoding == gzipText) {
			return v.child(v.encoded)
		}
		src, ok := v.Text()
		b, err := base64.StdEncoding.DecodeString(strings.TrimSpace(src))
		if !ok || err != nil || !utf8.Valid(b) {
			return v
		}
		return NewText(string(b), v.Place())
	})
}

// hashed is the hash of the argument, written by write.
func hashed(algorithm func() hash.Hash, write func([]byte) string) builtin {
	return func(c call) *Value {
		return c.onText(func(v *Value) *Value {
			s, ok := v.Text()
			if !ok {
				return c.unknown(Function)
			}
			h := algorithm()
			h.Write([]byte(s))
			return NewText(write(h.Sum(nil)), c.place)
		})
	}
}

// namespaces are those of RFC 4122 that Terraform knows by name.
var namespaces = map[string]string{
	"dns":  "6ba7b810-9dad-11d1-80b4-00c04fd430c8",
	"url":  "6ba7b811-9dad-11d1-80b4-00c04fd430c8",
	"oid":  "6ba7b812-9dad-11d1-80b4-00c04fd430c8",
	"x500": "6ba7b814-9dad-11d1-80b4-00c04fd430c8",
}

func uuidV5(c call) *Value {
	namespace, ok := c.text(0).Text()
	name, ok2 := c.text(1).Text()
	if !ok || !ok2 {
		return c.unknown(Function)
	}
	if known := namespaces[namespace]; known != "" {
		namespace = known
	}
	b, err := hex.DecodeString(strings.ReplaceAll(namespace, "-", ""))
	if err != nil || len(b) != 16 {
		return c.broken()
	}
	sum := sha1.Sum(append(b, name...))
	id := sum[:16]
	id[6] = id[6]&0x0f | 0x50
	id[8] = id[8]&0x3f | 0x80
	return NewText(fmt.Sprintf("%x-%x-%x-%x-%x", id[:4], id[4:6], id[6:8], id[8:10], id[10:]), c.place)
}

// charsets are the character encodings that are known here, by their names at IANA in capitals.
var charsets = map[string]struct {
	encode func(s string) []byte
	decode func(b []byte) string
}{
	"UTF-8":    {func(s string) []byte { return []byte(s) }, func(b []byte) string { return string(b) }},
	"UTF-16LE": {toUTF16(binary.LittleEndian), fromUTF16(binary.LittleEndian)},
	"UTF-16BE": {toUTF16(binary.BigEndian), fromUTF16(binary.BigEndian)},
}

func toUTF16(order binary.AppendByteOrder) func(string) []byte {
	return func(s string) (b []byte) {
		for _, u := range utf16.Encode([]rune(s)) {
			b = order.AppendUint16(b, u)
		}
		return b
	}
}

func fromUTF16(order binary.ByteOrder) func([]byte) string {
	return func(b []byte) string {
		units := make([]uint16, len(b)/2)
		for i := range units {
			units[i] = order.Uint16(b[2*i:])
		}
		return string(utf16.Decode(units))
	}
}

func textEncodeBase64(c call) *Value {
	s, ok := c.text(0).Text()
	name, ok2 := c.text(1).Text()
	charset, known := charsets[strings.ToUpper(name)]
	if !ok || !ok2 || !known {
		return c.unknown(Function)
	}
	return NewText(base64.StdEncoding.EncodeToString(charset.encode(s)), c.place)
}

func textDecodeBase64(c call) *Value {
	s, ok := c.text(0).Text()
	name, ok2 := c.text(1).Text()
	charset, known := charsets[strings.ToUpper(name)]
	if !ok || !ok2 || !known {
		return c.unknown(Function)
	}
	b, err := base64.StdEncoding.DecodeString(s)
	if err != nil {
		return c.broken()
	}
	return NewText(charset.decode(b), c.place)
}

// timeCompare is -1, 0 or 1 for a time that is before another one, the same, or after it.
func timeCompare(c call) *Value {
	var times [2]time.Time
	for i := range times {
		s, ok := c.text(i).Text()
		if !ok {
			return c.unknown(Function)
		}
		t, err := time.Parse(time.RFC3339, s)
		if err != nil {
			return c.failure()
		}
		times[i] = t
	}
	return NewNumber(int64(times[0].Compare(times[1])), c.place)
}
