package main

import (
	"bytes"
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"net"
	"net/http"
	"net/netip"
	"os"
	"time"

	"github.com/spf13/cobra"

	"github.com/pincite/pincite/audit"
	"github.com/pincite/pincite/internal/store"
	"github.com/pincite/pincite/internal/web"
	"github.com/pincite/pincite/pipeline"
)

// serveOptions are the flags of `pincite serve`.
type serveOptions struct {
	config, listen, tokenFile string
	hosts                     []string
	allowRemote, waivers      bool
}

var _ = command(func(s *streams) *cobra.Command {
	var o serveOptions
	c := &cobra.Command{
		Use:   "serve",
		Short: "Serve read-only pages over the store, on this machine alone",
		Long: `Serve pages over the store of a config: the last run, answers beside the law,
findings, the law as held with its versions, rules and coverage. Nothing is
fetched, judged or changed, so a run may go on meanwhile; the pages show the last
finished one. --waivers lets a reader who has the token accept findings.

The pages have no users and no encryption. To let other machines read them, put a
reverse proxy with both in front, and name it with --host. The exit status is 0
after an interrupt.`,
		Example: "  pincite serve\n  pincite serve --listen 127.0.0.1:0 --config out/demo/pincite.yaml\n" +
			"  pincite serve --waivers --token-file /run/secrets/pincite --host law.example.com",
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error { return o.run(cmd.Context(), s) },
	}
	configFlag(c, &o.config)
	c.Flags().StringVar(&o.listen, "listen", "127.0.0.1:8470", "address and port; port 0 takes a free one")
	c.Flags().StringArrayVar(&o.hosts, "host", nil, "a further name by which the pages may be asked, as the proxy passes it on; may be repeated")
	c.Flags().BoolVar(&o.allowRemote, "allow-remote", false, "let --listen be an address that other machines reach")
	c.Flags().BoolVar(&o.waivers, "waivers", false, "let findings be accepted with the token of --token-file")
	c.Flags().StringVar(&o.tokenFile, "token-file", "", "the file that holds the token for --waivers")
	return c
})

func (o *serveOptions) run(ctx context.Context, s *streams) (err error) {
	if err := o.checkListen(); err != nil {
		return usage(err)
	}
	config, err := readConfig(o.config)
	if err != nil {
		return err
	}
	kept, err := store.OpenToRead(ctx, config.Store, clock{}.Now, hooks)
	if err != nil {
		return classed(err)
	}
	defer func() { err = errors.Join(err, failure(kept.Close())) }()
	handler, err := o.site(s, config, kept)
	if err != nil {
		return err
	}
	return o.serve(ctx, s, handler)
}

// checkListen refuses an address that other machines reach, unless that is said
// to be meant.
func (o *serveOptions) checkListen() error {
	host, _, err := net.SplitHostPort(o.listen)
	if err != nil {
		return fmt.Errorf("listen %q: %w: give an address and a port, such as 127.0.0.1:8470", o.listen, err)
	}
	address, err := netip.ParseAddr(host)
	loopback := host == "localhost" || err == nil && address.IsLoopback()
	if !loopback && !o.allowRemote {
		return fmt.Errorf("listen %q: other machines could read it, and the pages have no users and no encryption: put a reverse proxy with both in front of 127.0.0.1, or give --allow-remote", o.listen)
	}
	if err == nil && !loopback && !address.IsUnspecified() {
		o.hosts = append(o.hosts, address.String())
	}
	return nil
}

// site makes the handler.
func (o *serveOptions) site(s *streams, config *pipeline.Config, kept *store.Store) (http.Handler, error) {
	options := web.Options{
		Store: kept, Reports: config.Reports, Diff: pipeline.WordDiff, Rules: pipeline.Catalogue(), RulePage: rulePage, Hosts: o.hosts,
		Compare: func(ctx context.Context, from, to string) (web.Difference, error) {
			d, err := (&pipeline.Pipeline{Store: kept}).Diff(ctx, from, to)
			if err != nil {
				return web.Difference{}, err
			}
			return web.Difference{Changes: d.Changes, Printed: d.Printed, Stale: d.Stale}, nil
		},
		Log: func(err error) { fmt.Fprintln(s.err, "serve:", err) },
	}
	if o.waivers != (o.tokenFile != "") {
		return nil, usage(errors.New("--waivers and --token-file go together: give both, or neither for pages that only show"))
	}
	if o.waivers && !kept.Writable() {
		return nil, failure(fmt.Errorf("store %s: this user may only read it, and --waivers writes: let this user write the file and its folder, or leave --waivers out", kept.Path))
	}
	if o.waivers {
		token, err := readToken(o.tokenFile)
		if err != nil {
			return nil, usage(err)
		}
		options.Waivers = &web.Waivers{Token: token, Bind: audit.Bind, Now: clock{}.Now, Random: rand.Reader}
	}
	handler, err := web.New(options)
	return handler, failure(err)
}

// shortestToken is long enough not to be guessed.
const shortestToken = 20

func readToken(path string) (string, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return "", fmt.Errorf("token: %w", err)
	}
	token := string(bytes.TrimSpace(data))
	if len(token) < shortestToken {
		return "", fmt.Errorf("token file %s: the token has %d characters: give it %d or more, such as the output of `openssl rand -hex 20`", path, len(token), shortestToken)
	}
	return token, nil
}

// farewell is how long pages under way may take after an interrupt.
const farewell = 5 * time.Second

// serve answers until ctx ends, then lets the pages under way end.
func (o *serveOptions) serve(ctx context.Context, s *streams, handler http.Handler) error {
	listener, err := net.Listen("tcp", o.listen)
	if err != nil {
		return failure(fmt.Errorf("listen %s: %w: does another server run there? give another port", o.listen, err))
	}
	server := &http.Server{
		Handler: handler, ReadHeaderTimeout: 5 * time.Second, ReadTimeout: 15 * time.Second, WriteTimeout: 60 * time.Second,
		IdleTimeout: 2 * time.Minute, MaxHeaderBytes: 32 << 10,
	}
	fmt.Fprintf(s.out, "Serving http://%s/ until it is interrupted\n", listener.Addr())
	ended := make(chan error, 1)
	go func() { ended <- server.Serve(listener) }()
	select {
	case err := <-ended:
		return failure(err)
	case <-ctx.Done():
	}
	patience, cancel := context.WithTimeout(context.WithoutCancel(ctx), farewell)
	defer cancel()
	return failure(server.Shutdown(patience))
}
