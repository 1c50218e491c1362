package claimed

import (
	"strings"

	"github.com/pincite/pincite/audit/lexis"
)

// An answer bids its reader: "file your application with the clerk". That lays something
// down, but whether it is a duty or good advice the words do not tell ("send the request
// by certified mail" is said of what one may do), so no force is read into it.

// bids are verbs by which an answer tells its reader what to do: "file your
// application with the clerk". Those that may as well be a noun at the head of a
// sentence count only before a word of bidden.
const bids = "add|allow|announce|appoint|apply|ask|attach|avoid|bring|call|cancel|certify|charge|check|collect|comply|confirm|contact|count|date|delay|delete|deliver|deposit|describe|destroy|disclose|display|" +
	"encrypt|enclose|ensure|erase|explain|file|fill|furnish|give|hand|have|hold|identify|include|inform|issue|keep|label|leave|let|list|mail|maintain|make|mark|name|notify|obtain|offer|open|pay|place|" +
	"post|prepare|present|print|produce|provide|publish|put|record|refund|register|remove|renew|repay|replace|report|request|retain|return|review|save|say|seek|sell|send|serve|set|shred|show|sign|" +
	"specify|state|stop|store|submit|supply|take|tell|train|treat|tag|turn|update|use|verify|wait|warn|write"

// bidden are words that follow such a verb, and seldom a noun.
const bidden = "a|an|the|your|their|his|her|its|it|them|him|any|all|each|every|either|both|no|only|at|in|on|with|within|to|up|out|that|this|these|those|for|by|copies|written|notice|until|before|back|down|off|what|who|whom|when|as|" +
	"one|two|three|four|five|six|seven|eight|nine|ten|customers|consumers|buyers|people|everyone|anyone|records|proof"

// beforeBid open a clause behind which the reader is bidden.
const beforeBid = "if|when|once|before|after|where|while|to|in|for|within|at|as|unless|whenever|upon|on|during|by|under|until"

// bidsReader tells a sentence that says what its reader is to do. It must not tell so of
// a condition ("report in good faith and you are immune"), nor of a noun that opens a
// sentence ("notice by mail suffices").
func bidsReader(text string, own []lexis.Word) bool {
	at := 0
	if len(own) > 0 && lexis.OneOf(own[0].Lower, beforeBid) {
		at = behindComma(text, own)
	}
	for at < len(own) &&
		lexis.OneOf(own[at].Lower, "then|also|first|second|next|finally|always|please|just|simply|promptly|immediately|do|not|don't|never") {
		at++
	}
	if at+1 >= len(own) || !lexis.OneOf(own[at].Lower, bids) || !lexis.OneOf(own[at+1].Lower, bidden) ||
		strings.ContainsAny(lexis.Gap(text, own[at], own[at+1]), ",;:.") {
		return false
	}
	return !lexis.PhraseIn(own[at:], "and you|you'll|you're")
}

// behindComma is the first word behind the first comma, past the last for none.
func behindComma(text string, list []lexis.Word) int {
	for i := 1; i < len(list); i++ {
		if strings.Contains(lexis.Gap(text, list[i-1], list[i]), ",") {
			return i
		}
	}
	return len(list)
}
