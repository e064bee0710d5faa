package server

import (
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
