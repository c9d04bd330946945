package eval

import (
	"crypto/md5"
	"crypto/sha1"
	"crypto/sha256"
	"crypto/sha512"
	"encoding/base64"
	"encoding/hex"
	"net/url"
	"strings"

	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/function/stdlib"
)

// functions are Terraform's functions, but for try and can, which evaluate their arguments themselves. It is filled in
// init because templates call functions in turn.
//
// Functions that move values about keep the places and the unknown parts of what they move; the others are written plainly.
// What is not in the table is unknown: what a provider defines, and what Terraform no longer has.
var functions map[string]builtin

func init() {
	functions = map[string]builtin{
		// Numbers
		"abs":      plainly(stdlib.AbsoluteFunc),
		"ceil":     plainly(stdlib.CeilFunc),
		"floor":    plainly(stdlib.FloorFunc),
		"log":      plainly(stdlib.LogFunc),
		"max":      plainly(stdlib.MaxFunc),
		"min":      plainly(stdlib.MinFunc),
		"parseint": plainly(stdlib.ParseIntFunc),
		"pow":      plainly(stdlib.PowFunc),
		"signum":   plainly(stdlib.SignumFunc),
		"sum":      takes(1, 1, sum),

		// Strings
		"chomp":       takes(1, 1, chomp),
		"endswith":    takes(2, 2, endsWith),
		"format":      takesNull(1, many, format),
		"formatlist":  takesNull(1, many, formatList),
		"indent":      takes(2, 2, indent),
		"join":        join,
		"lower":       takes(1, 1, mapRuns(plainText(stdlib.LowerFunc))),
		"regex":       plainly(stdlib.RegexFunc),
		"regexall":    takes(2, 2, regexAll),
		"replace":     takes(3, 3, replace),
		"split":       takes(2, 2, split),
		"startswith":  takes(2, 2, startsWith),
		"strcontains": takes(2, 2, stringContains),
		"strrev":      plainly(stdlib.ReverseFunc),
		"substr":      takes(3, 3, substr),
		"title":       plainly(stdlib.TitleFunc),
		"trim":        takes(2, 2, trim),
		"trimprefix":  takes(2, 2, trimPrefix),
		"trimspace":   takes(1, 1, trimSpace),
		"trimsuffix":  takes(2, 2, trimSuffix),
		"upper":       takes(1, 1, mapRuns(plainText(stdlib.UpperFunc))),

		// Lists
		"alltrue":         takes(1, 1, allTrue),
		"anytrue":         takes(1, 1, anyTrue),
		"chunklist":       takes(2, 2, chunkList),
		"coalesce":        takesNull(1, many, coalesce),
		"coalescelist":    takesNull(1, many, coalesceList),
		"compact":         takes(1, 1, compact),
		"concat":          concat,
		"contains":        takesNull(2, 2, contains),
		"distinct":        takes(1, 1, distinct),
		"element":         takes(2, 2, element),
		"flatten":         takes(1, 1, flatten),
		"index":           takesNull(2, 2, indexOf),
		"length":          takes(1, 1, length),
		"matchkeys":       takes(3, 3, matchKeys),
		"one":             takes(1, 1, one),
		"range":           plainly(stdlib.RangeFunc),
		"reverse":         takes(1, 1, reverse),
		"setintersection": takes(1, many, setIntersection),
		"setproduct":      takes(2, many, setProduct),
		"setsubtract":     takes(2, 2, setSubtract),
		"setunion":        takes(1, many, setUnion),
		"slice":           takes(3, 3, slice),
		"sort":            takes(1, 1, sortTexts),
		"tolist":          converted(cty.List(cty.DynamicPseudoType)),
		"toset":           converted(cty.Set(cty.DynamicPseudoType)),

		// Objects
		"keys":      takes(1, 1, keys),
		"lookup":    takesNull(2, 3, lookup),
		"merge":     merge,
		"tomap":     converted(cty.Map(cty.DynamicPseudoType)),
		"transpose": takes(1, 1, transpose),
		"values":    takes(1, 1, values),
		"zipmap":    takes(2, 2, zipmap),

		// Encodings
		"base64decode":     takes(1, 1, base64Decode),
		"base64encode":     takes(1, 1, encoded(base64Text)),
		"base64gzip":       takes(1, 1, encoded(gzipText)),
		"csvdecode":        plainly(stdlib.CSVDecodeFunc),
		"jsondecode":       takes(1, 1, jsonDecode),
		"jsonencode":       encodedValue(jsonText),
		"textdecodebase64": takes(2, 2, textDecodeBase64),
		"textencodebase64": takes(2, 2, textEncodeBase64),
		"urlencode":        takes(1, 1, mapRuns(url.QueryEscape)),
		"yamldecode":       takes(1, 1, yamlDecode),
		"yamlencode":       encodedValue(yamlText),

		// Hashes
		"base64sha256": takes(1, 1, hashed(sha256.New, base64.StdEncoding.EncodeToString)),
		"base64sha512": takes(1, 1, hashed(sha512.New, base64.StdEncoding.EncodeToString)),
		"md5":          takes(1, 1, hashed(md5.New, hex.EncodeToString)),
		"sha1":         takes(1, 1, hashed(sha1.New, hex.EncodeToString)),
		"sha256":       takes(1, 1, hashed(sha256.New, hex.EncodeToString)),
		"sha512":       takes(1, 1, hashed(sha512.New, hex.EncodeToString)),
		"uuidv5":       takes(2, 2, uuidV5),

		// Files
		"abspath":          takes(1, 1, absPath),
		"basename":         takes(1, 1, ofPath(baseName)),
		"dirname":          takes(1, 1, ofPath(dirName)),
		"file":             takes(1, 1, readFile),
		"filebase64":       takes(1, 1, fileBase64),
		"filebase64sha256": takes(1, 1, hashedFile(sha256.New, base64.StdEncoding.EncodeToString)),
		"filebase64sha512": takes(1, 1, hashedFile(sha512.New, base64.StdEncoding.EncodeToString)),
		"fileexists":       takes(1, 1, fileExists),
		"filemd5":          takes(1, 1, hashedFile(md5.New, hex.EncodeToString)),
		"filesha1":         takes(1, 1, hashedFile(sha1.New, hex.EncodeToString)),
		"filesha256":       takes(1, 1, hashedFile(sha256.New, hex.EncodeToString)),
		"filesha512":       takes(1, 1, hashedFile(sha512.New, hex.EncodeToString)),
		"fileset":          takes(2, 2, fileSet),
		"pathexpand":       takes(1, 1, pathExpand),
		"templatefile":     takes(2, 2, templateFile),
		"templatestring":   takes(2, 2, templateString),

		// Addresses and times
		"cidrhost":    takes(2, 2, cidr(cidrHost)),
		"cidrnetmask": takes(1, 1, cidr(cidrNetmask)),
		"cidrsubnet":  takes(3, 3, cidr(cidrSubnet)),
		"cidrsubnets": takes(1, many, cidr(cidrSubnets)),
		"formatdate":  plainly(stdlib.FormatDateFunc),
		"timeadd":     plainly(stdlib.TimeAddFunc),
		"timecmp":     takes(2, 2, timeCompare),

		// What tells something else each time, or is no business of anybody who only reads
		"bcrypt":        func(c call) *Value { return c.unknown(Function) },
		"plantimestamp": func(c call) *Value { return c.unknown(Function) },
		"rsadecrypt":    func(c call) *Value { return c.unknown(Function) },
		"timestamp":     func(c call) *Value { return c.unknown(Function) },
		"uuid":          func(c call) *Value { return c.unknown(Function) },

		// Types
		"ephemeralasnull": only, // an ephemeral value is unknown here, and a known one stays what it is
		"issensitive":     isSensitive,
		"nonsensitive":    nonsensitive,
		"sensitive":       sensitive,
		"tobool":          converted(cty.Bool),
		"tonumber":        converted(cty.Number),
		"tostring":        converted(cty.String),
	}
}

// What functions that never fail look at.
const (
	anything = iota // nothing: they take whatever it is
	wholes          // their arguments must be of a type, whatever is in them
	parts           // and so must what is in them
)

// neverFails are functions that take whatever is of the types that they are called with.
var neverFails = func() map[string]int {
	named := map[string]int{}
	for looks, names := range map[int]string{
		anything: `ephemeralasnull issensitive jsonencode nonsensitive plantimestamp sensitive timestamp uuid yamlencode`,
		wholes:   `concat contains flatten keys length merge reverse values`,
		parts: `abs alltrue anytrue base64encode base64gzip chomp chunklist compact distinct endswith format formatlist join lower
			md5 replace setintersection setproduct setsubtract setunion sha1 sha256 sha512 sort split startswith strcontains strrev
			title tolist toset tostring trim trimprefix trimspace trimsuffix upper urlencode`,
	} {
		for name := range strings.FieldsSeq(names) {
			named[name] = looks
		}
	}
	return named
}()

// only is the one argument of a function that changes nothing.
func only(c call) *Value {
	if len(c.args) != 1 {
		return c.broken()
	}
	return c.args[0]
}

// converted is the argument converted to a type.
func converted(ty cty.Type) builtin {
	return func(c call) *Value {
		if len(c.args) != 1 {
			return c.broken()
		}
		return c.args[0].as(ty)
	}
}

// sensitive is not looked into, unless nonsensitive allows it.
func sensitive(c call) *Value {
	if len(c.args) != 1 {
		return c.broken()
	}
	v := NewUnknown(c.place, &Cause{Kind: Sensitive, What: "what sensitive() marks", Range: c.place.Range}, c.args[0].AllRefs()...)
	v.encoded = c.args[0]
	return v
}

func nonsensitive(c call) *Value {
	if len(c.args) != 1 {
		return c.broken()
	}
	return c.args[0].mapAlternatives(func(v *Value) *Value {
		if v.kind == unknown && v.encoded != nil {
			return v.child(v.encoded)
		}
		return v
	})
}

func isSensitive(c call) *Value {
	if len(c.args) != 1 {
		return c.broken()
	}
	v := c.args[0]
	switch {
	case v.kind == unknown && v.cause != nil && v.cause.Kind == Sensitive:
		return NewBool(true, c.place)
	case v.WhollyKnown():
		return NewBool(false, c.place)
	}
	return c.unknown(Function)
}
