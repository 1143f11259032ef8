package exchange

import (
	"bytes"
	"errors"
	"io"
	"strings"
)

// signatures are the first bytes of files people take for tables.
var signatures = []struct{ start, code string }{
	{"%PDF", "exchange.is_pdf"},
	{"\x89PNG", "exchange.is_image"},
	{"\xff\xd8\xff", "exchange.is_image"},
	{"GIF8", "exchange.is_image"},
	{"BM", "exchange.is_image"},
	{"II*\x00", "exchange.is_image"},
	{"MM\x00*", "exchange.is_image"},
	{"{\\rtf", "exchange.is_document"},
	{"\x1f\x8b", "exchange.is_archive"},
	{"Rar!", "exchange.is_archive"},
	{"7z\xbc\xaf", "exchange.is_archive"},
	{"PK\x05\x06", "exchange.is_archive"},
}

// sniff decides from the content alone what the file is.
func sniff(source io.ReaderAt, size int64) (FileKind, error) {
	head := make([]byte, min(size, 4096))
	if _, err := source.ReadAt(head, 0); err != nil && !errors.Is(err, io.EOF) {
		return "", err
	}
	if bytes.HasPrefix(head, []byte("PK\x03\x04")) {
		return Workbook, nil
	}
	if bytes.HasPrefix(head, []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")) {
		return "", refuseOldOffice(source, size)
	}
	for _, known := range signatures {
		if known.start == "BM" && !isBitmap(head) {
			continue
		}
		if bytes.HasPrefix(head, []byte(known.start)) {
			return "", refuse(known.code)
		}
	}
	if len(head) > 12 && (string(head[8:12]) == "WEBP" || string(head[4:8]) == "ftyp") {
		return "", refuse("exchange.is_image")
	}
	return Separated, refuseMarkup(head)
}

// isBitmap tells a bitmap from text that happens to begin with "BM".
func isBitmap(head []byte) bool {
	return len(head) > 14 && head[6] == 0 && head[7] == 0 && head[8] == 0 && head[9] == 0
}

// refuseOldOffice tells a password-protected workbook from an old .xls; both
// come in the same container.
func refuseOldOffice(source io.ReaderAt, size int64) error {
	content, err := io.ReadAll(io.NewSectionReader(source, 0, size))
	if err != nil {
		return err
	}
	if bytes.Contains(content, []byte("E\x00n\x00c\x00r\x00y\x00p\x00t\x00e\x00d\x00P\x00a\x00c\x00k\x00a\x00g\x00e\x00")) {
		return refuse("exchange.is_encrypted")
	}
	return refuse("exchange.is_xls")
}

// refuseMarkup finds web pages and XML, which some programs save as ".xls".
func refuseMarkup(head []byte) error {
	text := strings.ToLower(strings.TrimLeft(strings.TrimPrefix(string(head), "\ufeff"), " \t\r\n"))
	for _, start := range []string{"<!doctype", "<html", "<head", "<table", "<meta", "<style", "<body"} {
		if strings.HasPrefix(text, start) {
			return refuse("exchange.is_html")
		}
	}
	if strings.HasPrefix(text, "<?xml") || strings.HasPrefix(text, "<svg") {
		return refuse("exchange.is_xml")
	}
	if bytes.Contains(head[:min(len(head), 1024)], []byte("%PDF-")) {
		return refuse("exchange.is_pdf")
	}
	return nil
}
