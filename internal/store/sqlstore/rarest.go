package sqlstore

import (
	"context"
	"fmt"
)

// rarestFirst puts the party with the fewest records first. Its records are read in order and the other parties looked
// up for each, so that the events of a hub towards a small state cost what the small state's cost. Parties that are not
// counted, such as sources, have few records and count as none.
func (d *DB) rarestFirst(ctx context.Context, f *filter) error {
	if len(f.party) < 2 || len(f.items)+len(f.keys) > 0 {
		return nil
	}
	rarest, least := 0, int64(-1)
	for i, p := range f.party {
		if len(p.Keys) == 0 { // nothing matches: the quickest of all
			rarest = i
			break
		}
		b := &builder{}
		b.WriteString("SELECT CAST(COALESCE(SUM(n), 0) AS BIGINT) FROM tally WHERE code " + b.among(p.Keys) + " AND kind " + b.among(f.kinds))
		var n int64
		if err := d.reader.QueryRowContext(ctx, b.String(), b.args...).Scan(&n); err != nil {
			return fmt.Errorf("looking for the rarest party: %w", err)
		}
		if least < 0 || n < least {
			rarest, least = i, n
		}
	}
	f.party[0], f.party[rarest] = f.party[rarest], f.party[0]
	return nil
}
