package access

// partyRules: the rows of chapter party.
var partyRules = []Rule{}
