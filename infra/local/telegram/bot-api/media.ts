import type { PhotoSize } from 'grammy/types';
import { maxDownloadBytes } from '../files.ts';
import type { Arguments, Upload } from '../rules/arguments.ts';
import { text } from '../rules/arguments.ts';
import { badRequest } from '../rules/refusal.ts';
import type { StoredFile } from '../state.ts';
import type { Content, World } from '../world.ts';

export type MediaKind = 'photo' | 'video' | 'document' | 'voice' | 'sticker';

const maxPhotoBytes = 10 * 1024 * 1024;

/** The part of a message that carries a file: one that is uploaded, or one that the server has by its id. */
export function fileContent(world: World, kind: MediaKind, source: Upload | string, size?: number): Content {
  return storedContent(
    kind,
    typeof source === 'string' ? known(world, kind, source) : added(world, kind, source, size),
  );
}

function known(world: World, kind: MediaKind, fileId: string): StoredFile {
  if (fileId === '') throw badRequest(`There is no ${kind} in the request`);
  const file = world.files.find(fileId.replace(/-thumbnail$/, ''));
  if (!file) throw badRequest('Wrong file identifier/HTTP URL specified');
  if (file.kind !== kind) {
    const article = (name: string) => name[0]?.toUpperCase() + name.slice(1);
    throw badRequest(`Can't use file of type ${article(file.kind)} as ${article(kind)}`);
  }
  return file;
}

function added(world: World, kind: MediaKind, upload: Upload, size: number | undefined): StoredFile {
  if (upload.bytes.length === 0) throw badRequest('file must be non-empty');
  const file = world.files.add(upload, kind, size);
  if (kind === 'photo' && file.width === undefined) throw badRequest('IMAGE_PROCESS_FAILED');
  if (kind === 'photo' && file.file_size > maxPhotoBytes) throw badRequest('too big photo');
  return file;
}

function storedContent(kind: MediaKind, file: StoredFile): Content {
  const { file_id, file_unique_id, file_size, name, mime: mime_type } = file;
  const named = { file_id, file_unique_id, file_size, file_name: name, mime_type };
  switch (kind) {
    case 'photo':
      return { photo: photoSizes(file) };
    case 'document':
      return { document: named };
    case 'video':
      return { video: { ...named, width: 1280, height: 720, duration: 12 } };
    case 'voice':
      return { voice: { file_id, file_unique_id, file_size, mime_type: 'audio/ogg', duration: 4 } };
    case 'sticker':
      return {
        sticker: {
          file_id,
          file_unique_id,
          file_size,
          type: 'regular',
          width: 512,
          height: 512,
          is_animated: false,
          is_video: false,
          emoji: '👍',
          set_name: 'Stickers',
        },
      };
  }
}

/** A small and the full size. The small one has an id of its own, and the same bytes. */
function photoSizes({ file_id, file_unique_id, file_size, width = 1, height = 1 }: StoredFile): PhotoSize[] {
  const scale = 90 / Math.max(width, height);
  const full = { file_id, file_unique_id, width, height, file_size };
  if (scale >= 1) return [full];
  return [
    {
      file_id: `${file_id}-thumbnail`,
      file_unique_id: `${file_unique_id}s`,
      width: Math.max(1, Math.round(width * scale)),
      height: Math.max(1, Math.round(height * scale)),
      file_size: Math.min(file_size, 1500),
    },
    full,
  ];
}

export function getFile(world: World, from: Arguments): unknown {
  const fileId = text(from, 'file_id');
  if (fileId === '') throw badRequest('file_id not specified');
  const file = world.files.find(fileId.replace(/-thumbnail$/, ''));
  if (!file) throw badRequest('invalid file_id');
  if (file.file_size > maxDownloadBytes) throw badRequest('file is too big');
  const { file_unique_id, file_size, file_path } = file;
  return { file_id: fileId, file_unique_id, file_size, file_path };
}
