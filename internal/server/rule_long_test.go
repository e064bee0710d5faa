package server

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"orrery/internal/app"
	"orrery/internal/store"
	"orrery/ledger"
)

const longRule = "/api/v1/rules/threats-after-eu-nato-step"

// slowStore takes its time with keeping a run.
type slowStore struct {
	store.Store
	wait func(context.Context) error
}

func (s slowStore) PutRun(ctx context.Context, who string, run ledger.Run, packed []byte) (ledger.Record, error) {
	if err := s.wait(ctx); err != nil {
		return ledger.Record{}, err
	}
	return s.Store.PutRun(ctx, who, run, packed)
}

// slowSite is a server whose runs wait for something before they are kept.
func slowSite(t *testing.T, wait func(context.Context) error) site {
	t.Helper()
	return siteOn(t, filepath.Join(t.TempDir(), "ledger.db"), filepath.Join("casebook", "postsoviet"), func(s store.Store) store.Store { return slowStore{s, wait} })
}

// wired is the server on a real connection with deadlines as they are outside of tests, but short.
func (s site) wired(deadline time.Duration) *httptest.Server {
	s.t.Helper()
	s.server.o.BodyTime = deadline
	web := httptest.NewUnstartedServer(nil)
	web.Config.Handler = s.server.Handler(web.Listener.Addr().(*net.TCPAddr).Port)
	web.Config.WriteTimeout = deadline
	web.Start()
	s.t.Cleanup(web.Close)
	return web
}

// A run may take longer than other requests: neither the deadline of an answer nor the one of a body ends it.
func TestALongRunIsNotCutOff(t *testing.T) {
	const most = 100 * time.Millisecond
	s := slowSite(t, func(ctx context.Context) error {
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(3 * most):
			return nil
		}
	})
	answer, err := http.Post(s.wired(most).URL+longRule+"/runs", "application/json", strings.NewReader(`{"seed":1}`))
	if err != nil {
		t.Fatal(err)
	}
	defer answer.Body.Close()
	if answer.StatusCode != http.StatusCreated {
		t.Errorf("%s, want 201", answer.Status)
	}
	if page := view[app.RulePage](t, s.get(longRule), http.StatusOK); page.Run == nil {
		t.Error("the run was not kept")
	}
}

// Whoever asks for a run and sends the request's body byte by byte is not waited for.
func TestASlowBodyIsNotWaitedFor(t *testing.T) {
	s := slowSite(t, func(context.Context) error { return nil })
	web := s.wired(50 * time.Millisecond)
	c, err := net.Dial("tcp", web.Listener.Addr().String())
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	fmt.Fprintf(c, "POST %s/runs HTTP/1.1\r\nHost: %s\r\nContent-Type: application/json\r\nContent-Length: 10\r\n\r\n{", longRule, web.Listener.Addr())
	if err := c.SetReadDeadline(time.Now().Add(10 * time.Second)); err != nil {
		t.Fatal(err)
	}
	answer, err := http.ReadResponse(bufio.NewReader(c), nil)
	if late := net.Error(nil); errors.As(err, &late) && late.Timeout() {
		t.Fatal("the server still waits for the body")
	}
	if err == nil {
		defer answer.Body.Close()
		if answer.StatusCode < 400 {
			t.Error(answer.Status)
		}
	}
}

// When the server is to end, a run that goes on is given up before the ledger is closed beneath it.
func TestTheEndOfTheServerEndsARun(t *testing.T) {
	var begun, ended atomic.Bool
	started := make(chan struct{})
	s := slowSite(t, func(ctx context.Context) error {
		if begun.CompareAndSwap(false, true) {
			close(started)
		}
		select {
		case <-ctx.Done():
			ended.Store(true)
			return ctx.Err()
		case <-time.After(20 * time.Second):
			return nil
		}
	})
	at := make(chan string, 1)
	s.server.o.Listen, s.server.o.Grace, s.server.o.Ready = "127.0.0.1:0", 50*time.Millisecond, func(url string, _ bool) { at <- url }
	ctx, stop := context.WithCancel(t.Context())
	defer stop()
	over := make(chan error, 1)
	go func() { over <- s.server.Run(ctx) }()
	url := <-at
	go func() {
		if answer, err := http.Post(url+longRule+"/runs", "application/json", strings.NewReader(`{"seed":1}`)); err == nil {
			answer.Body.Close()
		}
	}()
	<-started
	stop()
	if err := <-over; err != nil {
		t.Fatal(err)
	}
	if !ended.Load() {
		t.Error("the server ended, and the run went on")
	}
}
