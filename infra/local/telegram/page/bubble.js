import { act, el, icon, iconButton } from './dom.js';

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
  const words = entries.map(entry => entry.message).find(one => one.caption || one.text) ?? message;
  const text = words.text ?? words.caption;
  const body = [
    view.isGroup && !isOwn && el('strong', { class: 'sender' }, message.from?.first_name ?? ''),
    message.forward_origin && forwardedFrom(message.forward_origin),
    message.via_bot && el('div', { class: 'origin' }, `via @${message.via_bot.username}`),
    message.reply_to_message && quoted(message.reply_to_message),
    entries.some(entry => entry.message.photo) && photos(entries),
    ...attachments(entries, view),
    text &&
      el(
        'div',
        { class: 'text', dir: 'auto' },
        ...formatted(text, words.entities ?? words.caption_entities, view),
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
      { class: 'deeds' },
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

export function kindOf(message) {
  const kinds = {
    photo: 'Photo',
    video: 'Video',
    document: 'File',
    voice: 'Voice message',
    sticker: 'Sticker',
  };
  const found = Object.keys(kinds).find(kind => message[kind]);
  if (found) return kinds[found];
  return message.location ? 'Location' : 'Message';
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
      const picture = el('img', {
        src: source,
        alt: label,
        width: largest.width,
        height: largest.height,
        class: message.has_media_spoiler ? 'veiled' : undefined,
      });
      return el('a', { href: source, target: '_blank', rel: 'noopener' }, picture);
    }),
  );
}

function attachments(entries, view) {
  return entries.flatMap(({ message }) => {
    const { document: file, video, voice, sticker, contact, location, venue } = message;
    if (location) return [place(message, location, venue, view)];
    if (contact)
      return [card('person', `${contact.first_name} ${contact.last_name ?? ''}`, contact.phone_number)];
    if (sticker) return [card('smile', 'Sticker', sticker.emoji ?? '')];
    if (voice) return [card('voice', 'Voice message', `${voice.duration} s`)];
    if (video)
      return [card('video', video.file_name ?? 'Video', size(video.file_size), `/media/${video.file_id}`)];
    if (file) return [card('file', file.file_name ?? 'File', size(file.file_size), `/media/${file.file_id}`)];
    return [];
  });
}

function card(sign, title, detail, link) {
  const inner = [
    el('span', { class: 'badge' }, icon(sign)),
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
      ...view.seat,
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

function inlineKeyboard(message, view) {
  const rows = message.reply_markup.inline_keyboard.map(row =>
    el('div', { class: 'row' }, ...row.map(button => inlineButton(button, message, view))),
  );
  return el('div', { class: 'inline-keyboard', role: 'group', 'aria-label': 'Buttons of the message' }, rows);
}

function inlineButton(button, message, view) {
  const common = { class: `key ${button.style ?? ''}`, dir: 'auto' };
  if (button.url) {
    const safe = safeLink(button.url);
    return el('a', { ...common, href: safe, target: '_blank', rel: 'noopener' }, button.text, icon('link'));
  }
  if (button.disabled) return el('button', { ...common, type: 'button', disabled: true }, button.text);
  if (button.copy_text) {
    const copy = async () => {
      await navigator.clipboard?.writeText(button.copy_text.text).catch(() => {});
      view.note('Copied');
    };
    return el('button', { ...common, type: 'button', onclick: copy }, button.text, icon('copy'));
  }
  const query = button.switch_inline_query_current_chat ?? button.switch_inline_query;
  if (query !== undefined) {
    return el(
      'button',
      { ...common, type: 'button', onclick: () => view.type(`@${view.botName} ${query}`) },
      button.text,
    );
  }
  const press = async ({ currentTarget }) => {
    currentTarget.setAttribute('aria-busy', 'true');
    await act('forge', { ...view.seat, message_id: message.message_id, data: button.callback_data });
    currentTarget.removeAttribute('aria-busy');
  };
  return el('button', { ...common, type: 'button', onclick: press }, button.text);
}

const tags = {
  bold: 'strong',
  italic: 'em',
  underline: 'u',
  strikethrough: 's',
  code: 'code',
  pre: 'pre',
  blockquote: 'blockquote',
  expandable_blockquote: 'blockquote',
};

/** The text as nodes, with its entities; they may nest, and do not overlap otherwise. */
export function formatted(text, entities = [], view = {}) {
  return span(text, 0, text.length, entities, view);
}

function span(text, start, end, entities, view) {
  const nodes = [];
  let at = start;
  for (let index = 0; index < entities.length; index += 1) {
    const entity = entities[index];
    const stop = entity.offset + entity.length;
    if (entity.offset < at || stop > end) continue;
    if (entity.offset > at) nodes.push(text.slice(at, entity.offset));
    const inner = entities.slice(index + 1).filter(other => other.offset < stop);
    nodes.push(
      marked(entity, text.slice(entity.offset, stop), span(text, entity.offset, stop, inner, view), view),
    );
    at = stop;
  }
  if (at < end) nodes.push(text.slice(at, end));
  return nodes;
}

function marked(entity, words, children, view) {
  const tag = tags[entity.type];
  if (tag) return el(tag, {}, children);
  switch (entity.type) {
    case 'text_link':
    case 'url':
    case 'email': {
      const address = entity.url ?? (entity.type === 'email' ? `mailto:${words}` : words);
      return el('a', { href: safeLink(address), target: '_blank', rel: 'noopener noreferrer' }, children);
    }
    case 'bot_command':
      return el('button', { type: 'button', class: 'command', onclick: () => view.send?.(words) }, children);
    case 'spoiler':
      return spoiler(children);
    case 'date_time':
      return el('time', { datetime: new Date(entity.unix_time * 1000).toISOString() }, children);
    case 'mention':
    case 'hashtag':
    case 'text_mention':
      return el('span', { class: 'marked' }, children);
    default:
      return el('span', {}, children);
  }
}

function spoiler(children) {
  const reveal = ({ currentTarget }) => {
    currentTarget.classList.add('revealed');
    currentTarget.removeAttribute('aria-label');
  };
  return el(
    'button',
    { type: 'button', class: 'spoiler', 'aria-label': 'Show hidden text', onclick: reveal },
    children,
  );
}

/** Only links that open something harmless stay links. */
function safeLink(address) {
  const full = /^[a-z][a-z0-9+.-]*:/i.test(address) ? address : `http://${address}`;
  return /^(https?|mailto|tel|tg):/i.test(full) ? full : undefined;
}
