package party

import (
	"context"
	"reflect"
	"strings"

	"huidan/internal/act"
	"huidan/internal/fault"
)

// reasonLongest bounds a reason, in characters.
const reasonLongest = 200

func needReason(reason string) error {
	var wrong fault.Fields
	wrong.Add(strings.TrimSpace(reason) == "", "reason", "fault.required")
	wrong.Add(tooLong(reason, reasonLongest), "reason", "fault.too_long", "max", reasonLongest)
	return wrong.Err()
}

// voidRow takes a row of one of the chapter's tables out of force. The table's
// name is a constant of the caller.
func voidRow(ctx context.Context, tx *act.Tx, said *act.Said, table, id string, version int64, reason string) error {
	return tx.WriteOne(ctx, said,
		"UPDATE "+table+" SET voided_at = ?, void_reason = ?, version = version + 1 WHERE id = ? AND version = ? AND voided_at IS NULL",
		act.Millis(tx.Now()), strings.TrimSpace(reason), id, version)
}

func exists(ctx context.Context, tx *act.Tx, query string, args ...any) (bool, error) {
	var one int64
	return tx.One(ctx, []any{&one}, query+" LIMIT 1", args...)
}

// fieldNames lists which fields differ, by their names in JSON; the journal
// keeps the names, not the contents.
func fieldNames[F any](was, is F) string {
	var names []string
	a, b := reflect.ValueOf(was), reflect.ValueOf(is)
	for i := range a.NumField() {
		if !reflect.DeepEqual(a.Field(i).Interface(), b.Field(i).Interface()) {
			name, _, _ := strings.Cut(a.Type().Field(i).Tag.Get("json"), ",")
			names = append(names, name)
		}
	}
	return strings.Join(names, " ")
}
