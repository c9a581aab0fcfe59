import { bubbleItem } from './bubble.js';
import { el, icon, iconButton, reconcile } from './dom.js';

const nearEndPx = 60;

/** The messages of a chat. Whoever reads the latest one keeps seeing the latest. */
export function createMessages() {
  const list = el('ol', {
    class: 'messages',
    role: 'log',
    'aria-live': 'polite',
    'aria-label': 'Messages',
    tabindex: '0',
  });
  const welcome = el('div', { class: 'welcome' });
  const toEnd = () => {
    list.scrollTop = list.scrollHeight;
  };
  const jump = iconButton('down', 'To the latest message', { class: 'jump', hidden: true, onclick: toEnd });
  let isFollowing = true;
  const follow = () => {
    if (isFollowing) toEnd();
  };
  list.addEventListener('scroll', () => {
    isFollowing = list.scrollHeight - list.scrollTop - list.clientHeight < nearEndPx;
    jump.hidden = isFollowing;
  });
  // A picture that loads, or a keyboard that opens, moves the end.
  list.addEventListener('load', follow, true);
  new ResizeObserver(follow).observe(list);
  return {
    parts: [welcome, list, jump],
    toEnd,
    /** Empties the list for another chat, without reading its old messages aloud. */
    reset() {
      list.setAttribute('aria-live', 'off');
      setTimeout(() => list.setAttribute('aria-live', 'polite'), 500);
      list.replaceChildren();
    },
    show(entries, view, chat) {
      reconcile(list, items(entries, view));
      follow();
      welcome.hidden = entries.length > 0;
      if (entries.length === 0) welcome.replaceChildren(...welcomeNodes(chat, view.description));
    },
  };
}

function items(entries, view) {
  let day = '';
  return albums(entries).flatMap(album => {
    const date = new Date(album[0].message.date * 1000).toDateString();
    const isNewDay = date !== day;
    day = date;
    return isNewDay ? [dayItem(date), bubbleItem(album, view)] : [bubbleItem(album, view)];
  });
}

/** Groups consecutive messages of one album. */
function albums(entries) {
  const groups = [];
  for (const entry of entries) {
    const id = entry.message.media_group_id;
    const last = groups.at(-1);
    if (id && last?.[0].message.media_group_id === id) last.push(entry);
    else groups.push([entry]);
  }
  return groups;
}

function dayItem(day) {
  const date = new Date(day).toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });
  const label = day === new Date().toDateString() ? 'Today' : date;
  return { key: day, signature: label, build: () => el('li', { class: 'service' }, el('span', {}, label)) };
}

function welcomeNodes({ bot, isGroup, title }, description) {
  if (isGroup) return [el('p', {}, `This is the group ${title}. It is quiet so far.`)];
  if (bot !== 'left')
    return [el('p', {}, 'The chat is empty. Write something, or open the menu of commands.')];
  return [
    el(
      'div',
      { class: 'card-of-bot' },
      el('strong', {}, 'What can this bot do?'),
      el('p', { dir: 'auto' }, description || 'Press Start below and follow the bot from there.'),
    ),
    el('p', {}, 'Press Start to begin.'),
    icon('down'),
  ];
}
