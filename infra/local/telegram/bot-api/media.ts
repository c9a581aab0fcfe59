import type { PhotoSize } from 'grammy/types';
import { badRequest } from '../rules/api-error.ts';
import type { Upload } from '../rules/arguments.ts';
import type { Content } from '../world/messages.ts';
import type { StoredFile } from '../world/state.ts';
import type { World } from '../world/world.ts';

/** Kinds of files, with the names that the real server's errors give them. */
const kindNames = {
  photo: 'Photo',
  video: 'Video',
  video_note: 'VideoNote',
  animation: 'Animation',
  voice: 'VoiceNote',
  audio: 'Audio',
  document: 'Document',
  sticker: 'Sticker',
} as const;

export type MediaKind = keyof typeof kindNames;

/** https://core.telegram.org/bots/api#sendphoto */
const maxPhotoBytes = 10 * 1024 * 1024;
const maxPhotoSides = 10_000;
const maxPhotoRatio = 20;

/** What a message with this stored file holds. */
export function storedFileContent(world: World, kind: MediaKind, fileId: string): Content {
  if (fileId === '') throw badRequest(`There is no ${kind.replace('_', ' ')} in the request`);
  const file = world.files.find(fileId);
  if (!file) throw badRequest('Wrong file identifier/HTTP URL specified');
  if (file.kind !== kind)
    throw badRequest(`Can't use file of type ${kindNames[file.kind as MediaKind]} as ${kindNames[kind]}`);
  return contentOf(kind, file);
}

/** Stores a file of a person's or the bot's; returns what a message with it holds. */
export function uploadContent(world: World, kind: MediaKind, upload: Upload): Content {
  if (upload.bytes.length === 0) throw badRequest('file must be non-empty');
  const file = world.files.add(upload, kind);
  if (kind === 'photo' && file.width === undefined) throw badRequest('IMAGE_PROCESS_FAILED');
  if (kind === 'photo' && file.file_size > maxPhotoBytes) throw badRequest('too big photo');
  const { width = 1, height = 1 } = file;
  const ratio = Math.max(width / height, height / width);
  if (kind === 'photo' && (width + height > maxPhotoSides || ratio > maxPhotoRatio))
    throw badRequest('PHOTO_INVALID_DIMENSIONS');
  return contentOf(kind, file);
}

function contentOf(kind: MediaKind, file: StoredFile): Content {
  const { file_id, file_unique_id, file_size, name: file_name, mime: mime_type } = file;
  const base = { file_id, file_unique_id, file_size };
  const named = { ...base, file_name, mime_type };
  switch (kind) {
    case 'photo':
      return { photo: photoSizes(file) };
    case 'document':
      return { document: named };
    case 'video':
      return { video: { ...named, width: 1280, height: 720, duration: 12 } };
    case 'video_note':
      return { video_note: { ...base, length: 240, duration: 7 } };
    case 'animation':
      // https://core.telegram.org/bots/api#message: `document` is set as well.
      return { animation: { ...named, width: 320, height: 240, duration: 3 }, document: named };
    case 'voice':
      return { voice: { ...base, mime_type: 'audio/ogg', duration: 4 } };
    case 'audio':
      return { audio: { ...named, duration: 30 } };
    case 'sticker':
      return {
        sticker: {
          ...base,
          type: 'regular',
          width: 512,
          height: 512,
          is_animated: false,
          is_video: false,
          emoji: '👍',
        },
      };
  }
}

/** A thumbnail, with an id of its own and the same bytes, and the full size. */
function photoSizes({ file_id, file_unique_id, width = 1, height = 1, file_size }: StoredFile): PhotoSize[] {
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
