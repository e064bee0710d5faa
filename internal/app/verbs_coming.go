package app

import (
	"context"
	"io"
)

func (a *App) Explain(ctx context.Context, s Scope, hash string) (ExplainView, error) {
	return ExplainView{}, coming
}
func (a *App) Agreement(ctx context.Context, s Scope, ask AgreementAsk) (AgreementView, error) {
	return AgreementView{}, coming
}
func (a *App) Adjudicate(ctx context.Context, req AdjudicateRequest) (Decision, error) {
	return Decision{}, coming
}
func (a *App) Export(ctx context.Context, format string, documents []string, w io.Writer) (string, error) {
	return "", coming
}

var coming = &Error{Code: Invalid, Text: "this is being built"}
