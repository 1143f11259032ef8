package exchange

import (
	"regexp"
	"strings"
)

var (
	mobileNumber   = regexp.MustCompile(`^1[3-9]\d{9}$`)
	areaNumber     = regexp.MustCompile(`^(0(?:10|2\d|[3-9]\d{2}))(\d{7,8})$`)
	serviceNumber  = regexp.MustCompile(`^([48]00)(\d{3})(\d{4})$`)
	localNumber    = regexp.MustCompile(`^[2-9]\d{6,7}$`)
	shortNumber    = regexp.MustCompile(`^(?:1[12]\d{1,3}|9\d{4,5})$`)
	foreignNumber  = regexp.MustCompile(`^\+\d{8,15}$`)
	extensionMark  = regexp.MustCompile(`^(.*?)(?:转|分机|ext\.?|x|#)[:. ]*(\d{1,6})$`)
	phoneBreaks    = regexp.MustCompile(`[,;/、|\n]+|或|和|\s{2,}`)
	phoneLabels    = regexp.MustCompile(`^(?:tel|电话|手机|mobile|phone|固话|座机|fax|传真)[.:]* *`)
	lostDigits     = regexp.MustCompile(`^\d(?:\.\d+)?e\+?\d{1,2}$`)
	phoneFurniture = strings.NewReplacer(" ", "", "-", "", "(", "", ")", "", ".", "", "–", "", "—", "", "‐", "", "‑", "")
)

// parsePhone reads a telephone number: mobile numbers as eleven digits, land
// lines as 0510-88006486 with an extension behind another hyphen, foreign
// numbers with + and country code. Elsewhere an extension stands behind #. Of
// several numbers the first is taken.
func parsePhone(raw string) reading {
	text := fold(raw)
	if lostDigits.MatchString(text) {
		return failed("exchange.cell.digits_lost")
	}
	if plain := onePhone(text); plain != "" {
		return understood(plain)
	}
	var found, rest []string
	for _, piece := range phoneBreaks.Split(text, -1) {
		plain := onePhone(piece)
		switch {
		case plain == "":
			rest = append(rest, piece)
		default:
			found = append(found, plain)
		}
	}
	if len(found) == 0 {
		return failed("exchange.cell.not_a_phone")
	}
	if len(found) > 1 {
		return assumed(found[0], "exchange.cell.several_phones", "others", strings.Join(found[1:], " "))
	}
	return assumed(found[0], "exchange.cell.phone_rest_unread", "rest", strings.Join(rest, " "))
}

func onePhone(text string) string {
	text = phoneLabels.ReplaceAllString(strings.TrimSpace(text), "")
	extension := ""
	if m := extensionMark.FindStringSubmatch(text); m != nil {
		text, extension = m[1], m[2]
	}
	parts := strings.Split(strings.TrimSpace(text), "-")
	digits := phoneFurniture.Replace(text)
	if extension == "" && len(parts) == 3 && len(parts[0]) >= 3 && parts[0][0] == '0' && len(parts[1]) >= 7 {
		digits, extension = phoneFurniture.Replace(parts[0]+parts[1]), parts[2]
	}
	for _, prefix := range []string{"+86", "0086", "86"} {
		if rest, ok := strings.CutPrefix(digits, prefix); ok && (mobileNumber.MatchString(rest) || len(rest) >= 9 && prefix != "86") {
			digits = rest
			if !mobileNumber.MatchString(digits) && digits[0] != '0' && !serviceNumber.MatchString(digits) {
				digits = "0" + digits
			}
			break
		}
	}
	if rest, ok := strings.CutPrefix(digits, "0"); ok && mobileNumber.MatchString(rest) {
		digits = rest
	}
	if rest, ok := strings.CutPrefix(digits, "00"); ok && len(rest) >= 9 {
		digits = "+" + rest
	}
	return formatPhone(digits, extension)
}

// formatPhone writes the digits of a known kind of number, or "".
func formatPhone(digits, extension string) string {
	behind := ""
	if extension != "" {
		behind = "#" + extension
	}
	switch {
	case strings.HasPrefix(digits, "+86"):
		return ""
	case mobileNumber.MatchString(digits), localNumber.MatchString(digits), shortNumber.MatchString(digits), foreignNumber.MatchString(digits):
		return digits + behind
	}
	if m := areaNumber.FindStringSubmatch(digits); m != nil {
		return m[1] + "-" + m[2] + strings.Replace(behind, "#", "-", 1)
	}
	if m := serviceNumber.FindStringSubmatch(digits); m != nil {
		return m[1] + "-" + m[2] + "-" + m[3] + behind
	}
	return ""
}
