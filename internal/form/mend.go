package form

import (
	"bytes"
	"fmt"
	"regexp"
	"strconv"
	"unicode/utf16"
)

var (
	unicodeMap = regexp.MustCompile(`(?s)^(\d+ 0 obj\n)<<\n/Length \d+\n>>\nstream\n(/CIDInit .*?)\d+ beginbfrange\n(.*?)endbfrange\n(.*)endstream\n`)
	mapLine    = regexp.MustCompile(`<([0-9A-F]{4})><[0-9A-F]{4}><([0-9A-F]+)>\n`)
)

// mendUnicode rewrites the tables by which a reader copies and searches text.
// The PDF writer puts characters beyond U+FFFF there with five digits, where
// the format wants a surrogate pair, so that 𬭎 in a name would be found as
// another character; and it puts more than 100 lines into one block.
func mendUnicode(pdf []byte) ([]byte, error) {
	objects, trailer, err := split(pdf)
	if err != nil {
		return nil, err
	}
	out := bytes.NewBuffer(make([]byte, 0, len(pdf)+256))
	offsets := make([]int, len(objects))
	for i, object := range objects {
		offsets[i] = out.Len()
		out.Write(mendObject(object))
	}
	start := out.Len()
	fmt.Fprintf(out, "xref\n0 %d\n0000000000 65535 f \n", len(objects))
	for _, offset := range offsets[1:] {
		fmt.Fprintf(out, "%010d 00000 n \n", offset)
	}
	out.Write(trailer)
	fmt.Fprintf(out, "startxref\n%d\n%%%%EOF\n", start)
	return out.Bytes(), nil
}

// split cuts a PDF as the writer makes it, objects in order and one table of
// their places behind them. The first part is the head of the file.
func split(pdf []byte) (objects [][]byte, trailer []byte, err error) {
	tail := bytes.LastIndex(pdf, []byte("startxref\n"))
	table := bytes.LastIndex(pdf, []byte("\nxref\n0 ")) + 1
	if tail < 0 || table <= 0 {
		return nil, nil, fmt.Errorf("no table of objects in the PDF")
	}
	lines := bytes.Split(pdf[table:tail], []byte("\n"))
	count, err := strconv.Atoi(string(bytes.TrimPrefix(lines[1], []byte("0 "))))
	if err != nil || count < 2 || len(lines) < count+2 {
		return nil, nil, fmt.Errorf("the table of objects in the PDF cannot be read")
	}
	from := 0
	for _, line := range lines[3 : count+2] {
		at, err := strconv.Atoi(string(line[:10]))
		if err != nil || at < from || at > table {
			return nil, nil, fmt.Errorf("the table of objects in the PDF is out of order")
		}
		objects, from = append(objects, pdf[from:at]), at
	}
	return append(objects, pdf[from:table]), bytes.Join(lines[count+2:], []byte("\n")), nil
}

func mendObject(object []byte) []byte {
	parts := unicodeMap.FindSubmatch(object[:min(len(object), 1<<20)])
	if parts == nil {
		return object
	}
	var stream bytes.Buffer
	stream.Write(parts[2])
	lines := mapLine.FindAllSubmatch(parts[3], -1)
	for len(lines) > 0 {
		n := min(100, len(lines))
		fmt.Fprintf(&stream, "%d beginbfrange\n", n)
		for _, line := range lines[:n] {
			fmt.Fprintf(&stream, "<%s><%s><%s>\n", line[1], line[1], surrogates(string(line[2])))
		}
		stream.WriteString("endbfrange\n")
		lines = lines[n:]
	}
	stream.Write(parts[4])
	rest := object[len(parts[0]):]
	return fmt.Appendf(nil, "%s<<\n/Length %d\n>>\nstream\n%sendstream\n%s", parts[1], stream.Len(), stream.Bytes(), rest)
}

// surrogates writes a code point in UTF-16, in hexadecimal digits.
func surrogates(hex string) string {
	code, err := strconv.ParseUint(hex, 16, 21)
	if err != nil || code <= 0xFFFF {
		return hex
	}
	high, low := utf16.EncodeRune(rune(code))
	return fmt.Sprintf("%04X%04X", high, low)
}
