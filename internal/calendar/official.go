package calendar

import (
	"embed"
	"fmt"
	"sync"
)

//go:embed data/*.json
var officialData embed.FS

var official = sync.OnceValue(func() Calendar {
	files, err := officialData.ReadDir("data")
	if err != nil {
		panic(err)
	}
	years := make([]Year, 0, len(files))
	for _, file := range files {
		text, err := officialData.ReadFile("data/" + file.Name())
		if err != nil {
			panic(err)
		}
		year, err := ParseYear(text)
		if err != nil {
			panic(fmt.Errorf("calendar: embedded %s: %w", file.Name(), err))
		}
		years = append(years, year)
	}
	return New(years...)
})

// Official returns the embedded official calendar of mainland China, years
// 2023 to 2026; see data/SOURCE.
func Official() Calendar { return official() }
