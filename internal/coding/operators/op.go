package operators

// Op is one operator.
type Op uint8

// The operators. Negate and Future come from realis, the others from words.
const (
	None     Op = iota
	Negate      // did not, never
	Future      // will, is to
	Commit      // agree, promise, offer, plan, decide to
	Refuse      // refuse, decline, oppose, resist
	Deny        // deny having done
	Threaten    // threaten to
	Demand      // demand, urge, call for, ask
	Order       // order, instruct: what is ordered from one's own people is as good as begun
	Accuse      // accuse of, blame for
	Say         // say, claim, report: somebody else's words
	Announce    // announce, declare, approve
	Begin       // begin, resume, continue
	Stop        // stop, suspend, lift, cancel
	Help        // help, enable
	Let         // let, allow: a concession, whatever is allowed
	Fail        // fail to
	Try         // try, attempt, seek to
	Wish        // want, hope, consider
	Prevent     // prevent from, block
	opCount
)

var names = [opCount]string{"", "negated", "future", "commit", "refuse", "deny", "threaten", "demand", "order", "accuse", "say", "announce", "begin",
	"stop", "help", "let", "fail", "try", "wish", "prevent"}

// String is the operator's name in lower case.
func (o Op) String() string {
	if o < opCount {
		return names[o]
	}
	return "unknown"
}

// Parse is the operator of that name; false if there is none.
func Parse(name string) (Op, bool) {
	for o := Negate; o < opCount; o++ {
		if names[o] == name {
			return o, true
		}
	}
	return None, false
}
