/** The readers' commands, in a file of their own so that checking for them does not load the readers' part. */
export const readerCommands = ['latest', 'summary', 'incident', 'changes', 'follow', 'unfollow'] as const;

/** A link to an incident or a summary: `/start iK7QF2M9XCA`. */
export const readerLink = /^\/start(?:@\w+)? ([is][\w-]{1,63})$/;
