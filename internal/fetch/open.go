package fetch

import (
	"context"
	"errors"
	"io"
	"mime"
	"net/http"
	"strconv"
	"strings"
	"time"
)

// DefaultStall is how long a file may send nothing before its download is given up.
const DefaultStall = 60 * time.Second

// Ask is a file that is too large to hold in memory. Its bounds are its own: Limits.MaxBytes and Limits.TotalTime are for pages.
type Ask struct {
	URL string
	// MaxBytes is the largest file in bytes, the part that is there already included. Required; a larger one is a *Refusal.
	MaxBytes int64
	// Stall is how long the server may send nothing, headers or body, before it is a *Failure. Default DefaultStall.
	Stall time.Duration
	// From asks for the bytes from here on, 0 for all. Unless the file is still the one that Validator names the server sends all
	// of it, so that Validator is required with From: a strong ETag or a Last-Modified as the server sent it.
	From      int64
	Validator string
	// ETag and LastModified, as the server sent them with a copy that is at hand, ask for the file only if it is another one.
	ETag, LastModified string
}

// Stream is a file on its way. Read it to its end and close it.
type Stream struct {
	URL          string // that answered, after redirects
	Unchanged    bool   // the copy at hand is the file (status 304): there is nothing to read
	From         int64  // place of the first byte in the file: Ask.From, or 0 when all of it is sent
	Size         int64  // of the whole file in bytes, -1 when the server does not say
	MediaType    string // as in Page
	ETag         string
	LastModified string

	ctx    context.Context
	client *Client
	body   io.ReadCloser
	cancel context.CancelCauseFunc
	watch  *time.Timer
	stall  time.Duration
	at     int64
	max    int64
}

// errStall tells our own deadline from the caller's.
var errStall = errors.New("the server sends nothing")

// Open asks for a file under the same guard as Get. Errors are those of Get; the body is not decompressed on the way, so that places
// in it are those of the file.
func (c *Client) Open(ctx context.Context, ask Ask) (*Stream, error) {
	u, err := c.check(ask.URL)
	if err != nil {
		return nil, err
	}
	asked := u.String()
	if ask.Stall <= 0 {
		ask.Stall = DefaultStall
	}
	ctx, cancel := context.WithCancelCause(ctx)
	s := &Stream{ctx: ctx, client: c, cancel: cancel, stall: ask.Stall, max: ask.MaxBytes, Size: -1, URL: asked}
	s.watch = time.AfterFunc(ask.Stall, func() { cancel(errStall) })
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, asked, nil)
	if err != nil {
		s.Close()
		return nil, &Refusal{URL: asked, Reason: "this is not a web address", Do: "Give a full address such as https://example.org/file.csv."}
	}
	header := map[string]string{"User-Agent": c.limits.UserAgent, "Accept": "*/*", "Accept-Encoding": "identity", "If-None-Match": ask.ETag, "If-Modified-Since": ask.LastModified}
	if ask.From > 0 && ask.Validator != "" {
		header["Range"], header["If-Range"] = "bytes="+strconv.FormatInt(ask.From, 10)+"-", ask.Validator
	}
	for name, value := range header {
		if value != "" {
			req.Header.Set(name, value)
		}
	}
	resp, err := c.http.Do(req) //nolint:bodyclose // the stream closes it
	if err != nil {
		defer s.Close()
		return nil, s.explain(err)
	}
	s.body, s.URL = resp.Body, resp.Request.URL.String()
	if err := s.head(resp, ask); err != nil {
		s.Close()
		return nil, err
	}
	return s, nil
}

// head reads what the server says before the body.
func (s *Stream) head(resp *http.Response, ask Ask) error {
	s.ETag, s.LastModified = resp.Header.Get("ETag"), resp.Header.Get("Last-Modified")
	if media, _, err := mime.ParseMediaType(resp.Header.Get("Content-Type")); err == nil {
		s.MediaType = media
	}
	switch resp.StatusCode {
	case http.StatusNotModified:
		s.Unchanged = ask.ETag != "" || ask.LastModified != ""
	case http.StatusOK:
		s.Size = resp.ContentLength
	case http.StatusPartialContent:
		first, size, ok := contentRange(resp.Header.Get("Content-Range"))
		if !ok || first != ask.From || ask.From == 0 {
			return &Failure{URL: s.URL, Reason: "the server sent another part than was asked for", Do: "Delete the part that was downloaded and start again."}
		}
		s.From, s.Size = first, size
	default:
		return statusError(s.URL, resp)
	}
	if resp.StatusCode == http.StatusNotModified && !s.Unchanged {
		return statusError(s.URL, resp)
	}
	if coding := resp.Header.Get("Content-Encoding"); coding != "" && coding != "identity" {
		return &Refusal{URL: s.URL, Reason: "the server packs the file as " + strconv.Quote(coding) + " although it was asked not to", Do: "Download it in a browser and use the file."}
	}
	if s.at = s.From; s.Size > s.max {
		return tooLarge(s.URL, s.max)
	}
	return nil
}

// contentRange reads "bytes 100-199/200"; size is -1 for "*".
func contentRange(text string) (first, size int64, ok bool) {
	rest, ok := strings.CutPrefix(text, "bytes ")
	span, whole, cut := strings.Cut(rest, "/")
	from, _, dash := strings.Cut(span, "-")
	if !ok || !cut || !dash {
		return 0, 0, false
	}
	if size = -1; whole != "*" {
		var err error
		if size, err = strconv.ParseInt(whole, 10, 64); err != nil || size < 0 {
			return 0, 0, false
		}
	}
	first, err := strconv.ParseInt(from, 10, 64)
	return first, size, err == nil && first >= 0
}

// Read gives the next bytes. A file that ends before its size, stalls or grows beyond the bound is an error.
func (s *Stream) Read(p []byte) (int, error) {
	n, err := s.body.Read(p)
	s.watch.Reset(s.stall)
	if s.at += int64(n); s.at > s.max {
		return 0, tooLarge(s.URL, s.max)
	}
	switch {
	case errors.Is(err, io.EOF) && s.Size >= 0 && s.at != s.Size:
		return n, s.explain(io.ErrUnexpectedEOF)
	case err != nil && !errors.Is(err, io.EOF):
		return n, s.explain(err)
	}
	return n, err
}

// Close ends the download, whether or not all of it was read.
func (s *Stream) Close() {
	s.watch.Stop()
	if s.body != nil {
		s.body.Close()
	}
	s.cancel(nil)
}

func (s *Stream) explain(err error) error {
	if errors.Is(context.Cause(s.ctx), errStall) {
		return &Failure{URL: s.URL, Reason: "the server sent nothing for " + s.stall.String(), Do: "Start it again later: what has arrived is kept.", Err: err}
	}
	return s.client.explain(s.ctx, s.URL, err)
}
