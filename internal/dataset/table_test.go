package dataset

import (
	"errors"
	"io"
	"strings"
	"testing"
)

func TestTable(t *testing.T) {
	table, err := OpenTable("f.csv", strings.NewReader("\xEF\xBB\xBFFirst Name,b-c\r\nx,\"y\nz\"\r\n1,2\r\n"), 100)
	if err != nil {
		t.Fatal(err)
	}
	if table.Find("nothing", "first_name") != 0 || table.Find("b_c") != 1 || table.Find("x") != -1 {
		t.Errorf("columns of %v", table.Header())
	}
	row, err := table.Next()
	if err != nil || row[1] != "y\nz" {
		t.Errorf("%q, %v", row, err)
	}
	if _, err = table.Next(); err != nil || table.Line() != 4 {
		t.Errorf("line %d, %v", table.Line(), err)
	}
	if err := table.Fault(1, "wrong"); err.Error() != "f.csv:4:3: wrong" {
		t.Error(err)
	}
	if _, err = table.Next(); !errors.Is(err, io.EOF) {
		t.Error(err)
	}
}

// endless is a table whose first quotation mark is never closed.
type endless struct{ started bool }

func (e *endless) Read(p []byte) (int, error) {
	if !e.started {
		e.started = true
		return copy(p, "a,b\n\""), nil
	}
	for i := range p {
		p[i] = "xxxxxxxxx\n"[i%10]
	}
	return len(p), nil
}

func TestRowsAreBounded(t *testing.T) {
	table, err := OpenTable("f.csv", &endless{}, 1<<16)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := table.Next(); err == nil || !strings.Contains(err.Error(), "f.csv:") || !strings.Contains(err.Error(), "longer than 65536 bytes") {
		t.Errorf("an endless row: %v", err)
	}
}
