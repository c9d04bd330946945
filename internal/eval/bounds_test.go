package eval

import (
	"fmt"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
)

const (
	// boundTime and boundMemory are far above what any of the tests takes, and far below what it took without a bound.
	boundTime   = 30 * time.Second
	boundMemory = 1 << 30
)

// doubling are locals of which each holds the one before it twice, written by twice.
func doubling(first, twice string, n int) string {
	var b strings.Builder
	fmt.Fprintf(&b, "a0 = %s\n", first)
	for i := range n {
		fmt.Fprintf(&b, "a%d = %s\n", i+1, strings.ReplaceAll(twice, "A", fmt.Sprintf("local.a%d", i)))
	}
	fmt.Fprintf(&b, "last = local.a%d\n", n)
	return b.String()
}

// object100k is a JSON object of so many members.
func object100k() string {
	var b strings.Builder
	b.WriteString("{")
	for i := range 100_000 {
		fmt.Fprintf(&b, "\"key%d\": %d,\n", i, i%10)
	}
	return b.String() + `"last": true}`
}

// TestBounds: what would take for ever, or more memory than there is, is cut, and what is cut is not known.
func TestBounds(t *testing.T) {
	big := strings.Repeat("all work and no play\n", 50<<20/21)
	files := map[string]string{
		"50MB.txt":  big,
		"3MB.txt":   big[:3<<20],
		"3MB.json":  "[" + strings.Repeat("1,", 3<<19) + "1]",
		"100k":      object100k(),
		"deep":      strings.Repeat("[", 1_000_000),
		"self.tpl":  `${templatefile("self.tpl", {})}${templatefile("self.tpl", {})}`,
		"not.tpl":   "${" + strings.Repeat("!", 250_000) + "true}",
		"as.txt":    strings.Repeat("a", 50_000),
		"conds.tpl": "%{ for a in n }%{ if x == a }${a}%{ endif }%{ endfor }",
		"deep.tpl":  strings.Repeat(`${"`, 50_000) + strings.Repeat(`"}`, 50_000),
		"cond.tpl":  "${" + strings.Repeat("true ? 1 : ", 20_000) + "2}",
		"if.tpl":    strings.Repeat("%{ if true }", 20_000) + strings.Repeat("%{ endif }", 20_000),
		"line.tpl":  strings.Repeat("\n", 250_000) + "${1}",
		"seq.yaml":  strings.Repeat("- ", 120_000) + "1",
		"deep.yml":  strings.Repeat("[", 120_000),
		"laughs":    laughs(),
		"for.tpl":   strings.Repeat("%{ for a in n }", 9) + "x" + strings.Repeat("%{ endfor }", 9),
	}
	numbers := `[` + strings.Repeat("0,", 1000) + `]`
	for name, tt := range map[string]struct {
		locals string
		src    string
		cut    bool // the value is not known, in whole or in part
	}{
		"nested brackets":         {src: strings.Repeat("[", 10_000) + strings.Repeat("]", 10_000), cut: true},
		"nested objects":          {src: strings.Repeat("{ a = ", 5_000) + "1" + strings.Repeat("}", 5_000), cut: true},
		"nested templates":        {src: strings.Repeat(`"${[`, 2_000) + "1" + strings.Repeat(`][0]}x"`, 2_000), cut: true},
		"nested calls":            {src: strings.Repeat("upper(", 10_000) + `"a"` + strings.Repeat(")", 10_000), cut: true},
		"long sum":                {src: strings.Repeat("1 + ", 10_000) + "1", cut: true},
		"long conditional":        {src: strings.Repeat("var.x ? 1 : ", 5_000) + "1", cut: true},
		"alternatives":            {src: "[" + strings.Repeat("var.x ? 1 : 2,", 1000) + "]", cut: true},
		"alternatives in text":    {src: `"` + strings.Repeat(`${var.x ? "a" : "b"}`, 1000) + `"`, cut: true},
		"alternatives in calls":   {src: "coalesce(" + strings.Repeat(`var.x ? "a" : "b",`, 100) + `"c")`, cut: true},
		"alternatives in sum":     {src: strings.Repeat("(var.x ? 1 : 2) + ", 100) + "1", cut: true},
		"alternatives in merge":   {src: "merge(" + strings.Repeat(`var.x ? { a = 1 } : { b = 2 },`, 200) + ")", cut: true},
		"range":                   {src: "range(1e9)", cut: true},
		"nested loops":            {src: "[for a in range(1000) : [for b in range(1000) : [for c in range(1000) : 1]]]", cut: true},
		"nested loops of text":    {src: `join("", [for a in range(1000) : join("", [for b in range(1000) : join("", [for c in range(1000) : "x"])])])`, cut: true},
		"nested loops of lists":   {locals: "n = " + numbers, src: "[for a in local.n : concat(local.n, [for b in local.n : concat(local.n, [a, b])])]", cut: true},
		"large template":          {src: `templatefile("50MB.txt", {})`, cut: true},
		"large template, filled":  {src: `templatestring("$${var.x}${file("3MB.txt")}$${a}", { a = var.x })`, cut: true},
		"holes in a template":     {src: `templatestring(join("$${a}", [for i in range(1000) : var.x]), { a = 1 })`, cut: true},
		"many holes in templates": {src: `templatestring("$${a}${join("-", [for i in jsondecode(file("100k")) : var.x])}", { a = 1 })`, cut: true},
		"loops in a template":     {src: `templatefile("for.tpl", { n = range(1000) })`, cut: true},
		"cycle":                   {locals: "a = local.b\nb = [local.a]", src: "local.a", cut: true},
		"cycle of text":           {locals: `a = "x${local.a}"`, src: "local.a", cut: true},
		"chain of locals":         {locals: chain(100_000), src: "local.a99999", cut: true},
		"doubled text":            {locals: doubling(`"x"`, `"${A}${A}"`, 60), src: "local.last", cut: true},
		"doubled holes":           {locals: doubling(`var.x`, `"${A}-${A}"`, 60), src: "local.last", cut: true},
		"doubled lists":           {locals: doubling("1", "[A, A]", 60), src: "local.last", cut: true},
		"doubled lists, joined":   {locals: doubling("[1]", "concat(A, A)", 60), src: "local.last", cut: true},
		"doubled objects":         {locals: doubling("1", "{ a = A, b = A }", 60), src: "jsonencode(local.last)", cut: true},
		"doubled merges":          {locals: doubling("{ x = 1 }", "merge(A, { a = A, b = A })", 60), src: "local.last == {}"},
		"doubled encodings":       {locals: doubling(`"\""`, "jsonencode(A)", 60), src: `"${local.last}"`, cut: true},
		"doubled base64":          {locals: doubling(`"x"`, "base64encode(base64encode(A))", 60), src: `"${local.last}"`, cut: true},
		"doubled alternatives":    {locals: doubling("1", "var.x ? [A] : { a = A }", 60), src: "local.last", cut: true},
		"doubled replacements":    {locals: doubling(`"xx"`, `replace(A, "x", "xx")`, 60), src: "local.last", cut: true},
		"doubled splits":          {locals: doubling(`"x"`, `join("x", split("", "${A}${A}"))`, 30), src: "local.last", cut: true},
		"doubled sums":            {locals: doubling("aws_x.y.n", "A + A", 60), src: "local.last", cut: true},
		"doubled text, in a loop": {locals: doubling(`"-${var.x}"`, `"${A}${A}"`, 16), src: `[for i in range(1000) : "${local.last}${i}"]`, cut: true},
		"alternatives, compared":  {locals: doubling("1", `var.x ? { a = A } : { a = A, b = 1 }`, 20), src: `contains([local.last, 1], local.a19)`, cut: true},
		"slices":                  {locals: `a = keys(jsondecode(file("100k")))`, src: `[for i, k in local.a : slice(local.a, i, i + 1)]`, cut: true},
		"looking ahead":           {src: `regexall("a.*b|a", file("as.txt"))`, cut: true},
		"looking ahead, replaced": {src: `replace(file("as.txt"), "/a.*b|a/", "")`, cut: true},
		"patterns beside holes":   {locals: `a = "${var.x}${substr(file("as.txt"), 0, 18000)}"`, src: `[for i in range(500) : replace(local.a, "/a+ *b/", "")]`, cut: true},
		"conditions in a loop":    {src: `templatefile("conds.tpl", { n = range(1000), x = var.x })`, cut: true},
		"product":                 {src: "setproduct(range(1000), range(1000), range(1000))", cut: true},
		"power of numbers":        {src: "pow(10, 1e9)", cut: true},
		"large number":            {src: `tostring(jsondecode("1e999999999"))`, cut: true},
		"large number in a sum":   {src: `jsondecode("1e1000") * jsondecode("1e1000") * jsondecode("1e1000")`, cut: true},
		"long number":             {src: `parseint(file("3MB.txt"), 36)`, cut: true},
		"width":                   {src: `format("%1000000000d", 1)`, cut: true},
		"width in a list":         {src: `formatlist("%999999999s", range(1000))`, cut: true},
		"indent":                  {src: `indent(1000000000, "a\nb")`, cut: true},
		"indent of many lines":    {src: `indent(1000, file("3MB.txt"))`, cut: true},
		"replacement":             {src: `replace(file("3MB.txt"), "a", file("3MB.txt"))`, cut: true},
		"replacement not known":   {src: `replace(file("3MB.txt"), "a", var.x)`, cut: true},
		"replaced pattern":        {src: `replace(file("3MB.txt"), "/./", "$0$0$0$0$0$0")`, cut: true},
		"pattern":                 {src: `regexall(".", file("3MB.txt"))`, cut: true},
		"pattern of patterns":     {src: `regex("((a{0,100}){0,100}){0,100}b", "aaaaaaaaaaaaaaaa")`, cut: true},
		"large file":              {src: `file("50MB.txt")`, cut: true},
		"large file, upper":       {src: `length(upper(file("3MB.txt")))`},
		"large file, split":       {src: `length(split("\n", file("3MB.txt")))`, cut: true},
		"large file, split small": {src: `length(split("", file("3MB.txt")))`, cut: true},
		"large file as a list":    {src: `jsondecode(file("3MB.json"))`, cut: true},
		"large file as CSV":       {src: `csvdecode(file("3MB.txt"))`, cut: true},
		"large file as YAML":      {src: `yamldecode(file("3MB.txt"))`, cut: true},
		"large file, often":       {src: `[for i in range(1000) : md5(file("3MB.txt"))]`, cut: true},
		"large heredoc":           {src: "<<EOT\n" + big[:50_000*21] + "EOT\n"},
		"large text":              {src: `"` + strings.Repeat("x", 50<<20) + `"`, cut: true},
		"large text, changed":     {locals: `a = "` + strings.Repeat("x", 3<<20) + `"`, src: `[for i in range(1000) : upper(local.a)]`, cut: true},
		"large text, replaced":    {locals: `a = "` + strings.Repeat("x", 3<<20) + `"`, src: `replace(local.a, "x", local.a)`, cut: true},
		"large text, in a list":   {locals: `a = "` + strings.Repeat("x", 3<<20) + `"`, src: `jsonencode([for i in range(1000) : local.a])`, cut: true},
		"many keys":               {src: `jsondecode(file("100k"))`},
		"many keys, merged":       {src: `merge(jsondecode(file("100k")), jsondecode(file("100k")))`},
		"many keys, gone through": {src: `{ for k, v in jsondecode(file("100k")) : upper(k) => v if v > 5 }`, cut: true},
		"many keys, as a set":     {src: `toset(keys(jsondecode(file("100k"))))`},
		"many keys, looked up":    {locals: `a = jsondecode(file("100k"))`, src: `[for k in keys(local.a) : lookup(local.a, k, 0)]`, cut: true},
		"many keys, searched":     {locals: `a = keys(jsondecode(file("100k")))`, src: `[for k in local.a : contains(local.a, k)]`, cut: true},
		"many keys, grouped":      {src: `{ for k, v in jsondecode(file("100k")) : v => k... }`, cut: true},
		"many keys, not known":    {src: `{ for k, v in jsondecode(file("100k")) : "${var.x}${k}" => v }`, cut: true},
		"many elements, distinct": {src: `distinct([for k, v in jsondecode(file("100k")) : "${var.x}${k}"])`, cut: true},
		"many elements, flatter":  {src: `flatten([for i in range(1000) : [for j in range(1000) : [i, j]]])`, cut: true},
		"many elements, equal":    {locals: `a = values(jsondecode(file("100k")))`, src: `[for i in range(1000) : local.a == local.a]`, cut: true},
		"deep JSON":               {src: `jsondecode(file("deep"))`, cut: true},
		"template of itself":      {src: `templatefile("self.tpl", {})`, cut: true},
		"operators in a template": {src: `templatefile("not.tpl", {})`, cut: true},
		"deep template":           {src: `templatefile("deep.tpl", {})`, cut: true},
		"conditions in templates": {src: `templatefile("cond.tpl", {})`},
		"deep conditions":         {src: `templatefile("if.tpl", {})`, cut: true},
		"lines of a template":     {src: `templatefile("line.tpl", {})`, cut: true},
		"deep YAML":               {src: `yamldecode(file("seq.yaml"))`, cut: true},
		"brackets in YAML":        {src: `yamldecode(file("deep.yml"))`, cut: true},
		"laughs":                  {src: `yamldecode(file("laughs"))`, cut: true},
		"glob":                    {src: `fileset("files", "{{{{{{{{{*,*},*},*},*},*},*},*},*},*}**/**/**/**/**/**/**/x")`},
		"host number":             {src: `cidrhost("10.0.0.0/8", 1e100)`, cut: true},
		"subnets":                 {src: `cidrsubnets("::/0", range(1, 129)...)`},
		"attempts":                {src: strings.Repeat("try(var.x.y, ", 300) + "1" + strings.Repeat(")", 300), cut: true},
	} {
		t.Run(name, func(t *testing.T) {
			expr, diags := hclsyntax.ParseExpression([]byte(tt.src), "main.tf", hcl.InitialPos)
			if diags.HasErrors() {
				t.Fatal(diags)
			}
			root := module(t, tt.locals, files)
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			start := time.Now()
			v := root.scope().Eval(expr)
			whole := v.WhollyKnown()
			_, text := v.Text()
			v.DecodeJSON().WhollyKnown()
			v.AllRefs()
			took := time.Since(start)
			runtime.ReadMemStats(&after)
			allocated := after.TotalAlloc - before.TotalAlloc
			t.Logf("%v, %d MB", took.Round(time.Millisecond), allocated>>20)
			if took > boundTime || allocated > boundMemory {
				t.Errorf("took %v and %d MB", took, allocated>>20)
			}
			if whole == tt.cut && !v.failed || tt.cut && text {
				t.Errorf("known: %v, as a text: %v", whole, text)
			}
		})
	}
}

// laughs is YAML of which each line stands for ten of the line before.
func laughs() string {
	var b strings.Builder
	b.WriteString("a0: &a0 [x]\n")
	for i := range 12 {
		fmt.Fprintf(&b, "a%d: &a%d [%s]\n", i+1, i+1, strings.Repeat(fmt.Sprintf("*a%d, ", i), 10))
	}
	return b.String()
}

// chain are locals of which each is the one before it in a list.
func chain(n int) string {
	var b strings.Builder
	b.WriteString("a0 = []\n")
	for i := range n - 1 {
		fmt.Fprintf(&b, "a%d = [local.a%d]\n", i+1, i)
	}
	return b.String()
}
