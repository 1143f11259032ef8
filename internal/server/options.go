package server

import (
	"log/slog"
	"net/netip"

	"huidan/internal/act"
	"huidan/internal/attach"
)

// Options say how a Server serves.
type Options struct {
	Door *act.Door
	// DataDir holds the records of the embedded database, the files and the
	// ballast; its free space is watched. Empty: nothing is watched.
	DataDir string
	Version string
	// Demo shows the demo logins on the sign-in screen.
	Demo bool
	// TrustedProxies may say on whose behalf they ask (X-Forwarded-For, -Proto).
	TrustedProxies []netip.Prefix
	// MetricsToken opens /metrics to those who hold it; without, only this
	// machine may read it.
	MetricsToken string
	// RequestsPerSecond bounds one address and one person; 0 sets no bound.
	RequestsPerSecond int
	// UploadLimit is the size of the largest file in bytes.
	UploadLimit int64
	Log         *slog.Logger
}

// DefaultUploadLimit is the size of the largest file, in bytes.
const DefaultUploadLimit = attach.LargestFile
