package plover

import "strings"

// Flat is a record as one row of a table: lists are joined by "; ", parties line up by place (code, sector, text).
type Flat struct {
	ID              string  `csv:"id" parquet:"id"`
	Date            string  `csv:"date" parquet:"date"`
	EndDate         string  `csv:"enddate" parquet:"enddate"`
	DateType        string  `csv:"date_type" parquet:"date_type,dict"`
	Event           string  `csv:"event" parquet:"event,dict"`
	Mode            string  `csv:"mode" parquet:"mode,dict"`
	Context         string  `csv:"context" parquet:"context,dict"`
	Quad            int32   `csv:"quad_code" parquet:"quad_code"`
	Scale           float64 `csv:"event_scale" parquet:"event_scale"`
	ActorCode       string  `csv:"actor_code" parquet:"actor_code,dict"`
	ActorSector     string  `csv:"actor_sector" parquet:"actor_sector,dict"`
	ActorText       string  `csv:"actor_text" parquet:"actor_text"`
	RecipientCode   string  `csv:"recipient_code" parquet:"recipient_code,dict"`
	RecipientSector string  `csv:"recipient_sector" parquet:"recipient_sector,dict"`
	RecipientText   string  `csv:"recipient_text" parquet:"recipient_text"`
	EventText       string  `csv:"event_text" parquet:"event_text"`
	Sequence        int32   `csv:"sequence" parquet:"sequence"`
	Start           int64   `csv:"start" parquet:"start"`
	End             int64   `csv:"end" parquet:"end"`
	Citation        string  `csv:"citation" parquet:"citation,dict"`
	URL             string  `csv:"url" parquet:"url,dict"`
	Title           string  `csv:"title" parquet:"title,dict"`
	Publication     string  `csv:"publication" parquet:"publication,dict"`
	Language        string  `csv:"language" parquet:"language,dict"`
	Confidence      float64 `csv:"confidence" parquet:"confidence"`
	Frame           string  `csv:"frame" parquet:"frame,dict"`
	Operators       string  `csv:"operators" parquet:"operators,dict"`
	Coder           string  `csv:"coder" parquet:"coder,dict"`
	Text            string  `csv:"text" parquet:"text"`
}

// Flat is the record as a row.
func (r Record) Flat() Flat {
	f := Flat{ID: r.ID, Date: r.Date, EndDate: r.EndDate, DateType: r.DateType, Event: list(r.Event), Mode: list(r.Mode), Context: list(r.Context), Quad: int32(r.Quad), Scale: r.Scale,
		EventText: list(r.EventText), Sequence: int32(r.TextInfo.Sequence), Start: int64(r.TextInfo.Start), End: int64(r.TextInfo.End),
		Citation: r.CiteInfo.Citation, URL: r.CiteInfo.URL, Title: r.CiteInfo.Title, Publication: r.CiteInfo.Publication, Language: r.CiteInfo.Language,
		Confidence: r.Confidence, Frame: r.Frame, Operators: list(r.Operators), Coder: r.Coder, Text: r.Text}
	f.ActorCode, f.ActorSector, f.ActorText = columns(r.Actor)
	f.RecipientCode, f.RecipientSector, f.RecipientText = columns(r.Recipient)
	return f
}

func columns(parties []Entity) (codes, sectors, texts string) {
	var c, s, t []string
	for _, p := range parties {
		c, s, t = append(c, p.Code), append(s, p.Sector), append(t, p.Text)
	}
	return list(c), list(s), list(t)
}

func list(parts []string) string { return strings.Join(parts, "; ") }
