import { badRequest } from './refusal.ts';

/** A file that came in a multipart body, or from a person's phone. */
export interface Upload {
  readonly name: string;
  readonly mime: string;
  readonly bytes: Uint8Array;
}

/** The arguments of a call: the real server, too, sees texts and files only, whatever the body's type was. */
export interface Arguments {
  readonly texts: Readonly<Record<string, string>>;
  readonly files: Readonly<Record<string, Upload>>;
}

/** Reads query string and body (JSON, urlencoded, multipart). A body of another type counts as empty. */
export async function readArguments(url: URL, contentType: string, body: Buffer): Promise<Arguments> {
  const texts: Record<string, string> = Object.fromEntries(url.searchParams);
  const files: Record<string, Upload> = {};
  if (contentType.startsWith('application/json')) {
    Object.assign(texts, jsonArguments(body.toString('utf8')));
  } else if (/^(multipart\/form-data|application\/x-www-form-urlencoded)/.test(contentType)) {
    const form = await formOf(body, contentType);
    for (const [name, value] of form) {
      if (typeof value === 'string') texts[name] = value;
      else files[name] = { name: value.name, mime: value.type, bytes: await value.bytes() };
    }
  }
  return { texts, files };
}

async function formOf(body: Buffer, contentType: string): Promise<FormData> {
  try {
    return await new Response(new Uint8Array(body), { headers: { 'content-type': contentType } }).formData();
  } catch {
    throw badRequest("Can't parse request body");
  }
}

function jsonArguments(body: string): Record<string, string> {
  if (body.trim() === '') return {};
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    throw badRequest("Can't parse request JSON object");
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw badRequest("Can't parse request JSON object");
  }
  const texts: Record<string, string> = {};
  for (const [name, field] of Object.entries(value)) {
    if (field === null || field === undefined) continue;
    texts[name] = typeof field === 'string' ? field : JSON.stringify(field);
  }
  return texts;
}

export function text(from: Arguments, name: string): string {
  return from.texts[name] ?? '';
}

export function flag(from: Arguments, name: string): boolean {
  return ['true', 'yes', '1'].includes(text(from, name).trim().toLowerCase());
}

/** A whole number between the limits; what is missing or no number is the default, as on the real server. */
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

/** A JSON argument, or undefined when it is missing. `what` is the noun of the real server's complaint. */
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

/** The uploaded file that `attach://name` names. */
export function attached(from: Arguments, value: string): Upload | undefined {
  return value.startsWith('attach://') ? from.files[value.slice('attach://'.length)] : undefined;
}

/** The fields of an object inside an argument, to be read as arguments themselves. */
export function nested(item: Record<string, unknown>): Arguments {
  const texts = Object.entries(item).map(([name, value]): [string, string] => [
    name,
    typeof value === 'string' ? value : JSON.stringify(value),
  ]);
  return { texts: Object.fromEntries(texts), files: {} };
}
