package finding

import (
	"bytes"
	"encoding/json"
	"flag"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"reflect"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/pincite/pincite/internal/statute"
)

var update = flag.Bool("update", false, "write schema.json anew from the types")

// TestSchemaSaysWhatTheTypesSay derives the schema from the types and their
// comments: a field without its place in the schema, or the other way round,
// fails here.
func TestSchemaSaysWhatTheTypesSay(t *testing.T) {
	want := derive(t)
	if *update {
		if err := os.WriteFile("schema.json", want, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if got := Schema(); !*update && !bytes.Equal(got, want) {
		t.Error("schema.json is not what the types say: run go test ./internal/finding -update and read the diff")
	}
}

// enums are the words of fields that are plain strings in Go.
var enums = map[string][]string{
	"SourceCoverage.state": {"well", "failed", "doubtful", "old"},
	"Change.kind":          {"added", "removed", "amended", "repealed", "renumbered", "status"},
	"DiffPart.op":          {"equal", "delete", "insert"},
	"Stale.class":          {"a", "b", "c", "d"},
	"Finding.state":        {"", "new", "open", "fixed", "reappeared", "waived"},
	"WaiverReport.state":   {"in_force", "lapsed", "expired", "unused"},
	"SourceQuote.part":     {"", "catchline", "history", "note"},
}

var named = map[reflect.Type][]string{
	reflect.TypeFor[Severity]():       texts(Severities()),
	reflect.TypeFor[Certainty]():      texts([]Certainty{Certain, Likely, Possible}),
	reflect.TypeFor[Verdict]():        texts([]Verdict{Supported, PartlySupported, NotSupported, Contradicted, Unverified}),
	reflect.TypeFor[Outcome]():        texts([]Outcome{Publish, Correct, DoNotPublish, NotAuditable}),
	reflect.TypeFor[statute.Status](): texts(statute.Statuses()),
	reflect.TypeFor[FixAction](): texts([]FixAction{ReplaceSource, RemoveSource, MoveMarker, AddSource, CorrectText, AddText,
		RemoveText, CorrectTitle, Recheck}),
}

func texts[T ~string](in []T) []string {
	out := make([]string, len(in))
	for i := range in {
		out[i] = string(in[i])
	}
	return out
}

type object = map[string]any

// deriver walks the types; comments are by "Type" and "Type.Field".
type deriver struct {
	comments map[string]string
	defs     object
}

func derive(t *testing.T) []byte {
	t.Helper()
	d := deriver{comments: comments(t), defs: object{}}
	root := d.structure(reflect.TypeFor[Report]())
	root["$schema"] = "https://json-schema.org/draft/2020-12/schema"
	root["$id"] = "urn:pincite:report:" + strconv.Itoa(SchemaVersion)
	root["title"] = "Pincite audit report"
	root["$defs"] = d.defs
	out, err := json.MarshalIndent(root, "", "  ")
	if err != nil {
		t.Fatal(err)
	}
	return append(out, '\n')
}

func (d *deriver) structure(typ reflect.Type) object {
	properties, required := object{}, []string{}
	d.fields(typ, typ.Name(), properties, &required)
	out := object{"type": "object", "additionalProperties": false, "properties": properties, "required": required}
	if c := d.comments[typ.Name()]; c != "" {
		out["description"] = c
	}
	return out
}

func (d *deriver) fields(typ reflect.Type, owner string, properties object, required *[]string) {
	for i := range typ.NumField() {
		field := typ.Field(i)
		if field.Anonymous {
			d.fields(field.Type, field.Type.Name(), properties, required)
			continue
		}
		name, options, _ := strings.Cut(field.Tag.Get("json"), ",")
		optional := strings.Contains(options, "omit")
		properties[name] = d.property(field, typ.Name(), owner, name, optional)
		if !optional {
			*required = append(*required, name)
		}
	}
}

func (d *deriver) property(field reflect.StructField, typ, owner, name string, optional bool) object {
	schema := d.schema(field.Type, optional)
	if words := enums[typ+"."+name]; words != nil {
		schema["enum"] = words
	}
	if c := d.comments[owner+"."+field.Name]; c != "" {
		schema["description"] = c
	}
	if typ == "Report" && name == "schema_version" {
		schema["const"] = SchemaVersion
	}
	return schema
}

func (d *deriver) schema(typ reflect.Type, optional bool) object {
	switch typ {
	case reflect.TypeFor[time.Time]():
		return object{"type": "string", "format": "date-time"}
	case reflect.TypeFor[statute.Ref]():
		return object{"type": "string", "pattern": `^([1-9][0-9]*\.[1-9][0-9]*)?$`}
	case reflect.TypeFor[statute.Date]():
		return object{"type": []string{"string", "null"}, "format": "date"}
	}
	if words := named[typ]; words != nil {
		return object{"type": "string", "enum": words}
	}
	switch typ.Kind() {
	case reflect.String:
		return object{"type": "string"}
	case reflect.Int:
		return object{"type": "integer"}
	case reflect.Float64:
		return object{"type": "number"}
	case reflect.Bool:
		return object{"type": "boolean"}
	case reflect.Slice:
		return d.array(typ)
	case reflect.Map:
		return object{"type": "object", "additionalProperties": d.schema(typ.Elem(), false)}
	case reflect.Pointer:
		return d.pointer(typ.Elem(), optional)
	case reflect.Struct:
		return d.ref(typ)
	}
	panic("no schema for " + typ.String())
}

// array may be null only for the numbers of a measure that was not taken.
func (d *deriver) array(typ reflect.Type) object {
	out := object{"type": "array", "items": d.schema(typ.Elem(), false)}
	if typ.Elem().Kind() == reflect.Float64 {
		out["type"], out["minItems"], out["maxItems"] = []string{"array", "null"}, 3, 3
	}
	return out
}

func (d *deriver) pointer(elem reflect.Type, optional bool) object {
	inner := d.schema(elem, optional)
	if optional {
		return inner
	}
	return object{"anyOf": []any{inner, object{"type": "null"}}}
}

func (d *deriver) ref(typ reflect.Type) object {
	if _, known := d.defs[typ.Name()]; !known {
		d.defs[typ.Name()] = object{}
		d.defs[typ.Name()] = d.structure(typ)
	}
	return object{"$ref": "#/$defs/" + typ.Name()}
}

// comments reads the doc comments of the package's types and fields.
func comments(t *testing.T) map[string]string {
	t.Helper()
	found := map[string]string{}
	for _, name := range []string{"report.go", "finding.go"} {
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.ParseComments)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(file, func(n ast.Node) bool {
			if decl, ok := n.(*ast.GenDecl); ok {
				collect(decl, found)
			}
			return true
		})
	}
	return found
}

func collect(decl *ast.GenDecl, found map[string]string) {
	for _, spec := range decl.Specs {
		typ, ok := spec.(*ast.TypeSpec)
		if !ok {
			continue
		}
		found[typ.Name.Name] = oneLine(decl.Doc.Text())
		structure, ok := typ.Type.(*ast.StructType)
		if !ok {
			continue
		}
		for _, field := range structure.Fields.List {
			for _, name := range field.Names {
				found[typ.Name.Name+"."+name.Name] = oneLine(field.Doc.Text())
			}
		}
	}
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// TestSchemaRefusesWhatItDoesNotKnow breaks one thing of a valid report at a
// time.
func TestSchemaRefusesWhatItDoesNotKnow(t *testing.T) {
	schema := compiled(t)
	if err := schema.Validate(whole(t)); err != nil {
		t.Fatalf("a valid report is refused: %v", err)
	}
	for name, spoil := range map[string]func(object){
		"unknown field":      func(r object) { r["surprise"] = 1 },
		"missing field":      func(r object) { delete(r, "edition") },
		"other version":      func(r object) { r["schema_version"] = 2 },
		"null list":          func(r object) { r["answers"] = nil },
		"inner unknown":      func(r object) { first(r, "answers")["surprise"] = true },
		"inner missing":      func(r object) { delete(first(r, "answers"), "outcome") },
		"unknown outcome":    func(r object) { first(r, "answers")["outcome"] = "fine" },
		"unknown severity":   func(r object) { first(first(r, "answers"), "findings")["severity"] = "bad" },
		"ref without a dot":  func(r object) { first(first(r, "answers"), "findings")["ref"] = "12" },
		"fix without words":  func(r object) { delete(first(first(r, "answers"), "findings")["fix"].(object), "say") },
		"source state":       func(r object) { first(r["coverage"].(object), "sources")["state"] = "so-so" },
		"two-number measure": func(r object) { r["measured"].(object)["x"].(object)["precision"] = []any{0.1, 0.2} },
	} {
		report := whole(t)
		spoil(report)
		if schema.Validate(report) == nil {
			t.Errorf("%s: the schema accepts it", name)
		}
	}
}

func first(o object, key string) object { return o[key].([]any)[0].(object) }

func compiled(t *testing.T) *jsonschema.Schema {
	t.Helper()
	document, err := jsonschema.UnmarshalJSON(bytes.NewReader(Schema()))
	if err != nil {
		t.Fatal(err)
	}
	compiler := jsonschema.NewCompiler()
	compiler.AssertFormat()
	if err := compiler.AddResource("report.json", document); err != nil {
		t.Fatal(err)
	}
	schema, err := compiler.Compile("report.json")
	if err != nil {
		t.Fatal(err)
	}
	return schema
}

// whole is a small valid report as plain values.
func whole(t *testing.T) object {
	t.Helper()
	r := Report{SchemaVersion: SchemaVersion, Run: "r1", Edition: "sha256:1", Rules: "sha256:2", Judge: "none"}
	r.Answers = []AnswerReport{{ID: "a", Jurisdiction: "ZZ", Outcome: Correct, Findings: []Finding{{
		ID: "f-1", Rule: "x", Severity: High, Certainty: Certain, Ref: statute.Ref{Document: 1, Section: 2},
		Message: "m", Fix: Fix{Action: Recheck, Say: "s"},
	}}}}
	r.Coverage.Sources = []SourceCoverage{{ID: "s", State: "well"}}
	r.Measured = map[string]Measure{"x": {Precision: []float64{0.9, 0.8, 0.95}, N: 3}}
	data, err := json.Marshal(r.Canonical())
	if err != nil {
		t.Fatal(err)
	}
	value, err := jsonschema.UnmarshalJSON(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	return value.(object)
}

func TestSchemaIsACopy(t *testing.T) {
	Schema()[0] = 'x'
	if Schema()[0] != '{' {
		t.Error("a caller can change the schema")
	}
}

// TestCanonicalHasNoNullLists walks an empty report.
func TestCanonicalHasNoNullLists(t *testing.T) {
	empty := Report{Answers: []AnswerReport{{Claims: []ClaimReport{{Citations: []CitationReport{{}}}}, Findings: []Finding{{}}}},
		Sections: []SectionText{{}}, Changes: []Change{{}}, Since: &Since{}, Trend: []TrendPoint{{}}}
	data, err := json.Marshal(empty.Canonical())
	if err != nil {
		t.Fatal(err)
	}
	for _, field := range []string{"claims", "findings", "sources", "citations", "evidence", "source_quotes", "hierarchy", "words", "stale", "new", "by_severity"} {
		if strings.Contains(string(data), `"`+field+`":null`) {
			t.Errorf("%s is null", field)
		}
	}
	if empty.Answers[0].Sources != nil || empty.Since.New != nil {
		t.Error("Canonical changed the report it was given")
	}
}
