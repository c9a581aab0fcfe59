import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Upload } from '../rules/arguments.ts';
import type { State, StoredFile } from './state.ts';

/** Contents of photos, videos and other files: in memory, or in a folder beside the state. */
export interface Files {
  /** Stores a file under a new id. */
  add(upload: Upload, kind: string): StoredFile;
  /** Also by the id of a photo's thumbnail. */
  find(fileId: string): StoredFile | undefined;
  bytes(file: StoredFile): Uint8Array;
}

export function createFiles(state: State, folder: string | undefined): Files {
  const memory = new Map<string, Uint8Array>();
  return {
    add(upload, kind) {
      const count = Object.keys(state.files).length;
      const unique = createHash('sha256')
        .update(`${count}`)
        .update(upload.bytes)
        .digest('base64url')
        .slice(0, 14);
      const file: StoredFile = {
        file_id: `AgACAgIAAxkB${createHash('sha256').update(unique).digest('base64url').slice(0, 40)}`,
        file_unique_id: `AQAD${unique}`,
        file_size: upload.bytes.length,
        kind,
        mime: upload.mime,
        name: upload.name,
        ...imageSize(upload.bytes),
      };
      state.files[file.file_id] = file;
      if (folder === undefined) memory.set(file.file_id, upload.bytes);
      else {
        mkdirSync(folder, { recursive: true });
        writeFileSync(join(folder, file.file_unique_id), upload.bytes);
      }
      return file;
    },
    find(fileId) {
      const id = fileId.replace(/-thumbnail$/, '');
      return Object.hasOwn(state.files, id) ? state.files[id] : undefined;
    },
    bytes: file =>
      folder === undefined
        ? (memory.get(file.file_id) ?? new Uint8Array())
        : readFileSync(join(folder, file.file_unique_id)),
  };
}

/** Width and height in pixels of a PNG, JPEG or GIF; nothing for other contents. */
function imageSize(bytes: Uint8Array): { width?: number; height?: number } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length > 24 && view.getUint32(0) === 0x89504e47) {
    return { width: view.getUint32(16), height: view.getUint32(20) };
  }
  if (bytes.length > 10 && view.getUint32(0) === 0x47494638) {
    return { width: view.getUint16(6, true), height: view.getUint16(8, true) };
  }
  if (bytes.length > 4 && view.getUint16(0) === 0xffd8) {
    for (let at = 2; at + 9 < bytes.length; at += 2 + view.getUint16(at + 2)) {
      const marker = view.getUint16(at);
      if (marker >= 0xffc0 && marker <= 0xffcf && ![0xffc4, 0xffc8, 0xffcc].includes(marker)) {
        return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
      }
    }
  }
  return {};
}
