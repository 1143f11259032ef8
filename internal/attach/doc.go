// Package attach keeps files by the hash of their content: the bytes in a
// folder, what is known of them in the records. A file is on disk, with its
// directory entry, before any record names it; what is named is never lost.
package attach
