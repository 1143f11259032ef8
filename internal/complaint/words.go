package complaint

import "huidan/internal/fault"

// word names the text of a value that a field may hold, as in
// "complaint.channel.phone".
func word(list, value string) fault.Word { return fault.Word("complaint." + list + "." + value) }

func channelWord(channel string) fault.Word { return word("channel", channel) }

func stateWord(s State) fault.Word { return word("state", string(s)) }
