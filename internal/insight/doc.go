// Package insight shows what spans the chapters and changes nothing of them:
// 我的待办 and the team board (what is owed, by whom, until when), the one
// search box, saved views, the clauses beside their obligations, the calendars
// and the settings in force.
//
// Every list comes through act.See and is filtered to what the reader may see.
package insight
