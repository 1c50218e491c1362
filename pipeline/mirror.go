package pipeline

import (
	"path/filepath"
	"strings"
)

// mirrored is the folder name by which a config means a mirror beside the
// checkout.
const mirrored = "shared/"

// Mirror puts the mirror at shared in the place of the one that the config
// names, and store, evidence and reports below dir.
func (c *Config) Mirror(shared, dir string) error {
	var err error
	if shared, err = filepath.Abs(shared); err != nil {
		return err
	}
	if dir, err = filepath.Abs(dir); err != nil {
		return err
	}
	for i := range c.Sources {
		for k, raw := range c.Sources[i].URLs {
			if _, rest, ok := strings.Cut(raw, mirrored); ok && strings.HasPrefix(raw, "file:") {
				c.Sources[i].URLs[k] = "file://" + filepath.ToSlash(shared) + "/" + rest
			}
		}
	}
	for i, pattern := range c.Answers {
		if _, rest, ok := strings.Cut(filepath.ToSlash(pattern), "/"+mirrored); ok {
			c.Answers[i] = filepath.Join(shared, filepath.FromSlash(rest))
		}
	}
	c.Store, c.Evidence, c.Reports = filepath.Join(dir, "pincite.db"), filepath.Join(dir, "evidence"), filepath.Join(dir, "reports")
	return nil
}
