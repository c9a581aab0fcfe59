import { act, el, icon, iconButton } from './dom.js';
import { inlineKeyboard } from './keyboard.js';
import { formatted } from './text.js';

/** One message, or an album of several, as an item of the list. */
export function bubbleItem(entries, view) {
  const [first] = entries;
  return {
    key: String(first.message.message_id),
    signature: JSON.stringify([entries, view.userId]),
    build: () => bubble(entries, view),
  };
}

function bubble(entries, view) {
  const [{ message }] = entries;
  const service = serviceText(message);
  if (service) return el('li', { class: 'service' }, el('span', {}, service));
  const isOwn = message.from?.id === view.userId;
  const worded = entries.map(entry => entry.message).find(one => one.caption || one.text) ?? message;
  const text = worded.text ?? worded.caption;
  const body = [
    view.isGroup && !isOwn && el('strong', { class: 'sender' }, message.from?.first_name ?? ''),
    message.forward_origin && forwardedFrom(message.forward_origin),
    message.reply_to_message && quoted(message.reply_to_message),
    entries.some(entry => entry.message.photo) && photos(entries),
    ...attachments(entries, view),
    text &&
      el(
        'div',
        { class: 'text', dir: 'auto' },
        ...formatted(text, worded.entities ?? worded.caption_entities, view.send),
      ),
    meta(entries.at(-1).message, isOwn, view),
  ];
  return el(
    'li',
    { class: `message ${isOwn ? 'own' : 'other'}` },
    el('article', { class: 'bubble', 'aria-label': isOwn ? 'You' : (message.from?.first_name ?? '') }, body),
    message.reply_markup && inlineKeyboard(message, view),
  );
}

function serviceText(message) {
  const names = message.new_chat_members?.map(user => user.first_name).join(', ');
  if (names) return `${names} joined the group`;
  if (message.left_chat_member) return `${message.left_chat_member.first_name} left the group`;
  if (message.migrate_to_chat_id) return 'The group became a supergroup';
  if (message.migrate_from_chat_id) return 'This supergroup was a group before';
  return undefined;
}

function meta(message, isOwn, view) {
  const date = new Date(message.date * 1000);
  const time = el('time', { datetime: date.toISOString() }, date.toTimeString().slice(0, 5));
  return el(
    'footer',
    { class: 'meta' },
    message.has_protected_content &&
      el('span', { class: 'protected', title: 'Cannot be forwarded or saved' }, icon('lock'), 'protected'),
    message.edit_date && el('span', {}, 'edited'),
    time,
    el(
      'span',
      { class: 'message-actions' },
      iconButton('reply', 'Reply', { onclick: () => view.reply(message) }),
      isOwn &&
        (message.text || message.caption) &&
        iconButton('edit', 'Edit', { onclick: () => view.edit(message) }),
    ),
  );
}

function forwardedFrom(origin) {
  const name =
    origin.chat?.title ??
    origin.sender_chat?.title ??
    origin.sender_user?.first_name ??
    origin.sender_user_name;
  return el('div', { class: 'origin' }, icon('forward'), `Forwarded from ${name}`);
}

function quoted(message) {
  const name = message.from?.first_name ?? '';
  return el(
    'div',
    { class: 'quoted', dir: 'auto' },
    el('strong', {}, name),
    el('span', {}, message.text ?? message.caption ?? kindOf(message)),
  );
}

const kinds = {
  photo: 'Photo',
  video: 'Video',
  video_note: 'Video message',
  animation: 'GIF',
  audio: 'Audio',
  voice: 'Voice message',
  document: 'File',
  sticker: 'Sticker',
  contact: 'Contact',
  location: 'Location',
};

/** What stands for a message that has no text. */
export function kindOf(message) {
  const found = Object.keys(kinds).find(kind => message[kind]);
  return kinds[found] ?? 'Message';
}

function photos(entries) {
  const pictures = entries.flatMap(({ message }) => (message.photo ? [message] : []));
  return el(
    'div',
    { class: `photos n${Math.min(pictures.length, 4)}` },
    pictures.map((message, index) => {
      const largest = message.photo.at(-1);
      const source = `/media/${largest.file_id}`;
      const label = `Photo ${index + 1} of ${pictures.length}`;
      const picture = el('img', { src: source, alt: label, width: largest.width, height: largest.height });
      return el('a', { href: source, target: '_blank', rel: 'noopener' }, picture);
    }),
  );
}

const fileIcons = { video: 'video', animation: 'video', audio: 'voice', document: 'file' };

function attachments(entries, view) {
  return entries.flatMap(({ message }) => {
    const { location, contact, sticker, voice, video_note: note } = message;
    if (location) return [place(message, location, message.venue, view)];
    if (contact) return [card('person', contact.first_name, contact.phone_number)];
    if (sticker) return [card('smile', 'Sticker', sticker.emoji)];
    if (voice) return [card('voice', 'Voice message', `${voice.duration} s`)];
    if (note) return [card('video', 'Video message', `${note.duration} s`)];
    const kind = ['video', 'animation', 'audio', 'document'].find(name => message[name]);
    if (!kind) return [];
    const file = message[kind];
    const link = `/media/${file.file_id}`;
    return [card(fileIcons[kind], file.file_name ?? kinds[kind], size(file.file_size), link)];
  });
}

function card(iconName, title, detail, link) {
  const inner = [
    el('span', { class: 'badge' }, icon(iconName)),
    el('span', { class: 'lines' }, el('strong', {}, title), el('span', {}, detail)),
  ];
  return link
    ? el('a', { class: 'card', href: link, target: '_blank', rel: 'noopener' }, inner)
    : el('div', { class: 'card' }, inner);
}

function size(bytes = 0) {
  if (bytes < 1024) return `${bytes} bytes`;
  return bytes < 1024 ** 2 ? `${Math.round(bytes / 1024)} KB` : `${(bytes / 1024 ** 2).toFixed(1)} MB`;
}

function place(message, location, venue, view) {
  const point = `${location.latitude.toFixed(5)}, ${location.longitude.toFixed(5)}`;
  const title = venue?.title ?? (location.live_period ? 'Live location' : 'Location');
  const canMove = location.live_period && message.from?.id === view.userId;
  const move = () =>
    act('move', {
      ...view.target,
      message_id: message.message_id,
      latitude: location.latitude + 0.002,
      longitude: location.longitude + 0.003,
    });
  return el(
    'div',
    { class: 'place' },
    el('div', { class: 'map' }, icon('pin')),
    el('div', { class: 'lines' }, el('strong', {}, title), venue?.address && el('span', {}, venue.address)),
    el('code', {}, point),
    canMove && el('button', { type: 'button', class: 'plain', onclick: move }, 'Walk a little further'),
  );
}
