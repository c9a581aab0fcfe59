/** The readers' commands, in a file of their own so that checking for them does not load the readers' part. */
export const readerCommands = ['latest', 'summary', 'incident', 'changes', 'export'] as const;

/** A link to an incident, a summary, a list or the corrections: `/start iK7QF2M9XCA`. */
export const readerLink = /^\/start(?:@\w+)? ((?:[isl][\w-]{1,63}|c[\w-]{0,32}))$/;
