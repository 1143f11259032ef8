package form

import (
	"time"

	"huidan/internal/lang"
)

// Labels says in which language the printed labels stand. What people wrote
// is printed as they wrote it.
type Labels string

// The kinds of labels: Chinese, Chinese with English below, English.
const (
	Chinese   Labels = "zh"
	Bilingual Labels = "both"
	English   Labels = "en"
)

// Options are the settings of one print. The zero value prints Chinese labels
// with nothing filled in around the grid.
type Options struct {
	Labels    Labels
	Company   string    // name of the company, above the title
	FormNo    string    // 表单编号, such as "QR-8.5-03 A/0"
	Copies    string    // 一式三联 note below the grid; empty prints the usual one
	Retention string    // 保存期限, such as "3 年"; empty leaves room to write
	PrintedAt time.Time // printed below the grid while a record is not closed; zero prints none

	// Zone is where the printed times are read; nil means China Standard Time.
	Zone *time.Location
}

var chinaTime = time.FixedZone("CST", 8*3600)

// A press is what every part of a sheet needs while it is being set.
type press struct {
	lib     *library
	labels  Labels
	options Options
}

func newPress(o Options) (*press, error) {
	lib, err := fonts()
	if err != nil {
		return nil, err
	}
	if o.Labels == "" {
		o.Labels = Chinese
	}
	if o.Zone == nil {
		o.Zone = chinaTime
	}
	return &press{lib: lib, labels: o.Labels, options: o}, nil
}

// A label is a printed text in the language of the sheet, with a second one
// below it on bilingual sheets.
type label struct{ main, small string }

func (pr *press) label(key string) label { return pr.labelWith(key, nil) }

func (pr *press) labelWith(key string, args map[string]any) label {
	switch pr.labels {
	case English:
		return label{main: lang.T(lang.EN, key, args)}
	case Bilingual:
		return label{main: lang.T(lang.ZH, key, args), small: lang.T(lang.EN, key, args)}
	}
	return label{main: lang.T(lang.ZH, key, args)}
}

// word gives a text that stands in one language only, even on bilingual sheets.
func (pr *press) word(key string, args map[string]any) string {
	return pr.labelWith(key, args).main
}

// day prints the day of t, a blank for no time.
func (pr *press) day(t time.Time) string { return pr.at(t, "2006-01-02") }

// minute prints day and time of t, a blank for no time.
func (pr *press) minute(t time.Time) string { return pr.at(t, "2006-01-02 15:04") }

func (pr *press) at(t time.Time, layout string) string {
	if t.IsZero() {
		return ""
	}
	return t.In(pr.options.Zone).Format(layout)
}

// due prints a limit. One that falls on midnight is the end of the day before,
// 24:00, as people say it.
func (pr *press) due(t time.Time) string {
	if local := t.In(pr.options.Zone); !t.IsZero() && local.Hour() == 0 && local.Minute() == 0 && local.Second() == 0 {
		return pr.day(t.Add(-time.Second)) + " 24:00"
	}
	return pr.minute(t)
}
