package app

import (
	"context"

	"orrery/ledger"
)

// Meta is what a face needs before it draws anything.
func (a *App) Meta(ctx context.Context, s Scope) (MetaView, error) {
	r, err := a.open(ctx, s)
	if err != nil {
		return MetaView{}, err
	}
	name, version := a.store.Engine()
	v := MetaView{Version: a.version, Engine: joined(name, " ", version), Region: r.region.Title, Regions: r.regions, Hub: r.named(r.hub),
		States: r.namedAll(r.region.States), Item: r.region.Item, Writable: !a.readOnly, Who: a.who, Hubs: []HubView{}, Seats: []HubView{}}
	if v.Regions == nil {
		v.Regions = []Named{}
	}
	for _, h := range r.region.Hubs {
		v.Hubs = append(v.Hubs, HubView{r.named(h.Actor), h.Capital, h.Lat, h.Lon})
	}
	for _, seat := range r.region.Seats {
		v.Seats = append(v.Seats, HubView{r.named(seat.Actor), seat.Capital, seat.Lat, seat.Lon})
	}
	stock, err := a.store.Inventory(ctx, s.AsOf)
	for _, one := range stock {
		if one.Status == ledger.Accepted {
			v.Records += one.N
		}
	}
	return v, err
}
