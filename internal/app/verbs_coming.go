package app

import (
	"context"
	"io"
)

func (a *App) Queue(ctx context.Context, s Scope, ask QueueAsk) (Queue, error) {
	return Queue{}, coming
}
func (a *App) SuggestStatus(ctx context.Context) (SuggestStatus, error) {
	return SuggestStatus{}, coming
}
func (a *App) Explain(ctx context.Context, s Scope, hash string) (ExplainView, error) {
	return ExplainView{}, coming
}
func (a *App) Suggest(ctx context.Context, hash string) (SuggestReport, error) {
	return SuggestReport{}, coming
}
func (a *App) SuggestMany(ctx context.Context, req SuggestRequest) (SuggestStatus, error) {
	return SuggestStatus{}, coming
}
func (a *App) SuggestStop(ctx context.Context) (SuggestStatus, error) { return SuggestStatus{}, coming }
func (a *App) Decide(ctx context.Context, req DecideRequest) (Decision, error) {
	return Decision{}, coming
}
func (a *App) Undo(ctx context.Context, id, who, why string) (Decision, error) {
	return Decision{}, coming
}
func (a *App) AcceptanceRules(ctx context.Context, s Scope) (AcceptanceList, error) {
	return AcceptanceList{}, coming
}
func (a *App) TryAcceptanceRule(ctx context.Context, s Scope, slug string) (AcceptanceTrial, error) {
	return AcceptanceTrial{}, coming
}
func (a *App) PutAcceptanceRule(ctx context.Context, slug string, base int, req AcceptanceRequest) (AcceptanceRow, error) {
	return AcceptanceRow{}, coming
}
func (a *App) SwitchAcceptanceRule(ctx context.Context, slug string, req SwitchRequest) (AcceptanceRow, error) {
	return AcceptanceRow{}, coming
}
func (a *App) ApplyAcceptanceRule(ctx context.Context, slug, who string) (Decision, error) {
	return Decision{}, coming
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
