package exchange

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
)

// readClock is what a cell says as a time of day.
type readClock struct {
	clock   string // HH:MM
	assumed *Note
	problem *Note
}

var (
	clockShape    = regexp.MustCompile(`^(\d{1,2})(?: ?[:时点;h] ?(\d{1,2}|半|1刻|3刻)?)?(?: ?[:分] ?(\d{1,2}(?:\.\d+)?)? ?秒?)? ?(a\.?m\.?|p\.?m\.?)?$`)
	clockDigits   = regexp.MustCompile(`^([01]\d|2[0-3])([0-5]\d)$`)
	clockDotted   = regexp.MustCompile(`^(\d{1,2})\.(\d{2})$`)
	clockFraction = regexp.MustCompile(`^0?\.\d+$`)
	clockRange    = regexp.MustCompile(`^(.+?) ?(?:-|~|至|到) ?(\d.*)$`)
)

// dayParts are the words before an hour; the number is what they add to it.
var dayParts = []struct {
	word string
	half int // 0 morning, 12 afternoon, -1 night (late evening or after midnight)
}{
	{"凌晨", 0}, {"清晨", 0}, {"早上", 0}, {"早晨", 0}, {"上午", 0}, {"早", 0},
	{"中午", 12}, {"午后", 12}, {"下午", 12}, {"傍晚", 12}, {"晚上", 12}, {"夜里", -1}, {"夜间", -1}, {"半夜", -1}, {"深夜", -1}, {"晚", 12},
	{"am", 0}, {"pm", 12},
}

// parseClock reads a time of day in any spelling an office uses.
func parseClock(raw string) readClock {
	text := westernNumbers(fold(raw))
	if text == "中午" || text == "noon" || text == "正午" {
		return readClock{clock: "12:00", assumed: note("exchange.cell.time_approximate", "time", "12:00")}
	}
	if clockFraction.MatchString(text) {
		return fromFraction(text)
	}
	about := aboutWord.MatchString(text) || strings.HasSuffix(text, "多")
	text = strings.TrimSuffix(strings.TrimSpace(aboutWord.ReplaceAllString(text, "")), "多")
	if m := clockRange.FindStringSubmatch(text); m != nil {
		text, about = m[1], true
	}
	read := matchClock(text)
	if read.problem == nil && read.assumed == nil && about {
		read.assumed = note("exchange.cell.time_approximate", "time", read.clock)
	}
	return read
}

func matchClock(text string) readClock {
	half, hasHalf := 0, false
	for _, part := range dayParts {
		if rest, ok := strings.CutPrefix(text, part.word); ok {
			text, half, hasHalf = strings.TrimSpace(rest), part.half, true
			break
		}
	}
	if m := clockDigits.FindStringSubmatch(text); m != nil && !hasHalf {
		return readClock{clock: m[1] + ":" + m[2], assumed: note("exchange.cell.time_approximate", "time", m[1]+":"+m[2])}
	}
	if m := clockDotted.FindStringSubmatch(text); m != nil {
		read := hourMinute(number(m[1]), number(m[2]), half, hasHalf)
		if read.problem == nil {
			read.assumed = note("exchange.cell.time_approximate", "time", read.clock)
		}
		return read
	}
	m := clockShape.FindStringSubmatch(text)
	if m == nil || (!hasHalf && m[4] == "" && !strings.ContainsAny(text, ":时点;h")) {
		return readClock{problem: note("exchange.cell.not_a_time")}
	}
	if m[4] != "" {
		hasHalf, half = true, 0
		if m[4][0] == 'p' {
			half = 12
		}
	}
	return hourMinute(number(m[1]), minutes(m[2]), half, hasHalf)
}

func minutes(text string) int {
	switch text {
	case "半":
		return 30
	case "1刻":
		return 15
	case "3刻":
		return 45
	}
	return number(text)
}

// hourMinute puts the hour into its half of the day. 下午 with an hour above
// twelve, as in 下午15:00, is taken as it stands.
func hourMinute(hour, minute, half int, hasHalf bool) readClock {
	switch {
	case hasHalf && half == 12 && hour < 12:
		hour += 12
	case hasHalf && half == 0 && hour == 12:
		hour = 0
	case hasHalf && half == -1 && hour >= 6 && hour < 12:
		hour += 12
	case hasHalf && half == -1 && hour == 12:
		hour = 0
	}
	if hour > 23 || minute > 59 {
		return readClock{problem: note("exchange.cell.time_impossible")}
	}
	return readClock{clock: fmt.Sprintf("%02d:%02d", hour, minute)}
}

// fromFraction reads a time stored as a share of the day.
func fromFraction(text string) readClock {
	value, err := strconv.ParseFloat(text, 64)
	if err != nil || value >= 1 {
		return readClock{problem: note("exchange.cell.not_a_time")}
	}
	total := min(int(value*1440+0.5), 1439)
	return readClock{clock: fmt.Sprintf("%02d:%02d", total/60, total%60)}
}
