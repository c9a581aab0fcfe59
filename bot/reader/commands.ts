/** The commands of readers. To know them, nothing else of the readers' part need be loaded. */
export const readerCommands = ['latest', 'summary', 'changes'] as const;
