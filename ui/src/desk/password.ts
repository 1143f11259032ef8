/** The fewest characters of a password. The server has the last word; this saves a round trip. */
export const shortestPassword = 8;
