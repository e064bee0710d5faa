package knowledge

import "orrery/ledger"

// Add takes a noun in that the coder can use; others are left out. So a region is made of a ledger's accepted records or of a
// casebook's rows alike.
func (r *Region) Add(n ledger.Noun) {
	switch n := n.(type) {
	case *ledger.Actor:
		r.Actors = append(r.Actors, n)
	case *ledger.Person:
		r.People = append(r.People, n)
	case *ledger.Membership:
		r.Memberships = append(r.Memberships, n)
	case *ledger.Item:
		r.Items = append(r.Items, n)
	case *ledger.RollCall:
		r.RollCalls = append(r.RollCalls, n)
	case *ledger.Vote:
		r.Votes = append(r.Votes, n)
	case *ledger.Stance:
		r.Stances = append(r.Stances, n)
	case *ledger.Region:
		for _, h := range n.Hubs {
			r.Hubs = append(r.Hubs, h.Actor)
		}
	}
}
