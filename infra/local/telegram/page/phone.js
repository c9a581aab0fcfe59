import { bubbleItem } from './bubble.js';
import { createComposer } from './composer.js';
import { act, el, icon, iconButton, reconcile } from './dom.js';
import { menu } from './menu.js';

const languages = [
  ['uk', 'Українська'],
  ['en', 'English'],
  ['ru', 'Русский'],
  ['pl', 'Polski'],
];

/** One person's phone: its chats, the messages of one of them, and what the person can do there. */
export function createPhone(userId, store) {
  let chatId = userId;
  let phone;
  const unread = new Map();
  const seat = () => ({ user: userId, chat: chatId });
  const chat = () => phone.chats.find(one => one.id === chatId) ?? phone.chats[0];

  const avatar = el('span', { class: 'avatar', 'aria-hidden': 'true' });
  const name = el('strong');
  const role = el('span', { class: 'role' });
  const language = el(
    'select',
    {
      'aria-label': 'Language of the phone',
      onchange: () => act('language', { ...seat(), language_code: language.value }),
    },
    languages.map(([code, label]) => el('option', { value: code }, label)),
  );
  const more = menu(() => [
    ['Clear the chat', () => act('clear', seat())],
    chat().isGroup
      ? ['Send /start here', () => act('send', { ...seat(), text: '/start' })]
      : [chat().bot === 'kicked' ? 'Unblock the bot' : 'Block the bot', toggleBlock],
  ]);
  const tabs = el('div', { class: 'chats', role: 'tablist', 'aria-label': 'Chats' });
  const list = el('ol', {
    class: 'messages',
    role: 'log',
    'aria-live': 'polite',
    'aria-label': 'Messages',
    tabindex: '0',
  });
  const typing = el('p', { class: 'typing', role: 'status' });
  const toasts = el('div', { class: 'toasts', role: 'status' });
  const jump = iconButton('down', 'To the latest message', {
    class: 'jump',
    hidden: true,
    onclick: () => toEnd(),
  });
  const welcome = el('div', { class: 'welcome' });
  const alert = alertDialog();
  const composer = createComposer({
    seat,
    chat,
    phone: () => phone,
    bot: () => store.bot,
    entries: () => store.entries(chatId),
  });
  const root = el(
    'section',
    { class: 'phone', id: `phone-${userId}`, 'data-user': userId },
    el('header', { class: 'owner' }, avatar, el('div', { class: 'who' }, name, role), language, more),
    tabs,
    el('div', { class: 'chat' }, welcome, list, jump, typing, toasts),
    composer.root,
    alert.root,
  );
  // Whoever reads the latest message goes on doing so when a picture loads or a keyboard opens.
  let follows = true;
  list.addEventListener('scroll', () => {
    follows = isAtEnd();
    jump.hidden = follows;
  });
  const follow = () => {
    if (follows) toEnd();
  };
  list.addEventListener('load', follow, true);
  new ResizeObserver(follow).observe(list);

  function isAtEnd() {
    return list.scrollHeight - list.scrollTop - list.clientHeight < 60;
  }

  function toEnd() {
    list.scrollTop = list.scrollHeight;
  }

  async function toggleBlock() {
    await act(chat().bot === 'kicked' ? 'unblock' : 'block', seat());
  }

  function note(words) {
    const shown = el('p', { class: 'toast' }, words);
    toasts.append(shown);
    setTimeout(() => shown.remove(), 4000);
  }

  function view() {
    return {
      userId,
      seat: seat(),
      isGroup: chat().isGroup,
      botName: store.bot.username,
      reply: composer.reply,
      edit: composer.edit,
      type: composer.type,
      send: text => act('send', { ...seat(), text }),
      note,
    };
  }

  function showMessages() {
    const items = [];
    let day = '';
    for (const group of albums(store.entries(chatId))) {
      const date = new Date(group[0].message.date * 1000).toDateString();
      if (date !== day) items.push(dayItem(date));
      day = date;
      items.push(bubbleItem(group, view()));
    }
    reconcile(list, items);
    follow();
    const { bot, isGroup, title } = chat();
    const isNew = bot === 'left' && !isGroup;
    welcome.hidden = items.length > 0;
    if (items.length === 0) welcome.replaceChildren(...welcomeText(isNew, isGroup, title));
  }

  function welcomeText(isNew, isGroup, title) {
    if (isGroup) return [el('p', {}, `This is the group ${title}. It is quiet so far.`)];
    const what =
      phone.description || 'Press Start below, as one does in Telegram, and follow the bot from there.';
    if (!isNew) return [el('p', {}, 'The chat is empty. Write something, or open the menu of commands.')];
    return [
      el(
        'div',
        { class: 'card-of-bot' },
        el('strong', {}, 'What can this bot do?'),
        el('p', { dir: 'auto' }, what),
      ),
      el('p', {}, 'Press Start to begin.'),
      icon('down'),
    ];
  }

  function showTabs() {
    tabs.hidden = phone.chats.length < 2;
    reconcile(
      tabs,
      phone.chats.map(one => ({
        key: String(one.id),
        signature: JSON.stringify([one.title, one.id === chatId, unread.get(one.id) ?? 0]),
        build: () =>
          el(
            'button',
            {
              type: 'button',
              role: 'tab',
              'aria-selected': String(one.id === chatId),
              onclick: () => select(one.id),
            },
            one.title,
            unread.get(one.id)
              ? el(
                  'span',
                  { class: 'count', 'aria-label': `${unread.get(one.id)} unread` },
                  String(unread.get(one.id)),
                )
              : '',
          ),
      })),
    );
  }

  function select(id) {
    chatId = id;
    unread.delete(id);
    typing.textContent = '';
    composer.leave();
    // Another chat is not news: it is not read out from its beginning.
    list.setAttribute('aria-live', 'off');
    setTimeout(() => list.setAttribute('aria-live', 'polite'), 500);
    list.replaceChildren();
    update(phone);
    toEnd();
    store.changed();
  }

  function update(next) {
    phone = next;
    const { user } = phone;
    root.setAttribute('aria-label', phone.role ? `${user.first_name}, ${phone.role}` : user.first_name);
    avatar.textContent = user.first_name.slice(0, 1);
    avatar.dataset.colour = String(user.id % 5);
    name.textContent = user.first_name;
    role.textContent = phone.role;
    if (![...language.options].some(option => option.value === user.language_code)) {
      language.append(el('option', { value: user.language_code ?? '' }, user.language_code ?? 'no language'));
    }
    language.value = user.language_code ?? '';
    showTabs();
    showMessages();
    composer.update();
  }

  return {
    root,
    update,
    /** How many messages came to chats that are not in view. */
    unread: () =>
      [...unread.values()].reduce((sum, count) => sum + count, 0) /** The phone came into view. */,
    seen: () => {
      unread.delete(chatId);
      showTabs();
      toEnd();
    },
    arrived(id, message, isVisible) {
      if (!phone.chats.some(one => one.id === id)) return;
      typing.textContent = '';
      if (message && message.from?.id !== userId && (id !== chatId || !isVisible)) {
        unread.set(id, (unread.get(id) ?? 0) + 1);
        showTabs();
      }
      if (id !== chatId) return;
      showMessages();
      if (message?.from?.id === userId) toEnd();
      composer.update();
    },
    action(id, kind) {
      if (id !== chatId) return;
      typing.textContent = `${store.bot.first_name}: ${kind.replaceAll('_', ' ')}`;
      setTimeout(() => {
        typing.textContent = '';
      }, 5000);
    },
    toast: ({ text, alert: isAlert }) => (isAlert ? alert.show(text) : note(text)),
    note,
  };
}

/** Consecutive messages of one album go together. */
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
  const words = new Date(day).toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });
  return {
    key: day,
    signature: day,
    build: () =>
      el('li', { class: 'service' }, el('span', {}, day === new Date().toDateString() ? 'Today' : words)),
  };
}

function alertDialog() {
  const words = el('p', { dir: 'auto' });
  const root = el(
    'dialog',
    { class: 'alert', 'aria-label': 'Message of the bot' },
    words,
    el('form', { method: 'dialog' }, el('button', { type: 'submit', class: 'primary' }, 'OK')),
  );
  return {
    root,
    show(text) {
      words.textContent = text;
      if (!root.open) root.showModal();
    },
  };
}
