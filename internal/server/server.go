package server

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"net"
	"net/http"
	"time"

	"orrery/internal/app"
)

// Options is what a server is made of. App, UI, Now and Log are required.
type Options struct {
	App     *app.App
	UI      fs.FS // the built screens
	Version string
	Now     func() time.Time
	Log     *slog.Logger

	Listen   string        // host:port; the next free port is taken when this one is not free
	Remote   bool          // answer other machines too; there are no accounts
	Hosts    []string      // names under which other machines reach it, when Remote
	BodyTime time.Duration // how long the body of a request for a run may take to come; 0: 5 s
	Grace    time.Duration // how long requests may go on when the server is to end; 0: 5 s
	// Ready is called once, when requests are answered: url is where, moved says
	// that the port asked for was taken. Nil: nobody is told.
	Ready func(url string, moved bool)
}

// Server answers HTTP requests about one ledger.
type Server struct {
	o    Options
	salt string // part of every ETag: another start may answer otherwise
	ui   screens
}

// New makes a server. Errors: the screens cannot be read.
func New(o Options) (*Server, error) {
	ui, err := newScreens(o.UI)
	if err != nil {
		return nil, fmt.Errorf("read the screens: %w", err)
	}
	o.BodyTime, o.Grace = cmp.Or(o.BodyTime, 5*time.Second), cmp.Or(o.Grace, 5*time.Second)
	return &Server{o: o, salt: o.Version + o.Now().UTC().Format(time.RFC3339Nano), ui: ui}, nil
}

// Handler answers every request as if the server listened on port.
func (s *Server) Handler(port int) http.Handler {
	mux := http.NewServeMux()
	s.registerAPI(mux)
	s.ui.register(mux)
	guard := hostGuard{port: port, remote: s.o.Remote, names: s.o.Hosts}
	return chain(mux, logged(s.o.Log, s.o.Now), secureHeaders, noPanic(s.o.Log), guard.guard, sameSite, limitBody, s.tagged)
}

// Run listens and answers until ctx ends, then lets running requests finish for up
// to Options.Grace. Those that still run then are given up: their contexts end, and Run returns
// when they have, so that nobody writes into a ledger that is closed after it.
func (s *Server) Run(ctx context.Context) error {
	l, moved, err := Listen(s.o.Listen, s.o.Remote)
	if err != nil {
		return err
	}
	at := l.Addr().(*net.TCPAddr)
	base, giveUp := context.WithCancel(context.WithoutCancel(ctx))
	defer giveUp()
	h := &http.Server{
		BaseContext:       func(net.Listener) context.Context { return base },
		Handler:           s.Handler(at.Port),
		ReadHeaderTimeout: 5 * time.Second,
		ReadTimeout:       time.Minute,     // an upload
		WriteTimeout:      2 * time.Minute, // a page that is fetched and read before it is answered
		IdleTimeout:       2 * time.Minute,
		MaxHeaderBytes:    64 << 10,
		ErrorLog:          slog.NewLogLogger(s.o.Log.Handler(), slog.LevelDebug),
	}
	failed := make(chan error, 1)
	go func() { failed <- h.Serve(l) }()
	if s.o.Ready != nil {
		s.o.Ready("http://"+at.String(), moved)
	}
	select {
	case err := <-failed:
		return err
	case <-ctx.Done():
	}
	for range 2 {
		err := shutDown(h, s.o.Grace)
		if err == nil {
			return nil
		}
		if !errors.Is(err, context.DeadlineExceeded) {
			return fmt.Errorf("shut down: %w", err)
		}
		giveUp()
	}
	_ = h.Close() // a client that does not read: nothing is lost with its connection
	return nil
}

// shutDown takes no more requests and waits for those that run.
func shutDown(h *http.Server, wait time.Duration) error {
	ctx, cancel := context.WithTimeout(context.Background(), wait)
	defer cancel()
	return h.Shutdown(ctx)
}
