package ledger

import "fmt"

const doClock = "write hours, minutes and seconds, as in 2025-12-31T09:30:00Z"

// clock reads "T09:30:00" and the offset: nothing, Z, +05 or +05:30.
func (r *dateReader) clock(d *Date) {
	if d.start.form != formDay || d.start.mark != 0 {
		r.fail(r.at, "a time of day after a date that is not a plain day", "give the full day without ~ ? %, or leave the time out")
		return
	}
	r.take('T')
	hour := r.bounded("hour", 23)
	r.colon()
	minute := r.bounded("minute", 59)
	r.colon()
	second := r.bounded("second", 59)
	d.clock = int32(hour*3600 + minute*60 + second)
	d.zone = zoneAbsent
	if r.take('Z') {
		d.zone = zoneUTC
		return
	}
	from, west := r.at, r.peek() == '-'
	if !r.take('+') && !r.take('-') {
		return
	}
	offset := 60 * r.bounded("offset hour", 14)
	if r.take(':') {
		offset += r.bounded("offset minute", 59)
	}
	switch {
	case offset > 14*60:
		r.fail(from, "an offset of more than 14 hours", "write an offset from -14:00 to +14:00")
	case offset == 0 && west:
		r.fail(from, "an offset of -00:00", "write Z for UTC, or leave an unknown offset out")
	case west:
		d.zone, d.offset = zoneOffset, int16(-offset)
	case offset > 0:
		d.zone, d.offset = zoneOffset, int16(offset)
	default:
		d.zone = zoneUTC
	}
}

func (r *dateReader) bounded(what string, most int) int {
	from := r.at
	n := r.digits(2, "the "+what, doClock)
	if n > most {
		r.fail(from, fmt.Sprintf("there is no %s %d", what, n), fmt.Sprintf("write 00 to %d", most))
	}
	return n
}

func (r *dateReader) colon() {
	if r.err == nil && !r.take(':') {
		r.fail(r.at, r.found()+" where a colon is needed", doClock)
	}
}
