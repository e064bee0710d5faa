package fetch

import (
	"context"
	"crypto/tls"
	"errors"
	"io"
	"mime"
	"net"
	"net/http"
	"strings"
	"time"
)

// Page is what one fetch brought.
type Page struct {
	URL          string    // the address that was asked for, in CheckURL's spelling
	FinalURL     string    // the address that answered, after redirects
	Status       int       // 200–299
	MediaType    string    // such as "text/html", lower case, "" if the server said none
	Charset      string    // such as "windows-1251" as the server wrote it, lower case, "" if it said none
	ETag         string    // as sent, "" if none
	LastModified string    // as sent, "" if none
	Body         []byte    // complete, decompressed, otherwise untouched
	RetrievedAt  time.Time // when the body was complete, by the client's clock, UTC
}

// Get fetches one page. Errors are *Refusal (a rule or limit), *StatusError (the server had no page) or *Failure (the network, or
// ctx ended); each says what to do.
func (c *Client) Get(ctx context.Context, rawURL string) (*Page, error) {
	return c.GetIf(ctx, rawURL, Validators{})
}

// Validators are what an earlier answer said of its version; see Page.
type Validators struct {
	ETag, LastModified string
}

// ErrNotModified says that the page is what it was when the validators were given.
var ErrNotModified = errors.New("the page has not changed")

// GetIf fetches a page unless it is the same as before: then the error is ErrNotModified. Without validators it is Get.
func (c *Client) GetIf(ctx context.Context, rawURL string, v Validators) (*Page, error) {
	u, err := c.check(rawURL)
	if err != nil {
		return nil, err
	}
	asked := u.String()
	ctx, cancel := context.WithTimeoutCause(ctx, c.limits.TotalTime, errTotalTime)
	defer cancel()
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, asked, nil)
	if err != nil {
		return nil, &Refusal{URL: asked, Reason: "this is not a web address", Do: "Give a full address such as https://example.org/page."}
	}
	req.Header.Set("User-Agent", c.limits.UserAgent)
	req.Header.Set("Accept", "text/html, application/xhtml+xml, text/plain, text/markdown;q=0.9, */*;q=0.1")
	if v.ETag != "" {
		req.Header.Set("If-None-Match", v.ETag)
	}
	if v.LastModified != "" {
		req.Header.Set("If-Modified-Since", v.LastModified)
	}
	resp, err := c.http.Do(req)
	if err != nil {
		return nil, c.explain(ctx, asked, err)
	}
	defer resp.Body.Close()
	final := resp.Request.URL.String()
	if resp.StatusCode == http.StatusNotModified && v != (Validators{}) {
		return nil, ErrNotModified
	}
	if resp.StatusCode < 200 || resp.StatusCode > 299 {
		return nil, statusError(final, resp)
	}
	body, err := c.readBody(ctx, final, resp)
	if err != nil {
		return nil, err
	}
	page := &Page{
		URL: asked, FinalURL: final, Status: resp.StatusCode, Body: body,
		ETag: resp.Header.Get("ETag"), LastModified: resp.Header.Get("Last-Modified"), RetrievedAt: c.now().UTC(),
	}
	if media, params, err := mime.ParseMediaType(resp.Header.Get("Content-Type")); err == nil {
		page.MediaType, page.Charset = media, strings.ToLower(params["charset"])
	}
	return page, nil
}

// errTotalTime tells our own deadline from the caller's.
var errTotalTime = errors.New("total time of the fetch is over")

// readBody reads one byte more than allowed, so that a body of exactly the limit passes and a longer one is an error rather than
// a page that ends in the middle.
func (c *Client) readBody(ctx context.Context, final string, resp *http.Response) ([]byte, error) {
	if resp.ContentLength > c.limits.MaxBytes {
		return nil, tooLarge(final, c.limits.MaxBytes)
	}
	body, err := io.ReadAll(io.LimitReader(resp.Body, c.limits.MaxBytes+1))
	if int64(len(body)) > c.limits.MaxBytes {
		return nil, tooLarge(final, c.limits.MaxBytes)
	}
	if err != nil {
		return nil, c.explain(ctx, final, err)
	}
	return body, nil
}

// explain turns an error of net/http into one of ours.
func (c *Client) explain(ctx context.Context, asked string, err error) error {
	if refusal, ok := errors.AsType[*Refusal](err); ok {
		return refusal
	}
	if errors.Is(context.Cause(ctx), errTotalTime) {
		return tooSlow(asked, c.limits.TotalTime, err)
	}
	if errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded) {
		return &Failure{URL: asked, Reason: "the fetch was stopped", Do: "Start it again when you need it.", Err: err}
	}
	if dns, ok := errors.AsType[*net.DNSError](err); ok {
		if dns.IsNotFound {
			return &Failure{URL: asked, Reason: "there is no host named " + dns.Name, Do: "Check the spelling of the address.", Err: err}
		}
		return &Failure{URL: asked, Reason: "the name " + dns.Name + " could not be looked up", Do: "Check this computer's network and name server.", Err: err}
	}
	if _, ok := errors.AsType[*tls.CertificateVerificationError](err); ok {
		return &Failure{URL: asked, Reason: "its certificate is not valid", Do: "Open it in a browser to see why; save the page and read the file if you trust it.", Err: err}
	}
	if errors.Is(err, io.ErrUnexpectedEOF) || errors.Is(err, io.EOF) {
		return &Failure{URL: asked, Reason: "the connection broke before the page was complete", Do: "Try again.", Err: err}
	}
	return &Failure{URL: asked, Reason: "the connection failed", Do: "Check the address and this computer's network.", Err: err}
}

func statusError(final string, resp *http.Response) *StatusError {
	e := &StatusError{URL: final, Status: resp.StatusCode, RetryAfter: resp.Header.Get("Retry-After"), Do: "Open it in a browser to see what the site says."}
	switch resp.StatusCode {
	case http.StatusNotFound, http.StatusGone:
		e.Do = "The page is not there: check the address, or look for it in a web archive."
	case http.StatusUnauthorized, http.StatusForbidden, http.StatusPaymentRequired, http.StatusUnavailableForLegalReasons:
		e.Do = "The site does not give this page to programs: save it in a browser and read the file."
	case http.StatusTooManyRequests, http.StatusServiceUnavailable:
		e.Do = "The site asks to wait: try again later."
	}
	return e
}
