package polecat

import (
	"strings"

	"orrery/internal/dataset/reports"
	"orrery/ledger"
)

// earlier are words of earlier drafts of PLOVER for what the manual of 2021 names otherwise. They are never written to.
var earlierTypes = map[string]ledger.EventType{"DEMAND": ledger.EventRequest}
var earlierModes = map[string]string{"confiscate": "seize", "assassinate": "targeted", "sever": "discontinue", "strike-gen": "strike",
	"strike-lim": "strike", "strike-hun": "hunger", "suicide": "suicide-attack"}

// event writes type, mode and contexts into a report. What PLOVER does not have is counted and left out.
func event(r *reports.Report, kind, mode, contexts string, s *reports.Summary) {
	r.Code, r.Label = kind, mode
	kind = strings.ToUpper(kind)
	r.Type = ledger.EventType(strings.Clone(kind))
	if now, ok := earlierTypes[kind]; ok {
		r.Type = now
	}
	if !r.Type.Valid() {
		s.Unknown.Add("type "+kind, r.Line)
		r.Type = ""
		return
	}
	r.Mode = modeOf(r.Type, mode)
	if r.Mode == "" && mode != "" {
		s.Unknown.Add("mode "+kind+" "+mode, r.Line)
	}
	for context := range strings.SplitSeq(contexts, ";") {
		context = strings.ToLower(strings.ReplaceAll(strings.TrimSpace(context), " ", "_"))
		switch {
		case context == "" || context == "none":
		case ledger.ValidContext(context):
			r.Contexts = append(r.Contexts, context)
		default:
			s.Unknown.Add("context "+context, r.Line)
		}
	}
	// Who talks or trades with whom is the same thing from both sides; who visits is not.
	r.Mutual = r.Type == ledger.EventConsult && r.Mode != "visit" || r.Type == ledger.EventCooperate
}

// modeOf is the mode as PLOVER spells it; files write it bare or behind its type ("SANCTION-withdraw"). "" when the type has no such mode.
func modeOf(kind ledger.EventType, mode string) string {
	mode = strings.TrimPrefix(mode, string(kind)+"-")
	mode = strings.ToLower(strings.NewReplacer("_", "-", " ", "-").Replace(mode))
	if now, ok := earlierModes[mode]; ok {
		mode = now
	}
	if !ledger.ValidMode(kind, mode) {
		return ""
	}
	return mode
}
