package access

// complaintRules: the rows of chapter complaint.
var complaintRules = []Rule{}
