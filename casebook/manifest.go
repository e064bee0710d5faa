package casebook

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
)

// PackageFile is the name of the file that describes a casebook.
const PackageFile = "datapackage.json"

// Manifest is what a casebook says of itself. It stands in datapackage.json: name,
// title, description and version are Frictionless's own, the rest is under "orrery".
type Manifest struct {
	Name    string // slug of the casebook, e.g. "postsoviet"
	Title   string // the region as it stands in a sentence, e.g. "the post-Soviet space"
	About   string // one or two sentences
	Version string // of the facts, e.g. "1.0.0"
	Orrery  Orrery
}

// Orrery is the part of datapackage.json that tells the program what to show.
type Orrery struct {
	Hub    string   `json:"hub"`              // the hub that a first visit shows
	Hubs   []Hub    `json:"hubs"`             // every hub that may be chosen, the default among them
	States []string `json:"states"`           // the region's states in the order screens list them
	Seats  []Hub    `json:"seats,omitempty"`  // their capitals, for the picture of states around a hub
	Litmus string   `json:"litmus,omitempty"` // the reaction item that a first visit opens
}

// Hub is an actor with its capital: a centre against which alignment may be measured, or a
// state of the region.
type Hub struct {
	Actor   string  `json:"actor"`
	Capital string  `json:"capital"`
	Lat     float64 `json:"lat"` // degrees north, −90…90
	Lon     float64 `json:"lon"` // degrees east, −180…180
}

// parseManifest reads datapackage.json. Faults name the line and column.
func parseManifest(b []byte) (Manifest, []Fault) {
	s := newSheet(PackageFile, string(b))
	if bytes.HasPrefix(b, []byte(bom)) {
		return Manifest{}, []Fault{s.fault(0, "", "the file starts with a byte-order mark", "save it as UTF-8 without a byte-order mark")}
	}
	var p dataPackage
	if err := json.Unmarshal(b, &p); err != nil {
		return Manifest{}, []Fault{jsonFault(s, err)}
	}
	m := Manifest{Name: p.Name, Title: p.Title, About: p.Description, Version: p.Version, Orrery: p.Orrery}
	c := manifestChecker{sheet: s, places: jsonPlaces(b)}
	c.need("name", m.Name, "give the casebook a short name in lower case")
	c.need("title", m.Title, `name the region as in a sentence: "the post-Soviet space"`)
	c.need("version", m.Version, `write the version of the facts, e.g. "1.0.0"`)
	c.need("orrery.hub", m.Orrery.Hub, "name the hub that a first visit shows")
	if len(m.Orrery.States) == 0 {
		c.report("orrery.states", "the region has no states", "list their codes in the order in which screens show them")
	}
	c.hubs(m.Orrery)
	c.resources(p.Resources)
	return m, c.faults
}

func jsonFault(s *sheet, err error) Fault {
	offset := 0
	if e, ok := errors.AsType[*json.SyntaxError](err); ok {
		offset = int(e.Offset) - 1
	} else if e, ok := errors.AsType[*json.UnmarshalTypeError](err); ok {
		offset = int(e.Offset) - 1
	}
	return s.fault(min(max(offset, 0), len(s.text)), "", "the file is not the JSON that was expected ("+err.Error()+")", "correct it at this place")
}

type manifestChecker struct {
	*sheet
	places map[string]int
	faults []Fault
}

func (c *manifestChecker) report(path, problem, do string) {
	c.faults = append(c.faults, c.fault(place(c.places, path), path, path+": "+problem, do))
}

func (c *manifestChecker) need(path, value, do string) {
	if value == "" {
		c.report(path, "is missing or empty", do)
	}
}

func (c *manifestChecker) hubs(o Orrery) {
	listed := false
	for i, h := range o.Hubs {
		listed = listed || h.Actor == o.Hub
		c.capital(fmt.Sprintf("orrery.hubs.%d", i), h)
	}
	if !listed && o.Hub != "" {
		c.report("orrery.hubs", "the default hub "+o.Hub+" is not among the hubs", "add it with its capital")
	}
	for i, seat := range o.Seats {
		path := fmt.Sprintf("orrery.seats.%d", i)
		c.capital(path, seat)
		if !slices.Contains(o.States, seat.Actor) {
			c.report(path+".actor", "names "+seat.Actor+", which is not among the states", "write a code that orrery.states lists")
		}
	}
}

func (c *manifestChecker) capital(path string, h Hub) {
	c.need(path+".capital", h.Capital, "name the capital")
	if h.Lat < -90 || h.Lat > 90 {
		c.report(path+".lat", "is not a latitude", "write degrees north between -90 and 90")
	}
	if h.Lon < -180 || h.Lon > 180 {
		c.report(path+".lon", "is not a longitude", "write degrees east between -180 and 180")
	}
}

// resources holds the file's description of the tables to the format.
func (c *manifestChecker) resources(got []resource) {
	names := map[string]resource{}
	for _, r := range got {
		names[r.Name] = r
	}
	for _, t := range Tables() {
		r, ok := names[t.Name]
		if !ok {
			c.report("resources", "does not describe "+t.File(), "add the table as docs/formats/casebook.md shows")
			continue
		}
		header := make([]string, len(r.Schema.Fields))
		for i, f := range r.Schema.Fields {
			header[i] = f.Name
		}
		if !equal(header, t.Header()) {
			c.report("resources", "describes other columns of "+t.File()+" than the format has", "copy the table's schema from docs/formats/casebook.md")
		}
	}
}

func equal(a, b []string) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}
