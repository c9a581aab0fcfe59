import * as z from 'zod/mini';
import type { Button } from '../telegram/screen.ts';

/** Telegram's limit (core.telegram.org/bots/api#inlinekeyboardbutton). */
export const maxDataBytes = 64;

/**
 * What a callback carries, in the order in which it is written. Each field is a schema whose input is a word without a
 * colon: a string, an enum, or a codec between a word and a value.
 */
type Arguments = z.ZodMiniObject<Readonly<Record<string, z.ZodMiniType<unknown, string | undefined>>>>;

/** All callbacks of a role by name. A name that was released keeps its meaning for ever: old buttons carry it. */
type CallbackDefinitions = Readonly<Record<string, Arguments>>;

type ArgumentsOf<Definitions extends CallbackDefinitions, Name extends keyof Definitions> = z.output<
  Definitions[Name]
>;

/** A pressed callback: its name with its arguments, each checked. */
type Callback<Definitions extends CallbackDefinitions> = {
  [Name in keyof Definitions]: Readonly<{ name: Name; args: ArgumentsOf<Definitions, Name> }>;
}[keyof Definitions];

/** What handles each callback. One that is missing does not compile. */
export type CallbackHandlers<Definitions extends CallbackDefinitions, Rest extends readonly unknown[]> = {
  readonly [Name in keyof Definitions]: (
    args: ArgumentsOf<Definitions, Name>,
    ...rest: Rest
  ) => Promise<unknown>;
};

type CallbackTable<Definitions extends CallbackDefinitions> = Readonly<{
  role: string;
  definitions: Definitions;
  /**
   * The data of a button, as a readable path: `m:approve:0123456789:3`. Throws when it exceeds Telegram's 64 bytes, which
   * is a bug.
   */
  data: <Name extends keyof Definitions & string>(
    name: Name,
    ...args: Record<never, never> extends ArgumentsOf<Definitions, Name>
      ? [args?: ArgumentsOf<Definitions, Name>]
      : [args: ArgumentsOf<Definitions, Name>]
  ) => string;
  /** A button with such data. */
  button: <Name extends keyof Definitions & string>(
    text: string,
    name: Name,
    args: ArgumentsOf<Definitions, Name>,
    style?: Button['style'],
  ) => Button;
  /**
   * What a press asks for; undefined for data that no button of this version carries: another role's, an older version's,
   * a forged one. It says what was pressed, never what may be done: rights and states are checked when it is handled.
   */
  parse: (data: string) => Callback<Definitions> | undefined;
  /** Hands a press to its handler. Undefined when `parse` knows no such callback. */
  dispatch: <Rest extends readonly unknown[]>(
    data: string,
    handlers: CallbackHandlers<Definitions, Rest>,
    ...rest: Rest
  ) => Promise<unknown> | undefined;
}>;

/**
 * The table of a role's callbacks, from which buttons are written and presses are read.
 *
 * @example
 * const callbacks = defineCallbacks('m', { approve: z.object({ id: reportId, version }) });
 * callbacks.data('approve', { id: '0123456789', version: 3 }); // 'm:approve:0123456789:3'
 */
export const defineCallbacks = <const Definitions extends CallbackDefinitions>(
  role: string,
  definitions: Definitions,
): CallbackTable<Definitions> => {
  const parse = (data: string): Callback<Definitions> | undefined => {
    const [prefix, name = '', ...words] = data.split(':');
    if (prefix !== role || !Object.hasOwn(definitions, name)) return undefined;
    const schema = definitions[name as keyof Definitions] as Arguments;
    const fields = Object.keys(schema.shape);
    if (words.length > fields.length) return undefined;
    const input = Object.fromEntries(fields.map((field, index) => [field, words[index] || undefined]));
    const args = z.safeDecode(schema, input);
    return args.success ? ({ name, args: args.data } as Callback<Definitions>) : undefined;
  };
  const write = (name: string, args: Readonly<Record<string, unknown>>): string => {
    const schema = definitions[name] as Arguments;
    const input: Readonly<Record<string, string | undefined>> = z.encode(schema, args);
    const words = Object.keys(schema.shape).map(field => input[field] ?? '');
    while (words.at(-1) === '') words.pop();
    const data = [role, name, ...words].join(':');
    if (words.some(word => word.includes(':')) || Buffer.byteLength(data) > maxDataBytes)
      throw new Error(`Cannot be the data of a button: ${data}`);
    return data;
  };
  return {
    role,
    definitions,
    parse,
    data: (name, ...[args = {}]) => write(name, args),
    button: (text, name, args, style) => ({ text, data: write(name, args), style }),
    dispatch: (data, handlers, ...rest) => {
      const callback = parse(data);
      return callback && handlers[callback.name](callback.args, ...rest);
    },
  };
};
