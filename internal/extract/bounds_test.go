package extract

import (
	"errors"
	"fmt"
	"strings"
	"testing"
)

// A message whose text is larger than a document may be is refused, not cut.
func TestALongMessageIsNotCut(t *testing.T) {
	raw := "From: a@example.org\r\nSubject: Long\r\n\r\n" + strings.Repeat("Some words of it. ", MaxText/18+2)
	_, err := Extract([]byte(raw), Hint{FileName: "long.eml"})
	var refused *Unreadable
	if !errors.As(err, &refused) || !strings.Contains(refused.Reason, "larger than 10 MiB") {
		t.Errorf("%v", err)
	}
}

func TestManyAttachmentsMakeOneShortNote(t *testing.T) {
	var raw strings.Builder
	raw.WriteString("From: a@example.org\r\nContent-Type: multipart/mixed; boundary=B\r\n\r\n--B\r\n\r\nThe words of it.\r\n")
	for i := range 500 {
		fmt.Fprintf(&raw, "--B\r\nContent-Type: image/png\r\nContent-Disposition: attachment; filename=\"%d-%s.png\"\r\n\r\nx\r\n", i, strings.Repeat("x", 400))
	}
	raw.WriteString("--B--\r\n")
	x, err := Extract([]byte(raw.String()), Hint{FileName: "m.eml"})
	if err != nil {
		t.Fatal(err)
	}
	if note := strings.Join(x.Notes, " "); len(note) > 5000 || !strings.Contains(note, "and 480 more") {
		t.Errorf("a note of %d bytes: %.80s", len(note), note)
	}
}

func TestADeepWordDocumentIsRefused(t *testing.T) {
	raw := wordFile(t, strings.Repeat("<w:p>", 100_000)+strings.Repeat("</w:p>", 100_000)+"<w:p><w:r><w:t>Words.</w:t></w:r></w:p>")
	if _, err := Extract(raw, Hint{FileName: "deep.docx"}); err == nil {
		t.Error("it was read")
	}
}
