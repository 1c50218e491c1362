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
	known, err := w.refs(number)
	if err != nil {
		return sectionRef{}, err
	}
	for _, r := range known {
		if r.document == w.p.Document.ID && r.within == within {
			return r, nil
		}
	}
	if i := slices.IndexFunc(known, func(r sectionRef) bool { return r.loose && r.within == within }); i >= 0 {
		return known[i], w.move(known[i], within)
	}
	return w.newRef(number, within, len(known)+1)
}

func (w *promotion) refs(number string) ([]sectionRef, error) {
	var known []sectionRef
	rows, err := w.tx.QueryContext(w.ctx, `SELECT ref.s, ref.occurrence, ref.document, ref.within, document.retired
		FROM ref JOIN document ON document.id = ref.document WHERE ref.source = $1 AND ref.number = $2 ORDER BY ref.occurrence`, w.p.Source.ID, number)
	err = each(rows, err, func(rows *sql.Rows) error {
		var r sectionRef
		err := rows.Scan(&r.s, &r.occurrence, &r.document, &r.within, &r.loose)
		known = append(known, r)
		return err
	})
	return known, err
}

func (w *promotion) move(r sectionRef, within int) error {
	_, err := w.tx.ExecContext(w.ctx, `UPDATE ref SET document = $1, within = $2 WHERE source = $3 AND s = $4`, w.p.Document.ID, within, w.p.Source.ID, r.s)
	return err
}

func (w *promotion) newRef(number string, within, occurrence int) (sectionRef, error) {
	r := sectionRef{occurrence: occurrence, document: w.p.Document.ID, within: within}
	err := w.tx.QueryRowContext(w.ctx, `INSERT INTO ref (source, s, number, occurrence, document, within)
		SELECT $1, COALESCE(MAX(s), 0) + 1, $2, $3, $4, $5 FROM ref WHERE source = $1 RETURNING s`,
		w.p.Source.ID, number, occurrence, w.p.Document.ID, within).Scan(&r.s)
	return r, err
}
