package pipeline

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"go.yaml.in/yaml/v3"

	"github.com/pincite/pincite/internal/finding"
	"github.com/pincite/pincite/internal/statute"
	"github.com/pincite/pincite/schedules"
	"github.com/pincite/pincite/scrapers"
)

// Config is a pincite.yaml, read and checked. Paths are taken from its folder.
type Config struct {
	// Path is the file, Dir its folder.
	Path string `yaml:"-"`
	Dir  string `yaml:"-"`

	Store    string `yaml:"store"`
	Evidence string `yaml:"evidence"`
	Reports  string `yaml:"reports"`
	// ReportsPDF wants a report.pdf of every run, where a browser is installed.
	ReportsPDF Switch           `yaml:"reports_pdf"`
	Questions  string           `yaml:"questions"`
	Answers    []string         `yaml:"answers"`
	Answerer   Backend          `yaml:"answerer"`
	Judge      Backend          `yaml:"judge"`
	FailOn     finding.Severity `yaml:"fail_on"`
	// Attempts is after how many runs a failing item is given up.
	Attempts  int             `yaml:"attempts"`
	Fetch     FetchConfig     `yaml:"fetch"`
	Sources   []SourceConfig  `yaml:"sources"`
	Schedules []ScheduleEntry `yaml:"schedules"`
}

// FetchConfig is how politely, and what beyond public hosts.
type FetchConfig struct {
	Contact string   `yaml:"contact"`
	Delay   Duration `yaml:"delay"`
	Allow   []string `yaml:"allow"`
	// FreshFor is how long a good fetch counts; zero means thirty days.
	FreshFor Duration `yaml:"fresh_for"`
}

// SourceConfig is one publication.
type SourceConfig struct {
	ID           string               `yaml:"id"`
	Jurisdiction statute.Jurisdiction `yaml:"jurisdiction"`
	Scraper      string               `yaml:"scraper"`
	Title        string               `yaml:"title"`
	URLs         []string             `yaml:"urls"`
	// OCR allows pages that are pictures to be read by tesseract, where it is
	// installed. What is read so stays marked as doubtful.
	OCR bool `yaml:"ocr"`
}

// ScheduleEntry is one line of schedules.
type ScheduleEntry struct {
	Name     string            `yaml:"name"`
	Cron     string            `yaml:"cron"`
	Timezone string            `yaml:"timezone"`
	CatchUp  Duration          `yaml:"catch_up"`
	Overlap  schedules.Overlap `yaml:"overlap"`
	Do       string            `yaml:"do"`
}

// entry is the line as the planner takes it.
func (e ScheduleEntry) entry() schedules.Entry {
	return schedules.Entry{Name: e.Name, Cron: e.Cron, Timezone: e.Timezone, CatchUp: time.Duration(e.CatchUp), Overlap: e.Overlap, Do: e.Do}
}

// Planned gives the schedules, ready to be asked when they are due. They were
// checked when the config was read.
func (c *Config) Planned() ([]*schedules.Schedule, error) {
	var all []*schedules.Schedule
	for _, entry := range c.Schedules {
		one, err := schedules.New(entry.entry())
		if err != nil {
			return nil, fmt.Errorf("%s: %w", c.Path, err)
		}
		all = append(all, one)
	}
	return all, nil
}

// Duration is written as "2s" or "24h".
type Duration time.Duration

// UnmarshalYAML reads "2s".
func (d *Duration) UnmarshalYAML(node *yaml.Node) error {
	length, err := time.ParseDuration(node.Value)
	if err != nil || length < 0 {
		return fault(node.Line, "duration %q: give a number with its unit, such as 2s, 15m or 24h", node.Value)
	}
	*d = Duration(length)
	return nil
}

// Switch is written as true or false, also in the environment.
type Switch bool

// UnmarshalYAML reads true or false.
func (s *Switch) UnmarshalYAML(node *yaml.Node) error {
	on, err := strconv.ParseBool(node.Value)
	if err != nil {
		return fault(node.Line, "%q: give true or false", node.Value)
	}
	*s = Switch(on)
	return nil
}

// Backend names who does a piece of work: a plain name, or a chat endpoint.
type Backend struct {
	Name string
	Chat *Chat
}

// Chat is an OpenAI-compatible endpoint. The key stands in a file or in the
// environment, never in the config.
type Chat struct {
	URL, Model, KeyFile string
	// Key comes from the environment alone.
	Key string
}

// UnmarshalYAML reads a name or {chat: {…}}.
func (b *Backend) UnmarshalYAML(node *yaml.Node) error {
	if node.Kind == yaml.ScalarNode {
		*b = Backend{Name: node.Value}
		return nil
	}
	if node.Kind != yaml.MappingNode || len(node.Content) != 2 || node.Content[0].Value != "chat" {
		return fault(node.Line, "give a name, or {chat: {url: …, model: …, key_file: …}}")
	}
	b.Name, b.Chat = "chat", &Chat{}
	return b.Chat.read(node.Content[1])
}

func (c *Chat) read(node *yaml.Node) error {
	for i := 0; i+1 < len(node.Content); i += 2 {
		key, value := node.Content[i], node.Content[i+1].Value
		switch key.Value {
		case "url":
			c.URL = value
		case "model":
			c.Model = value
		case "key_file":
			c.KeyFile = value
		default:
			return fault(key.Line, "unknown key %q: chat takes url, model and key_file", key.Value)
		}
	}
	if c.URL == "" || c.Model == "" {
		return fault(node.Line, "chat needs url and model")
	}
	return nil
}

// placed is an error of the config that knows its line; zero: not known.
type placed struct {
	line int
	text string
}

func (p *placed) Error() string { return fmt.Sprintf("line %d: %s", p.line, p.text) }

func fault(line int, format string, args ...any) error {
	return &placed{line, fmt.Sprintf(format, args...)}
}

// ReadConfig reads the bytes of a config file. lookup gives the environment:
// PINCITE_FAIL_ON overrides fail_on, PINCITE_FETCH_DELAY overrides fetch.delay.
// All that is wrong is told at once, each with file and line.
func ReadConfig(path string, data []byte, lookup func(string) (string, bool)) (*Config, error) {
	c := &Config{Path: path, Dir: filepath.Dir(path)}
	if err := decode(data, c); err != nil {
		return nil, atFile(path, err)
	}
	overridden, err := c.override(lookup)
	if err != nil {
		return nil, err
	}
	c.fill()
	var root yaml.Node
	if err := yaml.Unmarshal(data, &root); err != nil {
		return nil, atFile(path, err)
	}
	if err := c.check(lines{&root, overridden}); err != nil {
		return nil, atFile(path, err)
	}
	c.resolve()
	return c, nil
}

func decode(data []byte, into any) error {
	decoder := yaml.NewDecoder(bytes.NewReader(data))
	decoder.KnownFields(true)
	if err := decoder.Decode(into); err != nil && !errors.Is(err, io.EOF) {
		return err
	}
	return nil
}

// unknownField is how the YAML library words an unknown key.
var unknownField = regexp.MustCompile(`^line (\d+): field (.+) not found in type .*$`)

var lineNumber = regexp.MustCompile(`^(?:yaml: )?line (\d+): (.*)$`)

// outside is a fault of a value that the environment gave: no line of the file
// holds it.
type outside struct{ variable, text string }

func (o *outside) Error() string { return fmt.Sprintf("environment %s: %s", o.variable, o.text) }

// atFile words the faults as "file:line: what is wrong".
func atFile(path string, err error) error {
	var typed *yaml.TypeError
	if errors.As(err, &typed) {
		var faults []error
		for _, text := range typed.Errors {
			faults = append(faults, errors.New(place(path, text)))
		}
		return errors.Join(faults...)
	}
	if joined, ok := err.(interface{ Unwrap() []error }); ok {
		var faults []error
		for _, one := range joined.Unwrap() {
			faults = append(faults, atFile(path, one))
		}
		return errors.Join(faults...)
	}
	if _, ok := err.(*outside); ok {
		return err
	}
	return errors.New(place(path, err.Error()))
}

func place(path, text string) string {
	text = plainYAML(text)
	if m := unknownField.FindStringSubmatch(text); m != nil {
		return fmt.Sprintf("%s:%s: unknown key %q: `pincite init` writes an example with all keys", path, m[1], m[2])
	}
	if m := lineNumber.FindStringSubmatch(text); m != nil && m[1] != "0" {
		return fmt.Sprintf("%s:%s: %s", path, m[1], m[2])
	}
	return path + ": " + strings.TrimPrefix(strings.TrimPrefix(text, "line 0: "), "yaml: ")
}

// overridable are the keys that the environment can override; lists are written
// with commas. Sources and schedules are no single values and stay in the file.
var overridable = []string{
	"store", "evidence", "reports", "reports_pdf", "questions", "answers", "answerer", "judge", "fail_on", "attempts",
	"fetch.contact", "fetch.delay", "fetch.allow", "fetch.fresh_for",
}

var listKeys = []string{"answers", "fetch.allow"}

// variable is the name under which the environment overrides a key.
func variable(key string) string {
	return "PINCITE_" + strings.ToUpper(strings.ReplaceAll(key, ".", "_"))
}

// override takes the values of the environment, and gives the keys that it set.
func (c *Config) override(lookup func(string) (string, bool)) ([]string, error) {
	var overridden []string
	for _, key := range overridable {
		name := variable(key)
		value, set := lookup(name)
		if !set {
			continue
		}
		overridden = append(overridden, key)
		data, err := yaml.Marshal(nested(key, value))
		if err == nil {
			err = decode(data, c)
		}
		if err != nil {
			return nil, fmt.Errorf("environment %s=%q: %s", name, value, plainYAML(lineNumber.ReplaceAllString(err.Error(), "$2")))
		}
	}
	return overridden, c.overrideChats(lookup)
}

// nested is the document {section: {key: value}}.
func nested(key, value string) any {
	var inner any = value
	if slices.Contains(listKeys, key) {
		inner = strings.FieldsFunc(value, func(r rune) bool { return r == ',' })
	} else if key == "attempts" {
		inner = &yaml.Node{Kind: yaml.ScalarNode, Value: value}
	}
	if section, name, ok := strings.Cut(key, "."); ok {
		return map[string]any{section: map[string]any{name: inner}}
	}
	return map[string]any{key: inner}
}

// overrideChats lets the environment name an endpoint and its model.
func (c *Config) overrideChats(lookup func(string) (string, bool)) error {
	for name, backend := range map[string]*Backend{"ANSWERER": &c.Answerer, "JUDGE": &c.Judge} {
		for key, set := range map[string]func(*Chat, string){
			"URL": func(chat *Chat, v string) { chat.URL = v }, "MODEL": func(chat *Chat, v string) { chat.Model = v },
			"KEY":      func(chat *Chat, v string) { chat.Key = v },
			"KEY_FILE": func(chat *Chat, v string) { chat.KeyFile = v },
		} {
			if value, there := lookup("PINCITE_" + name + "_CHAT_" + key); there {
				if backend.Chat == nil {
					backend.Name, backend.Chat = "chat", &Chat{}
				}
				set(backend.Chat, value)
			}
		}
	}
	return nil
}

// fill puts the defaults where nothing was said.
func (c *Config) fill() {
	for _, d := range []struct {
		field *string
		value string
	}{
		{&c.Store, "pincite.db"}, {&c.Evidence, "evidence"}, {&c.Reports, "reports"},
		{&c.Answerer.Name, "extractive"}, {&c.Judge.Name, "none"}, {(*string)(&c.FailOn), string(finding.High)},
	} {
		if *d.field == "" {
			*d.field = d.value
		}
	}
	if c.Attempts == 0 {
		c.Attempts = 5
	}
}

// resolve takes relative paths from the config's folder.
func (c *Config) resolve() {
	for _, path := range []*string{&c.Store, &c.Evidence, &c.Reports, &c.Questions} {
		*path = c.from(*path)
	}
	for i := range c.Answers {
		c.Answers[i] = c.from(c.Answers[i])
	}
	for _, chat := range []*Chat{c.Answerer.Chat, c.Judge.Chat} {
		if chat != nil {
			chat.KeyFile = c.from(chat.KeyFile)
		}
	}
}

func (c *Config) from(path string) string {
	if path == "" || filepath.IsAbs(path) {
		return path
	}
	return filepath.Join(c.Dir, path)
}

// Source gives a configured source by its id, nil where there is none.
func (c *Config) Source(id string) *SourceConfig {
	for i := range c.Sources {
		if c.Sources[i].ID == id {
			return &c.Sources[i]
		}
	}
	return nil
}

// Jurisdictions lists those of the sources, each once, in their order.
func (c *Config) Jurisdictions() []statute.Jurisdiction {
	var all []statute.Jurisdiction
	for _, source := range c.Sources {
		if !slices.Contains(all, source.Jurisdiction) {
			all = append(all, source.Jurisdiction)
		}
	}
	return all
}

// CheckLayout says that no layout has the name, or that it reads the pages of
// other jurisdictions alone: their law would be kept as that of this one. The
// example state prints in any layout, and an unknown jurisdiction claims nothing.
func CheckLayout(scraper string, j statute.Jurisdiction) error {
	layout, err := scrapers.Named(scraper)
	if err != nil {
		return err
	}
	if len(layout.States) == 0 || j.Name() == "" || j == statute.Example || slices.Contains(layout.States, j) {
		return nil
	}
	var names []string
	for _, state := range layout.States {
		names = append(names, state.Name())
	}
	return fmt.Errorf("scraper %q reads the law of %s and not that of %s: mend the one or the other; `pincite scrapers` lists the layouts", scraper, strings.Join(names, ", "), j.Name())
}
