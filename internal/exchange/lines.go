package exchange

import (
	"bufio"
	"bytes"
	"errors"
	"io"
)

// line is one physical line of a text file, decoded.
type line struct {
	text   string
	number int   // 1 is the first
	bad    int64 // position in the file of the first byte that is no character, or -1
}

// lineReader splits a file into lines in any encoding and any line ending.
// Splitting before decoding keeps one broken byte from spoiling what follows
// its line.
type lineReader struct {
	from     *bufio.Reader
	encoding string
	offset   int64
	number   int
	pending  []byte // rest after a lone carriage return
	returned []line
}

func newLineReader(source io.ReaderAt, size int64, encoding string, skip int) *lineReader {
	from := bufio.NewReaderSize(io.NewSectionReader(source, int64(skip), size-int64(skip)), 1<<16)
	return &lineReader{from: from, encoding: encoding, offset: int64(skip)}
}

func (l *lineReader) wide() int {
	if l.encoding == utf16LEName || l.encoding == utf16BEName {
		return 2
	}
	return 1
}

// raw gives the bytes of the next line without its ending, and where it began.
func (l *lineReader) raw() ([]byte, int64, error) {
	if l.pending == nil {
		whole, err := l.untilNewline()
		if err != nil {
			return nil, 0, err
		}
		l.pending = whole
	}
	start := l.offset
	head, rest, width := l.cutReturn(l.pending)
	l.offset += int64(len(head) + width)
	l.pending = rest
	return head, start, nil
}

// untilNewline reads up to and including the next line feed.
func (l *lineReader) untilNewline() ([]byte, error) {
	var whole []byte
	for {
		piece, err := l.from.ReadSlice('\n')
		whole = append(whole, piece...)
		if errors.Is(err, bufio.ErrBufferFull) {
			continue
		}
		if err != nil && (len(whole) == 0 || !errors.Is(err, io.EOF)) {
			return nil, err
		}
		if err == nil && l.wide() == 2 {
			done, err := l.closeWide(&whole)
			if err != nil {
				return nil, err
			}
			if !done {
				continue
			}
		}
		return whole, nil
	}
}

// closeWide tells a UTF-16 line feed from a character that merely contains
// the byte 0x0A.
func (l *lineReader) closeWide(whole *[]byte) (bool, error) {
	at := len(*whole) - 1
	if l.encoding == utf16BEName {
		return at%2 == 1 && (*whole)[at-1] == 0, nil
	}
	if at%2 == 1 {
		return false, nil
	}
	high, err := l.from.ReadByte()
	if errors.Is(err, io.EOF) {
		return true, nil
	}
	if err != nil {
		return false, err
	}
	*whole = append(*whole, high)
	return high == 0, nil
}

// cutReturn cuts at the first line ending: line feed, carriage return, or both.
func (l *lineReader) cutReturn(whole []byte) (head, rest []byte, width int) {
	unit := l.wide()
	for at := 0; at+unit <= len(whole); at += unit {
		if unit == 1 {
			next := bytes.IndexAny(whole[at:], "\r\n")
			if next < 0 {
				break
			}
			at += next
		}
		found := l.unit(whole[at:])
		if found != '\r' && found != '\n' {
			continue
		}
		end := at + unit
		if found == '\r' && end+unit <= len(whole) && l.unit(whole[end:]) == '\n' {
			end += unit
		}
		if end < len(whole) {
			rest = whole[end:]
		}
		return whole[:at], rest, end - at
	}
	return whole, nil, 0
}

func (l *lineReader) unit(at []byte) uint16 {
	switch {
	case l.encoding == utf16LEName:
		return uint16(at[0]) | uint16(at[1])<<8
	case l.encoding == utf16BEName:
		return uint16(at[0])<<8 | uint16(at[1])
	}
	return uint16(at[0])
}

// next gives the next line, or io.EOF.
func (l *lineReader) next() (line, error) {
	if len(l.returned) > 0 {
		again := l.returned[0]
		l.returned = l.returned[1:]
		return again, nil
	}
	raw, start, err := l.raw()
	if err != nil {
		return line{}, err
	}
	l.number++
	text, bad := decode(l.encoding, raw)
	got := line{text: text, number: l.number, bad: -1}
	if bad >= 0 {
		got.bad = start + int64(bad)
	}
	return got, nil
}

// giveBack puts lines that belong to later records in front again.
func (l *lineReader) giveBack(lines []line) {
	l.returned = append(append([]line(nil), lines...), l.returned...)
}
