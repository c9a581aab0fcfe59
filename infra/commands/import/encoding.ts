import { UsageError } from '../command.ts';

/** How the first bytes of a file say in what they are written. */
const marks = [
  { bytes: [0xef, 0xbb, 0xbf], encoding: 'utf-8' },
  { bytes: [0xff, 0xfe], encoding: 'utf-16le' },
  { bytes: [0xfe, 0xff], encoding: 'utf-16be' },
] as const;

/**
 * The bytes of a file as UTF-8, from the encoding that its first bytes say, or else `stated`, or else UTF-8. Throws `UsageError`
 * for bytes that this cannot be: read as something else, names would come in as other names.
 */
export async function* inUtf8(
  pieces: AsyncIterable<Uint8Array>,
  stated: string | undefined,
): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  let decoder: InstanceType<typeof TextDecoder> | undefined;
  let encoding = '';
  let read = 0;
  const decode = (piece?: Uint8Array): Uint8Array => {
    try {
      return encoder.encode(decoder?.decode(piece, { stream: piece !== undefined }));
    } catch {
      throw new UsageError(
        `it is not written in ${encoding} (near its byte ${read}). Say in the mapping in what it is ("encoding": "windows-1251"), or save it as UTF-8.`,
      );
    }
  };
  for await (const piece of pieces) {
    if (!decoder) {
      encoding = markOf(piece) ?? stated ?? 'utf-8';
      // No text holds a zero byte: this is UTF-16 without its mark.
      if (encoding === 'utf-8' && piece.includes(0))
        throw new UsageError(
          'it is no text in UTF-8. If it is UTF-16, say so in the mapping ("encoding": "utf-16le").',
        );
      decoder = new TextDecoder(encoding, { fatal: true });
    }
    yield decode(piece);
    read += piece.length;
  }
  if (decoder) yield decode();
}

const markOf = (piece: Uint8Array): string | undefined =>
  marks.find(({ bytes }) => bytes.every((byte, at) => piece[at] === byte))?.encoding;
