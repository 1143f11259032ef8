package main

import (
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/http"
	"net/netip"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"time"

	"huidan/internal/act"
	"huidan/internal/deadline"
	"huidan/internal/demo"
	"huidan/internal/ledger"
	"huidan/internal/server"
)

type serveCommand struct {
	Listen       string   `placeholder:"ADDRESS" default:"127.0.0.1:8080" help:"cli.option.listen"`
	Demo         bool     `help:"cli.option.demo"`
	ReadyFile    string   `placeholder:"FILE" help:"cli.option.ready_file"`
	TLSCert      string   `placeholder:"FILE" help:"cli.option.tls_cert"`
	TLSKey       string   `placeholder:"FILE" help:"cli.option.tls_key"`
	TrustedProxy []string `placeholder:"NETWORK" help:"cli.option.trusted_proxy"`
	MetricsToken string   `placeholder:"TOKEN" help:"cli.option.metrics_token"`
	RateLimit    int      `placeholder:"N" default:"300" help:"cli.option.rate_limit"`
	UploadLimit  int64    `name:"upload-limit" placeholder:"MB" default:"100" help:"cli.option.upload_limit"`
	LogFormat    string   `placeholder:"text|json" enum:"text,json" default:"text" help:"cli.option.log_format"`
	LogLevel     string   `placeholder:"LEVEL" enum:"debug,info,warn,error" default:"info" help:"cli.option.log_level"`
}

// sweepEvery is how often the clocks are looked through for those that ran out.
const sweepEvery = 30 * time.Second

// Run serves until it is told to stop.
func (s *serveCommand) Run(ctx context.Context, c *console, common *Common) error {
	proxies, err := s.proxies()
	if err != nil {
		return usage{err}
	}
	cert, err := s.certificate()
	if err != nil {
		return err
	}
	log := s.logger(c.err)
	if err := os.MkdirAll(common.Data, 0o750); err != nil {
		return err
	}
	if err := s.seed(ctx, c, common); err != nil {
		return err
	}
	door, err := act.Open(ctx, common.door())
	if err != nil {
		return err
	}
	defer door.Close()
	if err := server.LayBallast(common.Data); err != nil {
		log.Warn("no ballast", "error", err)
	}
	desk, err := ledger.Open(common.Data)
	if err != nil {
		return err
	}
	house, err := server.New(server.Options{
		Door: door, DataDir: common.Data, Version: version, Demo: s.Demo, TrustedProxies: proxies,
		MetricsToken: s.MetricsToken, RequestsPerSecond: s.RateLimit, UploadLimit: s.UploadLimit << 20, Log: log,
	})
	if err != nil {
		return err
	}
	ln, err := net.Listen("tcp", s.Listen)
	if err != nil {
		return err
	}
	if err := s.announce(c, ln.Addr().String(), cert != nil); err != nil {
		return err
	}
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	duties := background(ctx, door, desk, common, log)
	err = house.Serve(ctx, ln, cert)
	stop()
	duties.Wait()
	if s.ReadyFile != "" {
		os.Remove(s.ReadyFile) // it said that we serve; whether it is still there does not matter
	}
	if errors.Is(err, http.ErrServerClosed) {
		return nil
	}
	return err
}

// seed fills an empty house with the demo company when that is asked for.
func (s *serveCommand) seed(ctx context.Context, c *console, common *Common) error {
	if !s.Demo {
		return nil
	}
	done, err := demo.Seed(ctx, common.door(), server.DemoPassword, time.Now())
	if done {
		c.say("cli.demo_seeded")
	}
	return err
}

// background runs what happens without anybody asking, until ctx ends.
func background(ctx context.Context, door *act.Door, desk *ledger.Desk, common *Common, log *slog.Logger) *sync.WaitGroup {
	var duties sync.WaitGroup
	duties.Go(func() {
		door.Background(ctx, act.Duties{
			Checkpoints: common.checkpoints(),
			Trouble:     func(duty string, err error) { log.Error("background", "duty", duty, "error", err) },
		})
	})
	duties.Go(func() {
		deadline.RunSweep(ctx, door, sweepEvery, func(err error) { log.Error("background", "duty", "sweep", "error", err) })
	})
	duties.Go(func() {
		desk.Work(ctx, door, func(err error) { log.Error("background", "duty", "import", "error", err) })
	})
	return &duties
}

// announce says where the house is open, to people and to programs that wait.
func (s *serveCommand) announce(c *console, address string, secure bool) error {
	scheme := "http"
	if secure {
		scheme = "https"
	}
	c.say("cli.serving", "address", scheme+"://"+address)
	if s.Demo {
		c.say("cli.demo_logins", "password", server.DemoPassword, "logins", strings.Join(server.DemoLogins, " "))
	}
	if s.ReadyFile == "" {
		return nil
	}
	f, err := os.CreateTemp(filepath.Dir(s.ReadyFile), ".ready-*")
	if err != nil {
		return err
	}
	_, err = fmt.Fprintln(f, address)
	if err = errors.Join(err, f.Close()); err != nil {
		return err
	}
	if err := os.Chmod(f.Name(), 0o644); err != nil {
		return err
	}
	return os.Rename(f.Name(), s.ReadyFile)
}

func (s *serveCommand) proxies() (list []netip.Prefix, err error) {
	for _, text := range s.TrustedProxy {
		if a, err := netip.ParseAddr(text); err == nil {
			list = append(list, netip.PrefixFrom(a, a.BitLen()))
			continue
		}
		p, err := netip.ParsePrefix(text)
		if err != nil {
			return nil, fmt.Errorf("--trusted-proxy %s: %w", text, err)
		}
		list = append(list, p.Masked())
	}
	return list, nil
}

func (s *serveCommand) certificate() (*tls.Certificate, error) {
	if s.TLSCert == "" && s.TLSKey == "" {
		return nil, nil
	}
	cert, err := tls.LoadX509KeyPair(s.TLSCert, s.TLSKey)
	return &cert, err
}

func (s *serveCommand) logger(w io.Writer) *slog.Logger {
	var level slog.Level
	if err := level.UnmarshalText([]byte(s.LogLevel)); err != nil {
		level = slog.LevelInfo
	}
	o := &slog.HandlerOptions{Level: level}
	if s.LogFormat == "json" {
		return slog.New(slog.NewJSONHandler(w, o))
	}
	return slog.New(slog.NewTextHandler(w, o))
}
