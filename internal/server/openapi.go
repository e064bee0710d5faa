package server

import (
	"encoding/json"
	"reflect"
	"strings"

	"github.com/danielgtaylor/huma/v2"
)

// tighten makes the description say what the views really give, so that types made
// from it need no casts: lists are never null, and an object behind a pointer may be.
func tighten(doc *huma.OpenAPI) {
	schemas := doc.Components.Schemas
	for name, s := range schemas.Map() {
		t := schemas.TypeFromRef("#/components/schemas/" + name)
		for t != nil && t.Kind() == reflect.Pointer {
			t = t.Elem()
		}
		if t == nil || t.Kind() != reflect.Struct {
			continue
		}
		for _, f := range reflect.VisibleFields(t) {
			field, options, _ := strings.Cut(f.Tag.Get("json"), ",")
			p := s.Properties[field]
			if p == nil {
				continue
			}
			notNull(p)
			for inner := p; inner != nil; inner = inner.Items {
				if inner.Type == "number" && unlimited(f.Type) {
					inner.Nullable = true
				}
			}
			if f.Type.Kind() == reflect.Pointer && p.Ref != "" && !strings.Contains(options, "omitempty") {
				s.Properties[field] = &huma.Schema{Description: p.Description, AnyOf: []*huma.Schema{{Ref: p.Ref}, {Type: "null"}}}
			}
		}
	}
}

// notNull takes null away from a list and from the lists inside it.
func notNull(s *huma.Schema) {
	for ; s != nil && s.Type == "array"; s = s.Items {
		s.Nullable = false
	}
}

// unlimited says whether a number writes itself, which it does to be null where it has no value that JSON could hold.
func unlimited(t reflect.Type) bool {
	for t.Kind() == reflect.Slice {
		t = t.Elem()
	}
	return t.Kind() == reflect.Float64 && t.Implements(reflect.TypeFor[json.Marshaler]())
}

// schemaName names a type's schema. What an engine gives has the engine's name before it: its words are short and meant within it.
func schemaName(t reflect.Type, hint string) string {
	name := huma.DefaultSchemaNamer(t, hint)
	for t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	if _, engine, ok := strings.Cut(t.PkgPath(), "/model/"); ok && t.Name() != "" {
		return strings.ToUpper(engine[:1]) + engine[1:] + name
	}
	return name
}
