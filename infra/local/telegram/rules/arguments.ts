import { badRequest } from './api-error.ts';

/** A file of a multipart body, or of a person's phone. */
export interface Upload {
  readonly name: string;
  readonly mime: string;
  readonly bytes: Uint8Array;
}

/** The arguments of a request. Like the real server, knows only texts and files, whatever the type of the body. */
export interface Arguments {
  readonly texts: Readonly<Record<string, string>>;
  readonly files: Readonly<Record<string, Upload>>;
}

/** Reads the query string and the body (JSON, urlencoded, multipart). Ignores a body of another type. */
export async function readArguments(url: URL, contentType: string, body: Buffer): Promise<Arguments> {
  const texts: Record<string, string> = Object.fromEntries(url.searchParams);
  const files: Record<string, Upload> = {};
  if (contentType.startsWith('application/json')) {
    Object.assign(texts, readJson(body.toString('utf8')));
  } else if (/^(multipart\/form-data|application\/x-www-form-urlencoded)/.test(contentType)) {
    const form = await readForm(body, contentType);
    for (const [name, value] of form) {
      if (typeof value === 'string') texts[name] = value;
      else files[name] = { name: value.name, mime: value.type, bytes: await value.bytes() };
    }
  }
  return { texts, files };
}

async function readForm(body: Buffer, contentType: string): Promise<FormData> {
  try {
    return await new Response(new Uint8Array(body), { headers: { 'content-type': contentType } }).formData();
  } catch {
    throw badRequest("Can't parse request body");
  }
}

function readJson(body: string): Record<string, string> {
  if (body.trim() === '') return {};
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    throw badRequest("Can't parse request JSON object");
  }
  if (!isRecord(value)) throw badRequest("Can't parse request JSON object");
  return textsOf(value);
}

export function text(from: Arguments, name: string): string {
  return from.texts[name] ?? '';
}

export function flag(from: Arguments, name: string): boolean {
  return ['true', 'yes', '1'].includes(text(from, name).trim().toLowerCase());
}

/** An integer, clamped to the limits. Like the real server, takes the default when it is missing or not a number. */
export function integer(
  from: Arguments,
  name: string,
  fallback: number,
  min = -(2 ** 53),
  max = 2 ** 53,
): number {
  const value = Number.parseInt(text(from, name), 10);
  return Math.min(max, Math.max(min, Number.isNaN(value) ? fallback : value));
}

/** A JSON argument, or undefined when it is missing. `what` is the noun in the real server's error. */
export function json(from: Arguments, name: string, what: string): unknown {
  const value = text(from, name);
  if (value === '') return undefined;
  try {
    return JSON.parse(value);
  } catch {
    throw badRequest(`Can't parse ${what} JSON object`);
  }
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Reads the fields of an object inside an argument as arguments. */
export function nested(item: Readonly<Record<string, unknown>>): Arguments {
  return { texts: textsOf(item), files: {} };
}

function textsOf(fields: Readonly<Record<string, unknown>>): Record<string, string> {
  const texts: Record<string, string> = {};
  for (const [name, value] of Object.entries(fields)) {
    if (value === null || value === undefined) continue;
    texts[name] = typeof value === 'string' ? value : JSON.stringify(value);
  }
  return texts;
}
