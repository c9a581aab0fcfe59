import { el } from './dom.js';

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

/** A text as nodes, with its entities, which may nest but not overlap otherwise. `send` sends a command pressed. */
export function formatted(text, entities = [], send) {
  return span(text, 0, text.length, entities, send);
}

function span(text, start, end, entities, send) {
  const nodes = [];
  let at = start;
  for (let index = 0; index < entities.length; index += 1) {
    const entity = entities[index];
    const stop = entity.offset + entity.length;
    if (entity.offset < at || stop > end) continue;
    if (entity.offset > at) nodes.push(text.slice(at, entity.offset));
    const inner = entities.slice(index + 1).filter(other => other.offset < stop);
    nodes.push(
      marked(entity, text.slice(entity.offset, stop), span(text, entity.offset, stop, inner, send), send),
    );
    at = stop;
  }
  if (at < end) nodes.push(text.slice(at, end));
  return nodes;
}

function marked(entity, words, children, send) {
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
      return el('button', { type: 'button', class: 'command', onclick: () => send(words) }, children);
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

/** The address in full; undefined if its scheme is not a harmless one. */
export function safeLink(address) {
  const full = /^[a-z][a-z0-9+.-]*:/i.test(address) ? address : `http://${address}`;
  return /^(https?|mailto|tel|tg):/i.test(full) ? full : undefined;
}
