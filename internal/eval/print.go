package eval

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"text/tabwriter"
)

// WriteJSON writes the table as indented JSON.
func (t *Table) WriteJSON(w io.Writer) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(t)
}

// WriteText writes the table for reading: rules, groups beside their aims,
// verdicts, and the cases.
func (t *Table) WriteText(w io.Writer) error {
	p := printer{out: tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)}
	p.table(t)
	for i := range t.Parts {
		p.line("")
		p.table(&t.Parts[i])
	}
	p.jurisdictions(t.Jurisdictions)
	p.listed(t)
	return p.flush()
}

// printer keeps the first error, so that the writing reads as a list.
type printer struct {
	out *tabwriter.Writer
	err error
}

func (p *printer) line(format string, values ...any) {
	if p.err == nil {
		_, p.err = fmt.Fprintf(p.out, format+"\n", values...)
	}
}

func (p *printer) flush() error {
	if p.err != nil {
		return p.err
	}
	return p.out.Flush()
}

func (p *printer) table(t *Table) {
	p.line("%s: %d answers, %d pairs and %d doubtful", t.Name, t.Answers, t.Pairs.Of, t.Pairs.Doubtful)
	if len(t.Missing) > 0 {
		p.line("not audited: %s", strings.Join(t.Missing, ", "))
	}
	p.line("")
	p.line("rule\tprecision\t95 %%\tn\trecall\t95 %%\tn\tF1\tdoubtful found")
	for _, r := range t.Rules {
		p.line("%s\t%s\t%s\t%.2f\t%s", r.Rule, cells(r.Precision), cells(r.Recall), r.F1(), doubtful(r))
	}
	p.line("")
	p.line("group\tprecision\t95 %%\tn\trecall\t95 %%\tn\tF1\taim")
	for _, g := range t.Groups {
		p.line("%s\t%s\t%s\t%.2f\t%s", g.Name, cells(g.Precision), cells(g.Recall), g.F1, g.verdict())
	}
	p.line("")
	p.pairs(t)
	p.summary(t)
}

func cells(r Rate) string {
	if r.Of == 0 {
		return "-\t-\t0"
	}
	return fmt.Sprintf("%.3f\t%.2f–%.2f\t%d/%d", r.Value, r.Low, r.High, r.Hits, r.Of)
}

func doubtful(r RuleScore) string {
	if r.Doubtful == 0 {
		return ""
	}
	return fmt.Sprintf("%d of %d", r.DoubtfulHit, r.Doubtful)
}

// verdict says the aim and whether it is met.
func (g *GroupScore) verdict() string {
	var parts []string
	for _, a := range []struct {
		name  string
		value float64
	}{{"precision", g.Aim.Precision}, {"recall", g.Aim.Recall}, {"F1", g.Aim.F1}} {
		if a.value > 0 {
			parts = append(parts, fmt.Sprintf("%s ≥ %.2f", a.name, a.value))
		}
	}
	state := "not met"
	switch {
	case g.Met:
		state = "met"
	case !g.Measured:
		state = "not measured"
	}
	return strings.Join(parts, ", ") + ": " + state
}

func (p *printer) pairs(t *Table) {
	p.line("labelled \\ given\tsupported\tpartly\tnot\tcontradicted\tunverified\tunseen")
	for i, row := range t.Pairs.Confusion {
		p.line("%s\t%d\t%d\t%d\t%d\t%d\t%d", Verdicts()[i], row[0], row[1], row[2], row[3], row[4], row[5])
	}
	p.line("")
	p.line("balanced accuracy, supported against the rest\t%.3f on pairs with a verdict, %.3f with unverified as half", t.Pairs.Balanced, t.Pairs.BalancedAll)
	p.line("left unverified\t%s", rate(t.Pairs.Abstained))
	if t.Pairs.AUC != nil {
		p.line("AUC of the alignment's score\t%.3f", *t.Pairs.AUC)
	}
}

func (p *printer) summary(t *Table) {
	c := t.Citation
	p.line("citation precision\tlabels %.3f, audit %.3f, mean error an answer %.3f", c.GoldPrecision, c.AuditPrecision, c.PrecisionError)
	p.line("citation recall\tlabels %.3f, audit %.3f, mean error an answer %.3f (%d answers)", c.GoldRecall, c.AuditRecall, c.RecallError, c.Answers)
	p.line("supported pairs with a finding of medium or more\t%s", rate(t.FlaggedSupported))
	p.line("false alarms on clean answers\t%d above low and %d low on %d answers", t.Clean.AboveLow, t.Clean.Low, t.Clean.Answers)
	p.line("better sections named by a remedy\t%s", rate(t.BetterNamed))
}

func rate(r Rate) string {
	if r.Of == 0 {
		return "none to measure"
	}
	return fmt.Sprintf("%.3f (%.2f–%.2f), %d of %d", r.Value, r.Low, r.High, r.Hits, r.Of)
}

// jurisdictions shows each group in each jurisdiction. Leaving one out would change
// no other row: no program fits a number of the audit to answers.
func (p *printer) jurisdictions(all []Table) {
	p.line("")
	p.line("by jurisdiction; nothing in the audit is fitted to answers by a program, so a row stands as it is whichever others are left out")
	p.line("jurisdiction\tgroup\tprecision\t95 %%\tn\trecall\t95 %%\tn\tF1")
	for _, t := range all {
		for _, g := range t.Groups {
			if g.Measured {
				p.line("%s\t%s\t%s\t%s\t%.2f", t.Name, g.Name, cells(g.Precision), cells(g.Recall), g.F1)
			}
		}
		p.line("%s\tsupported pairs flagged\t%s", t.Name, cells(t.FlaggedSupported))
	}
}

// cases lists them plainly: the sentences are long, and no column fits them.
// listed lists the cases, or says how many are withheld.
func (p *printer) listed(t *Table) {
	if t.Withheld != nil {
		p.line("")
		p.line("%d misses and false alarms, not listed", *t.Withheld)
		return
	}
	p.cases("misses", t.Misses)
	p.cases("false alarms", t.FalseAlarms)
}

func (p *printer) cases(name string, all []Case) {
	p.line("")
	p.line("%d %s", len(all), name)
	for _, c := range all {
		where := c.Answer
		if !c.Ref.IsZero() {
			where += " [" + c.Ref.String() + "]"
		}
		p.line("  %s %s: %s", where, c.Rule, strings.Join(strings.Fields(c.Text), " "))
		if c.Why != "" {
			p.line("      %s", c.Why)
		}
	}
}
