package eval

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
)

// grower writes expressions that mean something: each choice is a byte.
type grower struct {
	choices []byte
	depth   int
}

func (g *grower) choose(n int) int {
	if len(g.choices) == 0 {
		return 0
	}
	c := int(g.choices[0]) % n
	g.choices = g.choices[1:]
	return c
}

// sorts are the ways to write an expression of a sort; S, L, O, N, B and A stand for a string, a list, an object, a number,
// a boolean and anything. Those that come first are leaves.
var sorts = map[byte][]string{
	'S': {`"a"`, `var.u`, `"b-a"`, `""`, `"a${var.u}"`, `"${var.u}:b"`, `"a,b${var.u}c,d"`,
		`"${S}${S}"`, `join(S, L)`, `upper(S)`, `trimspace(" ${S} ")`, `trimprefix(S, "a")`, `trimsuffix(S, S)`, `trim(S, "a")`, `chomp("${S}\n")`,
		`format("%s-%v", S, A)`, `format("%q%%%s", S, S)`, `replace(S, "a", "bb")`, `replace(S, S, "-")`, `jsonencode(A)`, `base64encode(S)`,
		`base64decode(base64encode(S))`, `substr(S, 0, 1)`, `element(split(",", S), N)`, `coalesce(S, S)`, `"%{ if B }${S}%{ else }x%{ endif }"`,
		`"%{ for x in L }${x},%{ endfor }"`, `B ? S : S`, `lookup(O, S, S)`, `try(O.a, S)`, `one(L)`, `tostring(A)`, `indent(1, S)`, `yamlencode(A)`,
		`element(L, N)`, `urlencode(S)`, `title(S)`, `templatefile("files/greeting.tpl", { name = S, ports = L, debug = B })`, `nonsensitive(sensitive(S))`},
	'L': {`[]`, `["a"]`, `var.u`, `["a", var.u]`, `[1, "a"]`, `[var.u, "a", "b"]`, `[[var.u], ["b"]]`, `tolist(["a", var.u])`, `toset(["b", "a"])`,
		`[A, A]`, `concat(L, L)`, `concat(L, L, L)`, `flatten([L, L])`, `distinct(L)`, `compact(L)`, `reverse(L)`, `slice(L, 0, 1)`, `sort(L)`, `tolist(L)`, `toset(L)`,
		`setunion(L, L)`, `setsubtract(L, L)`, `setintersection(L, L)`, `keys(O)`, `values(O)`, `[for x in L : x]`, `[for i, x in L : i]`, `[for x in L : x if x == A]`,
		`[for k, v in O : v]`, `[for k, v in O : k if B]`, `B ? L : L`, `L[*].a`, `[O, O][*].a`, `split(S, S)`, `split(",", S)`, `formatlist("%s!", L)`, `chunklist(L, 1)`,
		`coalescelist(L, L)`, `jsondecode(jsonencode(L))`, `matchkeys(L, L, L)`, `try(L[0], L)`, `[O]`, `regexall("a", S)`, `yamldecode(yamlencode(L))`,
		`jsondecode("[1, ${jsonencode(A)}, \"x${S}\"]")`, `[for x in L : upper(x)]`, `{ for x in L : x => x... }["a"]`, `range(N)`, `formatlist("%s%s", L, S)`,
		`transpose({ a = L })["a"]`, `setproduct(L, L)`, `element([L, L], N)`},
	'O': {`{}`, `{ a = 1 }`, `var.u`, `{ a = var.u }`, `{ (var.u) = 1 }`, `{ a = 1, (var.u) = 2 }`, `{ (var.u) = 2, a = "x" }`, `{ a = var.u, b = ["x"] }`,
		`{ a = A, b = A }`, `merge(O, O)`, `merge(O, O, O)`, `merge([O, O]...)`, `{ for k, v in O : k => v }`, `{ for k, v in O : k => v if B }`, `{ for x in L : x => 1 }`,
		`{ for x in L : x => 1... }`, `zipmap(L, L)`, `B ? O : O`, `tomap(O)`, `jsondecode(jsonencode(O))`, `{ (S) = A }`, `try(O.b, O)`, `transpose(O)`,
		`jsondecode("{\"a\": \"x${S}\", \"${S}\": 1}")`, `merge(concat([O], L)...)`, `{ for k, v in O : v => k }`, `coalesce(O, O)`, `element([O, O], N)`, `one([O])`,
		`yamldecode(yamlencode(O))`, `{ for x in L : "${x}${S}" => x }`},
	'N': {`0`, `1`, `var.u`, `-1`, `length(L)`, `length(O)`, `length(S)`, `N + N`, `index(L, A)`, `sum(L)`, `tonumber(S)`, `B ? N : N`, `max(N, 1)`, `element(L, N)`, `N * 2`, `-N`,
		`parseint("1", 10)`, `O.a`, `abs(N)`},
	'B': {`true`, `var.u`, `false`, `A == A`, `N > N`, `B && B`, `B || B`, `!B`, `contains(L, A)`, `can(A)`, `can(O.a)`, `can(L[0])`, `startswith(S, "a")`, `endswith(S, S)`,
		`strcontains(S, "a")`, `alltrue(L)`, `anytrue(L)`, `L == L`, `O == O`, `S != S`, `length(L) == 0`, `length(L) > 1`, `tobool(S)`, `issensitive(A)`, `S == null`, `can(regex("a", S))`,
		`can(tonumber(S))`, `can(O[S])`, `try(B, false)`, `can(merge(O, O))`, `can(zipmap(L, L))`, `can(one(L))`},
	'A': {`S`, `L`, `O`, `N`, `B`, `null`, `L[0]`, `L[N]`, `O.a`, `O["b"]`, `O[S]`, `try(A, A)`, `B ? A : null`, `one(L)`, `lookup(O, "a", A)`, `element(L, N)`},
}

// maxGrown bounds how deep an expression grows.
const maxGrown = 6

func (g *grower) grow(sort byte) string {
	ways := sorts[sort]
	n := len(ways)
	if g.depth >= maxGrown && sort != 'A' {
		n = slices.IndexFunc(ways, func(w string) bool { return strings.ContainsAny(w, "SLONBA") && w != `"b-a"` })
	}
	g.depth++
	defer func() { g.depth-- }()
	var b strings.Builder
	way := ways[g.choose(n)]
	for i := range len(way) {
		if c := way[i]; sorts[c] != nil {
			b.WriteString("(" + g.grow(c) + ")")
		} else {
			b.WriteByte(c)
		}
	}
	return b.String()
}

func grown(choices []byte) string { return (&grower{choices: choices}).grow('A') }

func checkGrown(t *testing.T, choices []byte) {
	src := grown(choices)
	expr, diags := hclsyntax.ParseExpression([]byte(src), "main.tf", hcl.InitialPos)
	if diags.HasErrors() {
		t.Fatalf("%s: %s", src, diags)
	}
	checkFilled(t, src, func(s *Scope) *Value { return s.Eval(expr) })
}

// FuzzGrown evaluates expressions that are not known in part, of which each makes sense.
func FuzzGrown(f *testing.F) {
	random := rand.New(rand.NewPCG(3, 4))
	for range 300 {
		choices := make([]byte, 40)
		for i := range choices {
			choices[i] = byte(random.UintN(256))
		}
		f.Add(choices)
	}
	f.Fuzz(func(t *testing.T, choices []byte) {
		if len(choices) < 200 {
			checkGrown(t, choices)
		}
	})
}
