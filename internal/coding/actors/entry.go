package actors

// kind is what a name in the data is the name of.
type kind uint8

const (
	kNone    kind = iota
	kState        // Kazakhstan
	kDemonym      // Kazakh, Kazakhs
	kSeat         // Moscow, the Kremlin
	kOrg          // NATO, Hamas
	kBody         // State Duma, Gazprom: of a state, with a sector
	kPlace        // Kharkiv, Crimea
	kRegion       // Latin America: no code
	kRoster       // Central Asian, post-Soviet: a set of states
	kNot          // Paris Agreement
	kMedia        // Reuters
	kRole         // foreign minister, troops
	kDescr        // the country, both sides
	kTitle        // Mr
	kPerson       // a known person
	kUnknown      // a proper name that nobody knows
	kPair         // Russian-Kazakh
)

// marks of an entry.
type marks uint16

const (
	mAdjective marks = 1 << iota // a demonym as adjective
	mPeople                      // a demonym as plural noun
	mCaps                        // capital letters only
	mLower                       // may begin with a small letter
	mState                       // a role that acts for its state
	mTitle                       // a role that stands before a name
	mPart                        // a role that is a part: it takes the sector of what it is part of
	mCommon                      // a role that is one only beside a state or organisation
	mHead                        // head of state
	mGovern                      // head of government
	mForeign                     // foreign minister
	mPlural
	mMany // a description of several
	mOrg  // a description of an organisation
)

// entry is what is known of one name.
type entry struct {
	kind   kind
	marks  marks
	site   Site
	code   string
	sector string
	roster int16 // number of the set that the name also stands for, 0: none
}

func (e *entry) is(m marks) bool { return e.marks&m != 0 }

// nation reports whether the entry says whose something is: a state, organisation, seat, place or set of states.
func (e *entry) nation() bool {
	if e == nil {
		return false
	}
	switch e.kind {
	case kState, kDemonym, kSeat, kOrg, kPlace, kRegion, kRoster:
		return true
	}
	return false
}

// Site is what sort of place a mention names.
type Site uint8

// The sorts of place; a mention that names none has NoSite.
const (
	NoSite Site = iota
	Country
	Capital
	City
	Area // a region of a state, or one of several states
)
