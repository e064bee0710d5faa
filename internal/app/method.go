package app

import (
	"context"
	"slices"
)

// Method is the page of a model, align or irt, made from its documentation and from its
// run under the scope. Errors: NotFound for another model.
func (a *App) Method(ctx context.Context, s Scope, model string) (MethodView, error) {
	pages := map[string]func(context.Context, Scope) (MethodView, error){alignModel: a.methodAlign, "irt": a.methodIRT}
	if page := pages[model]; page != nil {
		return page(ctx, s)
	}
	var known []string
	for name := range pages {
		known = append(known, name)
	}
	slices.Sort(known)
	return MethodView{}, missing("model", model, known)
}
