package attach

import (
	"bytes"
	"net/http"
	"path/filepath"
	"strings"

	"huidan/internal/fault"
)

// accepted maps what a content is to the name endings that fit it. Nothing a
// browser would run is among them.
var accepted = map[string][]string{
	"image/jpeg":      {".jpg", ".jpeg", ".jfif"},
	"image/png":       {".png"},
	"image/gif":       {".gif"},
	"image/webp":      {".webp"},
	"image/bmp":       {".bmp"},
	"image/heic":      {".heic", ".heif"},
	"application/pdf": {".pdf"},
	"audio/mpeg":      {".mp3"},
	"audio/wave":      {".wav"},
	"audio/mp4":       {".m4a"},
	"audio/amr":       {".amr"},
	"video/mp4":       {".mp4", ".mov"},
	"application/vnd.openxmlformats-officedocument": {".docx", ".xlsx", ".pptx"},
	"application/msoffice":                          {".doc", ".xls", ".ppt", ".msg"},
	"application/zip":                               {".zip"},
	"text/plain":                                    {".txt", ".csv", ".eml", ".log"},
}

// kindOf tells what a content is by its bytes, and refuses what is not
// accepted or is named as something else than it is.
func kindOf(name string, head []byte) (string, error) {
	kind := sniff(head)
	endings, ok := accepted[kind]
	if !ok {
		return "", fault.New(fault.KindUnsupported, "fault.unsupported_type", "type", kind)
	}
	ending := strings.ToLower(filepath.Ext(name))
	if ending == "" {
		return kind, nil
	}
	for _, e := range endings {
		if e == ending {
			return kind, nil
		}
	}
	f := fault.Invalid(fault.Wrong("file", "attach.content_not_name", "name", ending, "type", kind))
	return "", f
}

func sniff(head []byte) string {
	switch {
	case len(head) == 0:
		return "empty"
	case bytes.HasPrefix(head, []byte("#!AMR")):
		return "audio/amr"
	case bytes.HasPrefix(head, []byte{0xD0, 0xCF, 0x11, 0xE0}):
		return "application/msoffice"
	case len(head) > 12 && string(head[4:8]) == "ftyp":
		return isoMedia(string(head[8:12]))
	case bytes.HasPrefix(head, []byte("ID3")), len(head) > 2 && head[0] == 0xFF && head[1]&0xE0 == 0xE0 && head[1] != 0xFF && head[1] != 0xFE:
		return "audio/mpeg"
	}
	kind, _, _ := strings.Cut(http.DetectContentType(head), ";")
	if kind == "application/zip" && (bytes.Contains(head, []byte("[Content_Types].xml")) || bytes.Contains(head, []byte("word/")) ||
		bytes.Contains(head, []byte("xl/")) || bytes.Contains(head, []byte("ppt/"))) {
		return "application/vnd.openxmlformats-officedocument"
	}
	return kind
}

func isoMedia(brand string) string {
	switch strings.TrimSpace(brand) {
	case "heic", "heix", "mif1", "msf1":
		return "image/heic"
	case "M4A":
		return "audio/mp4"
	}
	return "video/mp4"
}
