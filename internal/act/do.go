package act

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"

	"huidan/internal/access"
	"huidan/internal/act/internal/sqldb"
	"huidan/internal/fault"
)

// Do does an act: permission, change, journal lines and receipt in one durable
// transaction. The same key from the same person gives the first answer again;
// the same key with another content is refused.
func Do[R any](ctx context.Context, d *Door, call Call, a Act[R]) (R, error) {
	var answer R
	if err := call.check(); err != nil {
		return answer, err
	}
	payload, err := json.Marshal(a)
	if err != nil {
		return answer, fmt.Errorf("act %s: %w", a.Action(), err)
	}
	sum := sha256.Sum256(append([]byte(string(a.Action())+"\n"), payload...))
	hash := hex.EncodeToString(sum[:])
	err = d.db.Update(ctx, func(ctx context.Context, s *sqldb.Session) error {
		tx := &Tx{s: s, door: d, call: call, act: a.Action(), now: d.Now()}
		first, kept, err := tx.receive(ctx, hash)
		if err != nil {
			return err
		}
		if !first {
			return json.Unmarshal([]byte(kept), &answer)
		}
		answer, err = run(ctx, tx, a)
		if err != nil {
			return err
		}
		return tx.finish(ctx, answer)
	})
	if err != nil {
		var none R
		return none, err
	}
	d.wake()
	return answer, nil
}

func run[R any](ctx context.Context, tx *Tx, a Act[R]) (R, error) {
	var none R
	scope, err := a.Scope(ctx, tx)
	if err != nil {
		return none, err
	}
	if !access.Allowed(tx.call.Actor, a.Action(), scope) {
		return none, fault.Forbidden("fault.forbidden", "action", string(a.Action()))
	}
	tx.running = true
	return a.Run(ctx, tx)
}

// receive claims the idempotency key. A repetition writes too (it counts the
// replay): a transaction that writes nothing waits for no standby, and its
// answer could promise a change that only this machine holds.
func (tx *Tx) receive(ctx context.Context, hash string) (first bool, answer string, err error) {
	var replays int64
	var kept string
	_, err = tx.s.One(ctx, []any{&replays, &kept, &answer}, `
		INSERT INTO receipt (actor_id, key, act, payload_hash, answer, replays, recorded_at)
		VALUES (?, ?, ?, ?, '', 0, ?)
		ON CONFLICT (actor_id, key) DO UPDATE SET replays = receipt.replays + 1
		RETURNING replays, payload_hash, answer`,
		tx.call.Actor.ID, tx.call.Key, string(tx.act), hash, Millis(tx.now))
	if err != nil {
		return false, "", err
	}
	if replays > 0 && kept != hash {
		return false, "", fault.New(fault.KindConflict, "fault.key_reused")
	}
	return replays == 0, answer, nil
}

// finish writes the announced lines and keeps the answer.
func (tx *Tx) finish(ctx context.Context, answer any) error {
	if tx.writes == 0 {
		return fmt.Errorf("act %s changed nothing and announced no line", tx.act)
	}
	if err := tx.writeLines(ctx); err != nil {
		return err
	}
	kept, err := json.Marshal(answer)
	if err != nil {
		return err
	}
	_, err = tx.s.Exec(ctx, "UPDATE receipt SET answer = ? WHERE actor_id = ? AND key = ?",
		string(kept), tx.call.Actor.ID, tx.call.Key)
	return err
}
