package attach

import (
	"errors"
	"syscall"

	"huidan/internal/fault"
)

// room turns "no space left" into the refusal people can act on.
func room(err error) error {
	if errors.Is(err, syscall.ENOSPC) || errors.Is(err, syscall.EDQUOT) {
		return fault.New(fault.KindStorageFull, "fault.storage_full")
	}
	return err
}
