package index

// forms are unevenly inflected words, and British spellings, with the form that
// stands for them.
var forms = map[string]string{
	"licence": "license", "licences": "license", "licensed": "license", "licenses": "license", "licensing": "license",
	"organisation": "organization", "licensee": "licensee", "e-mail": "email", "e-mails": "email",
	"fulfil": "fulfill", "programme": "program", "cheque": "check", "offence": "offense", "defence": "defense",
	"children": "child", "men": "man", "women": "woman", "people": "person", "bought": "buy", "purchase": "buy",
	"purchases": "buy", "purchased": "buy", "purchasing": "buy", "taken": "take", "took": "take",
	"began": "begin", "begun": "begin", "broken": "break", "brought": "bring", "drew": "draw", "drawn": "draw",
	"drove": "drive", "driven": "drive", "fell": "fall", "fallen": "fall", "forgot": "forget", "gone": "go", "went": "go",
	"grew": "grow", "grown": "grow", "heard": "hear", "led": "lead", "made": "make", "meant": "mean", "met": "meet",
	"ran": "run", "said": "say", "saw": "see", "seen": "see", "sought": "seek", "spoke": "speak", "stood": "stand",
	"insured": "policyholder", "insureds": "policyholder", "swore": "swear", "sworn": "swear", "taught": "teach", "thought": "think", "undertook": "undertake",
	"withheld": "withhold", "worn": "wear", "wore": "wear", "bound": "bind", "became": "become", "underwent": "undergo",
}

// apart are words that share no more than their stem with a word of a group, such as
// information with inform.
const apart = `information informational informal informally authority authorities author authors custom customs customized
 exclusive exclusively exclusivity responsible responsibility responsibilities responsive willing wills majority practical practically
 practicable practicability appropriation appropriations assistive assistant assistants deference underlying suite terminal providence
 good import imports imported importer importing importation added medical medically computer computers
 excessive excessively individualized communicable adviser advisers largely shortly corporal helpful correctional`
