package server

import (
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

	Listen string   // host:port; the next free port is taken when this one is not free
	Remote bool     // answer other machines too; there are no accounts
	Hosts  []string // names under which other machines reach it, when Remote
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
// to five seconds.
func (s *Server) Run(ctx context.Context) error {
	l, moved, err := Listen(s.o.Listen, s.o.Remote)
	if err != nil {
		return err
	}
	at := l.Addr().(*net.TCPAddr)
	h := &http.Server{
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
	grace, cancel := context.WithTimeout(context.WithoutCancel(ctx), 5*time.Second)
	defer cancel()
	if err := h.Shutdown(grace); err != nil && !errors.Is(err, context.DeadlineExceeded) {
		return fmt.Errorf("shut down: %w", err)
	}
	return nil
}
