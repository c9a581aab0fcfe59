import { crc32, deflateSync } from 'node:zlib';
import type { Upload } from '../rules/arguments.ts';

/** A small generated PNG: a sky over a field. */
export function samplePhoto(name = 'photo.png', width = 320, height = 240): Upload {
  const rows: Buffer[] = [];
  for (let y = 0; y < height; y += 1) {
    const row = Buffer.alloc(1 + width * 3);
    const part = y / height;
    const [red, green, blue] =
      part < 0.6
        ? [90 + part * 150, 140 + part * 110, 200 + part * 40]
        : [200 - part * 90, 175 - part * 60, 70];
    for (let x = 0; x < width; x += 1) row.set([red ?? 0, green ?? 0, blue ?? 0], 1 + x * 3);
    rows.push(row);
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const bytes = Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.concat(rows))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
  return { name, mime: 'image/png', bytes };
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

/** A placeholder for a file that nobody opens. */
export function sampleFile(name: string, mime: string): Upload {
  return { name, mime, bytes: new TextEncoder().encode(`A sample in place of ${name}.`) };
}
