package finding

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/pincite/pincite/internal/statute"
)

// The reasons for which a finding may be waived.
const (
	// FalseAlarm: the finding is wrong. It counts against the rule.
	FalseAlarm = "false-alarm"
	// AcceptedRisk: the finding is right, and the answer stays as it is.
	AcceptedRisk = "accepted-risk"
	// LawUnclear: counsel has to say what the law is.
	LawUnclear = "law-unclear"
	// BeingCorrected: the finding is right, and the correction is on its way.
	BeingCorrected = "being-corrected"
	// Duplicate: another finding says it already.
	Duplicate = "duplicate"
	// Other: the words say it.
	Other = "other"
)

// Reasons lists them in the order in which a form offers them.
func Reasons() []string {
	return []string{FalseAlarm, AcceptedRisk, LawUnclear, BeingCorrected, Duplicate, Other}
}

// Because puts a reason and the owner's words together, as a waiver holds them.
func Because(reason, words string) string {
	return reason + ": " + strings.Join(strings.Fields(words), " ")
}

// Code is the word of the list that a waiver was given for, "" for one that has
// none.
func (w *Waiver) Code() string {
	code, _, _ := strings.Cut(w.Reason, ":")
	if slices.Contains(Reasons(), code) {
		return code
	}
	return ""
}

// Right says whether the owner of a waiver takes the finding for right: "true",
// "false", or "open" where the reason does not say.
func (w *Waiver) Right() string {
	switch w.Code() {
	case FalseAlarm:
		return "false"
	case AcceptedRisk, BeingCorrected:
		return "true"
	}
	return "open"
}

// longestYears is how far ahead a waiver may reach: law that nobody has read for
// longer is not known.
const longestYears = 2

// Check says what is missing of a waiver that is given today, nil where nothing
// is: owner, reason, words and a last day are all mandatory.
func (w *Waiver) Check(today statute.Date) error {
	_, words, _ := strings.Cut(w.Reason, ":")
	switch {
	case strings.TrimSpace(w.Owner) == "":
		return fmt.Errorf("owner: a waiver needs the name of the person who answers for it")
	case w.Code() == "":
		return fmt.Errorf("reason %q is not known: the reasons are %s", w.Reason, strings.Join(Reasons(), ", "))
	case strings.TrimSpace(words) == "":
		return fmt.Errorf("words: say in a sentence why %q is right here", w.Code())
	}
	return CheckUntil(w.Until, today)
}

// CheckUntil says what is wrong with the last day of a decision made today.
func CheckUntil(until, today statute.Date) error {
	now, err := time.Parse(time.DateOnly, string(today))
	if err != nil {
		return err
	}
	last, err := time.Parse(time.DateOnly, string(until))
	switch {
	case err != nil:
		return fmt.Errorf("date %q: give a day as 2026-12-31", until)
	case !last.After(now):
		return fmt.Errorf("date %s is not in the future: today is %s", until, today)
	case last.After(now.AddDate(longestYears, 0, 0)):
		return fmt.Errorf("date %s is too far ahead: the last day may be %s, two years from today", until, now.AddDate(longestYears, 0, 0).Format(time.DateOnly))
	}
	return nil
}
