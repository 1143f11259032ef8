package access

// staffRules: the rows of chapter staff.
var staffRules = []Rule{}
