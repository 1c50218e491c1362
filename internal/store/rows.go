package store

import (
	"context"
	"database/sql"
	"fmt"
	"strings"
)

// rowsAtOnce is how many rows one statement takes.
const rowsAtOnce = 64

// rowsOf are new rows of a table that are written many at once.
type rowsOf struct {
	tx             *sql.Tx
	table, columns string
	width, count   int
	values         []any
	// full writes rowsAtOnce rows, prepared at its first use. The transaction closes
	// it.
	full *sql.Stmt
}

// into makes an empty one. Names are our own.
func into(tx *sql.Tx, table string, columns ...string) *rowsOf {
	return &rowsOf{tx: tx, table: table, columns: strings.Join(columns, ", "), width: len(columns), values: make([]any, 0, rowsAtOnce*len(columns))}
}

func (r *rowsOf) add(values ...any) {
	r.values = append(r.values, values...)
	r.count++
}

// flush writes the rows, in their order.
func (r *rowsOf) flush(ctx context.Context) (err error) {
	for rows := r.values; len(rows) > 0 && err == nil; {
		some := rows[:min(len(rows), rowsAtOnce*r.width)]
		rows = rows[len(some):]
		err = r.write(ctx, some)
	}
	r.values, r.count = r.values[:0], 0
	return err
}

func (r *rowsOf) write(ctx context.Context, values []any) (err error) {
	if len(values) < rowsAtOnce*r.width {
		_, err = r.tx.ExecContext(ctx, r.insert(len(values)/r.width), values...)
		return err
	}
	if r.full == nil {
		if r.full, err = r.tx.PrepareContext(ctx, r.insert(rowsAtOnce)); err != nil {
			return err
		}
	}
	_, err = r.full.ExecContext(ctx, values...)
	return err
}

// insert is the statement for some rows.
func (r *rowsOf) insert(rows int) string {
	one := "(?" + strings.Repeat(", ?", r.width-1) + ")"
	return fmt.Sprintf("INSERT INTO %s (%s) VALUES %s%s", r.table, r.columns, one, strings.Repeat(", "+one, rows-1))
}
