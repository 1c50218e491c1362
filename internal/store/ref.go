package store

import (
	"database/sql"
	"slices"
)

// sectionRef is the s of [d.s] with what it was given for.
type sectionRef struct {
	s, occurrence    int
	document, within int
	// loose refs belong to a document that its source no longer lists.
	loose bool
}

// ref gives the ref of the within-th section of this number in the document: the
// one it had, else that of the same number in a document that is gone (its URL
// changed), else a new one. Refs are never given twice.
func (w *promotion) ref(number string, within int) (sectionRef, error) {
	known := w.refs[number]
	for _, r := range known {
		if r.document == w.p.Document.ID && r.within == within {
			return r, nil
		}
	}
	if i := slices.IndexFunc(known, func(r sectionRef) bool { return r.loose && r.within == within }); i >= 0 {
		return w.move(number, i, within)
	}
	return w.newRef(number, within)
}

// loadRefs reads those of the whole source once: most are looked at.
func (w *promotion) loadRefs() error {
	w.refs = map[string][]sectionRef{}
	rows, err := w.tx.QueryContext(w.ctx, `SELECT ref.number, ref.s, ref.occurrence, ref.document, ref.within, document.retired
		FROM ref JOIN document ON document.id = ref.document WHERE ref.source = $1 ORDER BY ref.number, ref.occurrence`, w.p.Source.ID)
	return each(rows, err, func(rows *sql.Rows) error {
		var number string
		var r sectionRef
		err := rows.Scan(&number, &r.s, &r.occurrence, &r.document, &r.within, &r.loose)
		w.refs[number] = append(w.refs[number], r)
		w.lastRef = max(w.lastRef, r.s)
		return err
	})
}

// move hands a loose ref to this document.
func (w *promotion) move(number string, at, within int) (sectionRef, error) {
	r := &w.refs[number][at]
	r.document, r.within, r.loose = w.p.Document.ID, within, false
	_, err := w.tx.ExecContext(w.ctx, `UPDATE ref SET document = $1, within = $2 WHERE source = $3 AND s = $4`, r.document, within, w.p.Source.ID, r.s)
	return *r, err
}

func (w *promotion) newRef(number string, within int) (sectionRef, error) {
	w.lastRef++
	r := sectionRef{s: w.lastRef, occurrence: len(w.refs[number]) + 1, document: w.p.Document.ID, within: within}
	w.refs[number] = append(w.refs[number], r)
	w.newRefs.add(w.p.Source.ID, r.s, number, r.occurrence, r.document, r.within)
	return r, nil
}
