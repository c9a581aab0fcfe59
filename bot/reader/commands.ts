/** The readers' commands, in a file of their own so that checking for them does not load the readers' part. */
export const readerCommands = ['latest', 'summary', 'changes'] as const;
