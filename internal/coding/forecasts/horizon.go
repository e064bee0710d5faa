package forecasts

import (
	"orrery/internal/coding/dates"
	"orrery/internal/coding/reading"
	"orrery/ledger"
)

// horizonOf is the last day that the sentence gives a forecast, as a day; zero if it gives none after published. Dates within
// tokens [skipFrom, skipTo), the condition, say when something else comes.
// Of words that are reported only the dates within them count.
func horizonOf(s *reading.Sentence, published ledger.Date, skipFrom, skipTo int, said *reading.Said) ledger.Date {
	var best ledger.Date
	_, now := published.Span()
	for _, d := range s.Dates {
		if said != nil && !said.Content.Holds(d.Span) || d.From >= skipFrom && d.From < skipTo || d.Sign == dates.Since || d.Sign == dates.After {
			continue
		}
		var end ledger.Day
		switch {
		case !d.When.IsZero():
			if _, end = d.When.Span(); end == ledger.MaxDay {
				continue
			}
		case d.Lag > 0 && !published.IsZero() && (d.Sign == dates.Within || d.Sign == dates.By):
			end = now + ledger.Day((d.Lag+23)/24)
		default:
			continue
		}
		if !published.IsZero() && end < now {
			continue
		}
		if day := end.Date(); best.IsZero() || best.Compare(day) < 0 {
			best = day
		}
	}
	if published.IsZero() && len(s.Dates) == 0 {
		return ledger.Date{}
	}
	return best
}

// general is the horizon that the whole text gives its forecasts: the year beside a word like "prediction" or "prospects" in its
// headings or first sentences. Zero: none.
func (r *Reader) general(doc *reading.Reading) ledger.Date {
	_, now := doc.Document.Published.Span()
	for i := range doc.Sentences {
		s := &doc.Sentences[i]
		if i >= 8 {
			break
		}
		titled := false
		for t := range s.Tokens {
			if _, n := r.titles.Index(s.Tokens, t); n > 0 {
				titled = true
				break
			}
		}
		if !titled {
			continue
		}
		for _, d := range s.Dates {
			if d.When.IsZero() || d.When.Precision() != ledger.PrecisionYear {
				continue
			}
			if _, end := d.When.Span(); end != ledger.MaxDay && (doc.Document.Published.IsZero() || end > now) {
				return end.Date()
			}
		}
	}
	return ledger.Date{}
}
