package complaint

import (
	"context"

	"huidan/internal/access"
	"huidan/internal/act"
	"huidan/internal/deadline"
	"huidan/internal/fault"
	"huidan/internal/party"
)

// UndoImport makes complaints void that came with an import and that nobody has
// worked on since; their numbers stay used (2.1-b). Others are left as they are
// and named in the answer.
type UndoImport struct {
	ImportID string   `json:"import_id"`
	Reason   string   `json:"reason"`
	IDs      []string `json:"ids" doc:"complaints, at most 100 at a time"`
}

// UndoAnswer says what became of the complaints.
type UndoAnswer struct {
	Voided int64    `json:"voided"`
	Kept   []string `json:"kept" doc:"numbers of those that were worked on"`
}

// Action names the act.
func (UndoImport) Action() access.Action { return "complaint.undo_import" }

// Scope: the import is the company's.
func (UndoImport) Scope(context.Context, *act.Tx) (access.Scope, error) { return access.Scope{}, nil }

// Run undoes them.
func (a UndoImport) Run(ctx context.Context, tx *act.Tx) (UndoAnswer, error) {
	answer := UndoAnswer{Kept: []string{}}
	if err := checkUndo(a.Reason, len(a.IDs)); err != nil {
		return answer, err
	}
	for _, id := range a.IDs {
		c, err := read(ctx, tx, id)
		if err != nil {
			return answer, err
		}
		if c.ImportID != a.ImportID {
			return answer, fault.NotFound("fault.not_found")
		}
		if c.Version != 1 {
			answer.Kept = append(answer.Kept, c.Number)
			continue
		}
		if err := c.undo(ctx, tx, a.Reason); err != nil {
			return answer, err
		}
		answer.Voided++
	}
	if answer.Voided == 0 {
		return answer, fault.Against("2.1-b", "ledger.nothing_to_undo")
	}
	return answer, nil
}

func checkUndo(reason string, n int) error {
	var wrong fault.Fields
	required(&wrong, "reason", reason, longestShort)
	wrong.Add(n == 0, "ids", "fault.required")
	wrong.Add(n > ImportMost, "ids", "complaint.too_many_lines", "max", ImportMost)
	return wrong.Err()
}

// undo makes an untouched complaint void; its clocks stop.
func (c *Complaint) undo(ctx context.Context, tx *act.Tx, reason string) error {
	c.State, c.CloseKind, c.CloseSummary, c.ClosedAt = StateVoid, string(StateVoid), reason, act.Millis(tx.Now())
	said := c.say(tx, "import_undone", nil, "2.1-b")
	if err := deadline.Cancel(ctx, tx, said); err != nil {
		return err
	}
	_, err := c.save(ctx, tx, said)
	return err
}

// UndoImportedCustomers makes customers void that came with an import, when
// nothing hangs on them and nobody has changed them.
type UndoImportedCustomers struct {
	ImportID string   `json:"import_id"`
	Reason   string   `json:"reason"`
	IDs      []string `json:"ids" doc:"customers, at most 100 at a time"`
}

// Action names the act.
func (UndoImportedCustomers) Action() access.Action { return "complaint.undo_import" }

// Scope: the import is the company's.
func (UndoImportedCustomers) Scope(context.Context, *act.Tx) (access.Scope, error) {
	return access.Scope{}, nil
}

// UnusedCustomer is the condition on customers u of an import m that were never
// changed and on which nothing in force hangs.
const UnusedCustomer = `u.version = 1 AND u.voided_at IS NULL
	AND NOT EXISTS (SELECT 1 FROM complaint c WHERE c.customer_id = u.id AND c.state <> 'void')
	AND NOT EXISTS (SELECT 1 FROM unit n WHERE n.customer_id = u.id AND n.voided_at IS NULL)
	AND NOT EXISTS (SELECT 1 FROM site s WHERE s.customer_id = u.id AND s.voided_at IS NULL)
	AND NOT EXISTS (SELECT 1 FROM contact t WHERE t.customer_id = u.id AND t.voided_at IS NULL)`

// Run undoes them.
func (a UndoImportedCustomers) Run(ctx context.Context, tx *act.Tx) (UndoAnswer, error) {
	answer := UndoAnswer{Kept: []string{}}
	if err := checkUndo(a.Reason, len(a.IDs)); err != nil {
		return answer, err
	}
	for _, id := range a.IDs {
		var one int64
		unused, err := tx.One(ctx, []any{&one}, `SELECT 1 FROM import_customer m JOIN customer u ON u.id = m.customer_id
			WHERE m.import_id = ? AND m.customer_id = ? AND `+UnusedCustomer, a.ImportID, id)
		if err != nil {
			return answer, err
		}
		if !unused {
			continue
		}
		if _, err := (party.VoidCustomer{ID: id, Version: 1, Reason: a.Reason}).Run(ctx, tx); err != nil {
			return answer, err
		}
		answer.Voided++
	}
	if answer.Voided == 0 {
		return answer, fault.Against("2.1-b", "ledger.nothing_to_undo")
	}
	return answer, nil
}
