//go:build linux || darwin

package server

import "syscall"

// freeBytes is the room left for this program where folder lies.
func freeBytes(folder string) (int64, bool) {
	var st syscall.Statfs_t
	if err := syscall.Statfs(folder, &st); err != nil {
		return 0, false
	}
	return int64(st.Bavail) * int64(st.Bsize), true
}
