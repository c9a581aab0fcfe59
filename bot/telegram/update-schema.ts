import * as z from 'zod/mini';
import type { allowedUpdates } from './allowed-updates.ts';

/**
 * Updates as far as the bot relies on them: every field that it reads has the type that it takes for granted, so that what
 * passes never throws inside. Fields that it does not read stay as they are; kinds that it does not ask for are left out.
 */

/** Seconds since 1970, up to the year 9999: beyond it, dates cannot be written. */
const seconds = z.int().check(z.gte(0), z.lte(253_402_300_799));
const text = z.optional(z.string());

const user = z.looseObject({
  id: z.int(),
  is_bot: z.boolean(),
  first_name: text,
  last_name: text,
  username: text,
  language_code: text,
});
const chat = z.looseObject({ id: z.int(), type: z.string(), title: text, username: text });

const channel = z.looseObject({ id: z.int(), type: z.string(), title: z.string(), username: text });

const file = z.looseObject({ file_id: z.string() });
const location = z.looseObject({
  latitude: z.number().check(z.gte(-90), z.lte(90)),
  longitude: z.number().check(z.gte(-180), z.lte(180)),
  horizontal_accuracy: z.optional(z.number()),
  live_period: z.optional(z.number()),
});
const entities = z.optional(
  z.array(
    z.looseObject({
      type: z.string(),
      offset: z.int().check(z.nonnegative()),
      length: z.int().check(z.nonnegative()),
    }),
  ),
);
const origin = z.union([
  z.looseObject({ type: z.literal('user'), date: seconds, sender_user: user }),
  z.looseObject({ type: z.literal('hidden_user'), date: seconds, sender_user_name: text }),
  z.looseObject({ type: z.literal('chat'), date: seconds, sender_chat: chat }),
  z.looseObject({ type: z.literal('channel'), date: seconds, chat: channel, message_id: z.int() }),
]);
const markup = z.optional(
  z.looseObject({
    inline_keyboard: z.array(z.array(z.looseObject({ text: z.string(), callback_data: text }))),
  }),
);

const bare = {
  message_id: z.int(),
  date: z.optional(seconds),
  from: z.optional(user),
  text,
  caption: text,
  entities,
  caption_entities: entities,
  reply_markup: markup,
};
const written = z.looseObject({
  ...bare,
  chat,
  sender_chat: z.optional(chat),
  message_thread_id: z.optional(z.int()),
  media_group_id: text,
  via_bot: z.optional(user),
  migrate_to_chat_id: z.optional(z.int()),
  forward_origin: z.optional(origin),
  reply_to_message: z.optional(z.looseObject(bare)),
  photo: z.optional(z.array(file)),
  video: z.optional(file),
  video_note: z.optional(file),
  voice: z.optional(file),
  audio: z.optional(file),
  document: z.optional(file),
  location: z.optional(location),
  venue: z.optional(z.looseObject({ location, title: z.string() })),
  contact: z.optional(
    z.looseObject({ user_id: z.optional(z.int()), first_name: text, last_name: text, username: text }),
  ),
});
/** Entities are of a text, or of a caption. */
const message = written.check(
  z.refine(
    ({ text, entities, caption, caption_entities: ofCaption }) =>
      (entities === undefined || text !== undefined) && (ofCaption === undefined || caption !== undefined),
  ),
);
const membership = z.looseObject({ status: z.string() });

const kinds = {
  message: z.optional(message),
  edited_message: z.optional(message),
  callback_query: z.optional(
    z.looseObject({ id: z.string(), from: user, data: text, message: z.optional(message) }),
  ),
  inline_query: z.optional(z.looseObject({ id: z.string(), from: user, query: z.string() })),
  my_chat_member: z.optional(
    z.looseObject({ chat, from: user, old_chat_member: membership, new_chat_member: membership }),
  ),
} as const satisfies Readonly<Record<(typeof allowedUpdates)[number], z.ZodMiniType>>;

export const updateSchema = z.object({ update_id: z.int().check(z.nonnegative()), ...kinds });
