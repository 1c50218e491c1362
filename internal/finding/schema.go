package finding

import _ "embed"

//go:embed schema.json
var schema []byte

// Schema gives the JSON Schema (2020-12) of a report, as `pincite schema`
// prints it. The caller may keep and change the copy.
func Schema() []byte { return append([]byte(nil), schema...) }
