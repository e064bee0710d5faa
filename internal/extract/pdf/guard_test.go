package pdf

import (
	"bytes"
	"compress/zlib"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"
)

// objects writes a PDF file of the given objects, numbered from 1; trailer is the inside of its trailer.
func objects(trailer string, list ...string) []byte {
	var out bytes.Buffer
	var at []int
	out.WriteString("%PDF-1.4\n")
	for i, body := range list {
		at = append(at, out.Len())
		fmt.Fprintf(&out, "%d 0 obj\n%s\nendobj\n", i+1, body)
	}
	table := out.Len()
	fmt.Fprintf(&out, "xref\n0 %d\n0000000000 65535 f \n", len(at)+1)
	for _, a := range at {
		fmt.Fprintf(&out, "%010d 00000 n \n", a)
	}
	fmt.Fprintf(&out, "trailer\n<< /Size %d %s >>\nstartxref\n%d\n%%%%EOF\n", len(at)+1, strings.ReplaceAll(trailer, "HERE", fmt.Sprint(table)), table)
	return out.Bytes()
}

func packedStream(words string) string {
	var b bytes.Buffer
	z := zlib.NewWriter(&b)
	_, _ = z.Write([]byte(words))
	_ = z.Close()
	return fmt.Sprintf("<< /Filter /FlateDecode /Length %d >>\nstream\n%s\nendstream", b.Len(), b.String())
}

// Files that were made to hang or fill the machine are refused, soon.
func TestCirclesAndBombsAreRefused(t *testing.T) {
	const catalog, page = "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Page /Parent 2 0 R /Contents 4 0 R >>"
	tree := "<< /Type /Pages /Kids [3 0 R] /Count 1 >>"
	for name, c := range map[string]struct {
		raw  []byte
		want error
	}{
		"tables in a circle":       {objects("/Root 1 0 R /Prev HERE", catalog, tree, page, packedStream("")), ErrBroken},
		"a page tree in a circle":  {objects("/Root 1 0 R", catalog, "<< /Type /Pages /Kids [2 0 R] /Count 5 >>"), ErrTooLarge},
		"many pages that are one":  {objects("/Root 1 0 R", catalog, "<< /Type /Pages /Kids ["+strings.Repeat("3 0 R ", 3000)+"] /Count 1 >>", page, packedStream("")), ErrTooLarge},
		"parents in a circle":      {objects("/Root 1 0 R", catalog, tree, "<< /Type /Page /Parent 3 0 R /Contents 4 0 R >>", packedStream("BT (x) Tj ET")), ErrBroken},
		"a page that unpacks":      {objects("/Root 1 0 R", catalog, tree, page, packedStream(strings.Repeat(" ", 17<<20))), ErrTooLarge},
		"a page of letters":        {objects("/Root 1 0 R", catalog, tree, page, packedStream("BT ("+strings.Repeat("x", 12<<20)+") Tj ET")), ErrTooLarge},
		"states without end":       {objects("/Root 1 0 R", catalog, tree, page, packedStream(strings.Repeat("q ", 4<<20))), ErrTooLarge},
		"a table of many":          {[]byte(strings.Replace(string(objects("/Root 1 0 R", catalog, tree)), "xref\n0 3", "xref\n999999999999 3", 1)), ErrBroken},
		"a stream of many objects": {objects("/Root 1 0 R", "<< /Type /ObjStm /N 9999999 /First 1 >>", tree), ErrBroken},
	} {
		began := time.Now()
		_, err := Read(c.raw)
		if !errors.Is(err, c.want) {
			t.Errorf("%s: %v, want %v", name, err, c.want)
		}
		if took := time.Since(began); took > 10*time.Second {
			t.Errorf("%s took %s", name, took)
		}
	}
}

// Numbers that real files hold are no boast.
func TestRealNumbersAreNoBoast(t *testing.T) {
	for _, s := range []string{"/P 4294963392", "/Length 20000000", "/L 20971520", "/CreationDate (D:20251231120000)", "xref\n0 1\n0000000000 65535 f \n0020000000 00000 n \ntrailer", "/N 120", "/Size 800000"} {
		if boasts([]byte(s)) {
			t.Errorf("%q is refused", s)
		}
	}
}
