/** A function that does nothing: what Node and the runtime client take alone. */
export const handler = async () => ({ statusCode: 200 });
