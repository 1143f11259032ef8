package exchange

import (
	"bytes"
	"errors"
	"io"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
)

// The encodings that are told apart.
const (
	utf8Name    = "UTF-8"
	utf16LEName = "UTF-16LE"
	utf16BEName = "UTF-16BE"
	gbName      = "GB18030"
	big5Name    = "Big5"
	latinName   = "Windows-1252"
)

// census counts what the bytes of a whole file would be in each encoding.
type census struct {
	bytes, high, control, zero int
	lonely                     int // high bytes between low ones
	utf8Good, utf8Bad          int
	gbGood, gbCommon, gbBad    int
	b5Good, b5Common, b5Bad    int
}

// findEncoding reads the whole file, because a register may be plain ASCII
// for thousands of rows before the first Chinese name. It returns the name
// and the length of the byte order mark.
func findEncoding(source io.ReaderAt, size int64) (string, int, error) {
	head := make([]byte, min(size, 1<<16))
	if _, err := source.ReadAt(head, 0); err != nil && !errors.Is(err, io.EOF) {
		return "", 0, err
	}
	switch {
	case bytes.HasPrefix(head, []byte("\xef\xbb\xbf")):
		return utf8Name, 3, nil
	case bytes.HasPrefix(head, []byte("\xff\xfe")):
		return utf16LEName, 2, nil
	case bytes.HasPrefix(head, []byte("\xfe\xff")):
		return utf16BEName, 2, nil
	}
	if name := findUTF16(head); name != "" {
		return name, 0, nil
	}
	var count census
	lines := newLineReader(source, size, latinName, 0)
	for {
		raw, _, err := lines.raw()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return "", 0, err
		}
		count.add(raw)
	}
	name, err := count.verdict()
	return name, 0, err
}

// findUTF16 recognises UTF-16 without a mark: zero bytes on one
// side nearly always (the other side has them in 一 and its like).
func findUTF16(head []byte) string {
	var zeros [2]int
	for i, b := range head {
		if b == 0 {
			zeros[i&1]++
		}
	}
	enough := max(2, len(head)/100)
	if zeros[1] >= enough && zeros[1] > 4*zeros[0] {
		return utf16LEName
	}
	if zeros[0] >= enough && zeros[0] > 4*zeros[1] {
		return utf16BEName
	}
	return ""
}

func (c *census) add(line []byte) {
	c.bytes += len(line) + 1
	for i, b := range line {
		switch {
		case b == 0:
			c.zero++
		case b < 0x20 && b != '\t' && b != '\r' && b != '\f' && b != '\v' && b != 0x1a:
			c.control++
		case b >= 0x80:
			c.high++
			if (i == 0 || line[i-1] < 0x80) && (i+1 == len(line) || line[i+1] < 0x80) {
				c.lonely++
			}
		}
	}
	c.addUTF8(line)
	c.addGB(line)
	c.addBig5(line)
}

func (c *census) addUTF8(line []byte) {
	for i := 0; i < len(line); {
		if line[i] < utf8.RuneSelf {
			i++
			continue
		}
		r, width := utf8.DecodeRune(line[i:])
		if r == utf8.RuneError && width == 1 {
			c.utf8Bad++
		} else {
			c.utf8Good++
		}
		i += width
	}
}

// addGB walks GB18030; common are the first-level characters of GB 2312 and
// its punctuation, which make up nearly all of real text.
func (c *census) addGB(line []byte) {
	for i := 0; i < len(line); {
		lead := line[i]
		if lead < 0x80 {
			i++
			continue
		}
		if i+1 >= len(line) || lead == 0x80 || lead == 0xff {
			c.gbBad++
			i++
			continue
		}
		trail := line[i+1]
		switch {
		case trail >= 0x40 && trail != 0x7f && trail != 0xff:
			c.gbGood++
			if trail >= 0xa1 && (lead >= 0xb0 && lead <= 0xd7 || lead >= 0xa1 && lead <= 0xa3) {
				c.gbCommon++
			}
			i += 2
		case trail >= 0x30 && trail <= 0x39 && i+3 < len(line) && line[i+2] >= 0x81 && line[i+3] >= 0x30 && line[i+3] <= 0x39:
			c.gbGood++
			i += 4
		default:
			c.gbBad++
			i++
		}
	}
}

func (c *census) addBig5(line []byte) {
	for i := 0; i < len(line); {
		lead := line[i]
		if lead < 0x80 {
			i++
			continue
		}
		if i+1 >= len(line) || lead < 0xa1 || lead > 0xf9 {
			c.b5Bad++
			i++
			continue
		}
		trail := line[i+1]
		if trail < 0x40 || trail > 0x7e && trail < 0xa1 || trail == 0xff {
			c.b5Bad++
			i++
			continue
		}
		c.b5Good++
		if lead <= 0xc6 {
			c.b5Common++
		}
		i += 2
	}
}

// verdict picks the encoding in which the bytes read as ordinary text. A few
// broken places do not change it: their rows are set aside later.
func (c *census) verdict() (string, error) {
	if c.zero > 0 || c.control*200 > c.bytes {
		return "", refuse("exchange.not_a_table")
	}
	if c.utf8Bad == 0 || c.utf8Bad*10 <= c.utf8Good {
		return utf8Name, nil
	}
	gb := share(c.gbCommon, c.gbGood+c.gbBad)
	big5 := share(c.b5Common, c.b5Good+c.b5Bad)
	if gb >= 0.5 && gb >= big5 {
		return gbName, nil
	}
	if big5 >= 0.7 {
		return big5Name, nil
	}
	if c.lonely*10 >= c.high*6 {
		return latinName, nil
	}
	if c.gbBad*20 <= c.gbGood {
		return gbName, nil
	}
	return "", refuse("exchange.encoding_unreadable")
}

func share(part, whole int) float64 {
	if whole == 0 {
		return 0
	}
	return float64(part) / float64(whole)
}

// decode turns one raw line into text. bad is the position of the first byte
// that is no character in this encoding, or -1.
func decode(name string, raw []byte) (text string, bad int) {
	switch name {
	case utf8Name:
		return decodeUTF8(raw)
	case utf16LEName, utf16BEName:
		return decodeUTF16(raw, name == utf16BEName)
	case gbName:
		return decodeBy(simplifiedchinese.GB18030, raw)
	case big5Name:
		return decodeBy(traditionalchinese.Big5, raw)
	}
	return decodeBy(charmap.Windows1252, raw)
}

func decodeUTF8(raw []byte) (string, int) {
	if utf8.Valid(raw) {
		return string(raw), -1
	}
	for at := 0; at < len(raw); {
		r, width := utf8.DecodeRune(raw[at:])
		if r == utf8.RuneError && width == 1 {
			return string(bytes.ToValidUTF8(raw, []byte("\ufffd"))), at
		}
		at += width
	}
	return string(raw), -1
}

func decodeUTF16(raw []byte, bigEndian bool) (string, int) {
	bad := -1
	units := make([]uint16, 0, len(raw)/2)
	for i := 0; i+1 < len(raw); i += 2 {
		unit := uint16(raw[i]) | uint16(raw[i+1])<<8
		if bigEndian {
			unit = uint16(raw[i])<<8 | uint16(raw[i+1])
		}
		units = append(units, unit)
	}
	if len(raw)%2 == 1 {
		bad = len(raw) - 1
	}
	for i := 0; i < len(units); i++ {
		if !utf16.IsSurrogate(rune(units[i])) {
			continue
		}
		if i+1 < len(units) && utf16.DecodeRune(rune(units[i]), rune(units[i+1])) != utf8.RuneError {
			i++
			continue
		}
		bad = i * 2
		break
	}
	return string(utf16.Decode(units)), bad
}

// decodeBy decodes the line; only when something is broken it is walked again
// in growing pieces to find the place.
func decodeBy(by encoding.Encoding, raw []byte) (string, int) {
	ascii := true
	for _, b := range raw {
		ascii = ascii && b < 0x80
	}
	if ascii {
		return string(raw), -1
	}
	out, err := by.NewDecoder().Bytes(raw)
	if err == nil && !bytes.ContainsRune(out, utf8.RuneError) {
		return string(out), -1
	}
	return string(out), firstBad(by, raw)
}

func firstBad(by encoding.Encoding, raw []byte) int {
	for at := 0; at < len(raw); {
		if raw[at] < 0x80 {
			at++
			continue
		}
		width := 0
		for _, try := range []int{1, 2, 4} {
			if at+try > len(raw) {
				break
			}
			out, err := by.NewDecoder().Bytes(raw[at : at+try])
			if err == nil && utf8.RuneCount(out) == 1 && !bytes.ContainsRune(out, utf8.RuneError) {
				width = try
				break
			}
		}
		if width == 0 {
			return at
		}
		at += width
	}
	return 0
}
