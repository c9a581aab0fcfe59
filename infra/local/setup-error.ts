/** Something about this machine that its user must change. The message says what, in one line. */
export class SetupError extends Error {
  override name = 'SetupError';
}

/** What to tell the user when `npm start` cannot listen on its port; undefined for any other error. */
export const portError = (error: unknown, port: number): SetupError | undefined => {
  switch ((error as NodeJS.ErrnoException).code) {
    case 'EADDRINUSE':
      return new SetupError(
        `Port ${port} is in use. Stop what uses it, or choose another: PORT=8081 npm start`,
      );
    case 'EACCES':
      return new SetupError(`Port ${port} needs special rights. Choose one above 1023: PORT=8080 npm start`);
    default:
      return undefined;
  }
};
