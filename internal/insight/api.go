package insight

import (
	"huidan/internal/act"
	"huidan/internal/complaint"
	"huidan/internal/deadline"
	"huidan/internal/route"
)

// CalendarImport is the body of the import of a calendar year.
type CalendarImport struct {
	Format  string `json:"format" required:"true" enum:"json,csv"`
	Version string `json:"version" maxLength:"80" doc:"Where the data come from; for CSV, since JSON carries its own"`
	Content string `json:"content" required:"true" doc:"The file's text"`
}

// Routes declares what this room offers over HTTP.
func Routes(reg *route.Registrar) {
	route.Read(reg, "/api/v1/todo", "todo.see", "insight.todo.summary", SeeTodo)
	route.Read(reg, "/api/v1/todo/counts", "todo.see", "insight.todo_counts.summary", SeeTodoCounts)
	route.Book(reg, route.GET, "/api/v1/search", "search.see", "insight.search.summary", search)
	route.Book(reg, route.GET, "/api/v1/views", "views.see", "insight.views.summary", seeViews)
	route.Book(reg, route.POST, "/api/v1/views", "views.change", "insight.save_view.summary", saveView)
	route.Book(reg, route.POST, "/api/v1/views/{id}/remove", "views.change", "insight.remove_view.summary", removeView)
	route.Read(reg, "/api/v1/clauses", "settings.see", "insight.clauses.summary", SeeClauses)
	route.Read(reg, "/api/v1/settings", "settings.see", "insight.settings.summary", SeeSettings)
	route.Read(reg, "/api/v1/calendars", "calendar.see", "insight.calendars.summary", SeeCalendars)
	route.Read(reg, "/api/v1/regions", "calendar.see", "insight.regions.summary", SeeRegions)
	route.Act(reg, route.POST, "/api/v1/calendars", "calendar.import", "insight.import_calendar.summary",
		func(in route.In[CalendarImport]) act.Act[deadline.Imported] {
			return deadline.ImportCalendar{
				Format: in.Body.Format, Version: in.Body.Version, Content: in.Body.Content, Recounted: complaint.FollowClocks,
			}
		})
}
