package pipeline

import (
	"errors"
	"fmt"
	"net/url"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"

	"github.com/pincite/pincite/internal/finding"
	"github.com/pincite/pincite/internal/statute"
	"github.com/pincite/pincite/schedules"
)

// lines finds the line of a key in the config file. Keys that the environment
// overrode have none.
type lines struct {
	root       *yaml.Node
	overridden []string
}

// fault is what is wrong with the value of a key that stands by itself, such as
// "store" or "fetch.contact": at its line, or in the environment.
func (l lines) fault(key, format string, args ...any) error {
	if slices.Contains(l.overridden, key) {
		return &outside{variable(key), fmt.Sprintf(format, args...)}
	}
	top, _, _ := strings.Cut(key, ".")
	return fault(l.of(top, -1, ""), format, args...)
}

// of gives the line of a top-level key, or of one of an item of its list; the
// nearest line above where the key itself is not written.
func (l lines) of(key string, at int, inner string) int {
	if len(l.root.Content) == 0 {
		return 0
	}
	value, line := child(l.root.Content[0], key)
	if value == nil || at < 0 || at >= len(value.Content) {
		return line
	}
	item := value.Content[at]
	if _, line := child(item, inner); line > 0 {
		return line
	}
	return item.Line
}

func child(mapping *yaml.Node, key string) (*yaml.Node, int) {
	if mapping.Kind != yaml.MappingNode {
		return nil, 0
	}
	for i := 0; i+1 < len(mapping.Content); i += 2 {
		if mapping.Content[i].Value == key {
			return mapping.Content[i+1], mapping.Content[i].Line
		}
	}
	return nil, 0
}

// check says all that is wrong with the config, each fault at its line.
func (c *Config) check(l lines) error {
	faults := []error{
		c.checkStore(l), c.checkFailOn(l), c.checkBackends(l), c.checkFetch(l),
	}
	first := map[string]int{}
	for i := range c.Sources {
		faults = append(faults, c.checkSource(l, i, first))
	}
	faults = append(faults, c.checkSchedules(l)...)
	return errors.Join(faults...)
}

func (c *Config) checkStore(l lines) error {
	if scheme, _, found := strings.Cut(c.Store, "://"); found {
		return l.fault("store", "store %s://…: this version keeps its store in a SQLite file alone: give a path such as pincite.db", scheme)
	}
	return nil
}

func (c *Config) checkFailOn(l lines) error {
	if !slices.Contains(finding.Severities(), c.FailOn) {
		return l.fault("fail_on", "fail_on %q is not known: give critical, high, medium or low", c.FailOn)
	}
	if c.Attempts < 1 {
		return l.fault("attempts", "attempts %d: give 1 or more", c.Attempts)
	}
	return nil
}

func (c *Config) checkBackends(l lines) error {
	if c.Answerer.Chat == nil && c.Answerer.Name != "extractive" && c.Answerer.Name != "none" {
		return l.fault("answerer", "answerer %q is not known: give extractive, none, or {chat: {url: …, model: …}}", c.Answerer.Name)
	}
	if c.Judge.Chat == nil && c.Judge.Name != "none" {
		return l.fault("judge", "judge %q is not known: give none, or {chat: {url: …, model: …}}", c.Judge.Name)
	}
	return nil
}

// checkFetch wants a contact where pages are fetched from strangers.
func (c *Config) checkFetch(l lines) error {
	if c.Fetch.Contact != "" {
		return nil
	}
	for _, source := range c.Sources {
		for _, raw := range source.URLs {
			if u, err := url.Parse(raw); err == nil && u.Host != "" && !slices.Contains(c.Fetch.Allow, u.Hostname()) {
				return l.fault("fetch.contact", "fetch.contact is missing: give an address at which %s can reach you", u.Host)
			}
		}
	}
	return nil
}

func (c *Config) checkSource(l lines, i int, first map[string]int) error {
	source := &c.Sources[i]
	var faults []error
	say := func(key, format string, args ...any) {
		faults = append(faults, fault(l.of("sources", i, key), format, args...))
	}
	if source.ID == "" {
		say("id", "source without an id: give each a name of its own")
	} else if line, taken := first[source.ID]; taken {
		say("id", "source %q is named twice, first at line %d: give each a name of its own", source.ID, line)
	} else {
		first[source.ID] = l.of("sources", i, "id")
	}
	if j, err := statute.ParseJurisdiction(string(source.Jurisdiction)); err != nil {
		say("jurisdiction", "source %q: %v", source.ID, err)
	} else {
		source.Jurisdiction = j
	}
	if err := CheckLayout(source.Scraper, source.Jurisdiction); err != nil {
		say("scraper", "source %q: %v", source.ID, err)
	}
	checkURLs(source, say)
	return errors.Join(faults...)
}

func checkURLs(source *SourceConfig, say func(key, format string, args ...any)) {
	if len(source.URLs) == 0 {
		say("urls", "source %q has no urls", source.ID)
	}
	for _, raw := range source.URLs {
		u, err := url.Parse(strings.ReplaceAll(raw, "%", "%25"))
		if err != nil || !slices.Contains([]string{"http", "https", "file"}, u.Scheme) {
			say("urls", "source %q: url %q: give one that begins with https:, http: or file:", source.ID, raw)
		}
	}
	if source.Title == "" {
		source.Title = source.ID
	}
}

func (c *Config) checkSchedules(l lines) []error {
	var faults []error
	for i, entry := range c.Schedules {
		if _, err := schedules.New(entry.entry()); err != nil {
			faults = append(faults, fault(l.of("schedules", i, faultyKey(err)), "%v", err))
		}
		if entry.Do != "run" && !slices.Contains(Stages(), entry.Do) {
			faults = append(faults, fault(l.of("schedules", i, "do"), "schedule %q: do %q is not known: give run, or a stage", entry.Name, entry.Do))
		}
		if slices.ContainsFunc(c.Schedules[:i], func(e ScheduleEntry) bool { return e.Name == entry.Name }) {
			faults = append(faults, fault(l.of("schedules", i, "name"), "schedule %q is named twice: give each a name of its own", entry.Name))
		}
	}
	return faults
}

// faultyKey is the key that a schedule's error speaks of.
func faultyKey(err error) string {
	for _, key := range []string{"timezone", "cron", "overlap", "catch_up"} {
		if strings.Contains(err.Error(), ": "+key+" ") {
			return key
		}
	}
	return "name"
}
