import { createComposer } from './composer.js';
import { act, el, reconcile } from './dom.js';
import { createMessages } from './messages.js';
import { alertDialog, menu } from './popups.js';

const toastMs = 4000;

/** One person's phone: its chats, the messages of one of them, and what the person can do there. */
export function createPhone(overview, store) {
  const userId = overview.user.id;
  const phone = { overview, store, userId, chatId: userId, unread: new Map() };
  phone.target = () => ({ user: userId, chat: phone.chatId });
  phone.chat = () => phone.overview.chats.find(({ id }) => id === phone.chatId) ?? phone.overview.chats[0];
  phone.entries = () => store.entries(phone.chatId);
  phone.messages = createMessages();
  phone.composer = createComposer(phone);
  phone.toasts = el('div', { class: 'toasts', role: 'status' });
  phone.alert = alertDialog();
  phone.tabs = el('div', { class: 'chats', role: 'tablist', 'aria-label': 'Chats' });
  phone.owner = owner(phone);
  phone.root = el(
    'section',
    { class: 'phone', id: `phone-${userId}`, 'data-user': userId },
    phone.owner.root,
    phone.tabs,
    el('div', { class: 'chat' }, ...phone.messages.parts, phone.toasts),
    phone.composer.root,
    phone.alert.root,
  );
  update(phone, overview);
  return {
    root: phone.root,
    update: next => update(phone, next),
    /** How many messages came to chats that are not shown. */
    unread: () => [...phone.unread.values()].reduce((sum, count) => sum + count, 0),
    /** To be called when the phone comes into view. */
    seen() {
      phone.unread.delete(phone.chatId);
      showTabs(phone);
      phone.messages.toEnd();
    },
    arrived: (chatId, message, isVisible) => arrived(phone, chatId, message, isVisible),
    toast: ({ text, alert }) => (alert ? phone.alert.show(text) : note(phone, text)),
    note: text => note(phone, text),
  };
}

function owner(phone) {
  const { userId, store } = phone;
  const avatar = el('span', { class: 'avatar', 'aria-hidden': 'true', 'data-colour': String(userId % 5) });
  const name = el('strong');
  const role = el('span', { class: 'role' });
  const language = el('select', {
    'aria-label': 'Language of the phone',
    onchange: () => act('language', { ...phone.target(), language_code: language.value }),
  });
  return {
    root: el(
      'header',
      { class: 'owner' },
      avatar,
      el('div', { class: 'who' }, name, role),
      language,
      moreMenu(phone),
    ),
    show({ user, role: shownRole }) {
      avatar.textContent = user.first_name.slice(0, 1);
      name.textContent = user.first_name;
      role.textContent = shownRole;
      const codes = new Set([...store.overview.languages, user.language_code ?? '']);
      language.replaceChildren(...[...codes].map(code => el('option', { value: code }, languageName(code))));
      language.value = user.language_code ?? '';
    },
  };
}

function languageName(code) {
  if (code === '') return 'no language';
  const name = new Intl.DisplayNames([code], { type: 'language' }).of(code);
  return name.slice(0, 1).toLocaleUpperCase(code) + name.slice(1);
}

function moreMenu(phone) {
  const toggleBlock = () => act(phone.chat().bot === 'kicked' ? 'unblock' : 'block', phone.target());
  const blockLabel = () => (phone.chat().bot === 'kicked' ? 'Unblock the bot' : 'Block the bot');
  return menu(() => [
    ['Clear the chat', () => act('clear', phone.target())],
    phone.chat().isGroup
      ? ['Send /start here', () => act('send', { ...phone.target(), text: '/start' })]
      : [blockLabel(), toggleBlock],
  ]);
}

function update(phone, overview) {
  phone.overview = overview;
  const { user, role } = overview;
  phone.root.setAttribute('aria-label', role ? `${user.first_name}, ${role}` : user.first_name);
  phone.owner.show(overview);
  showTabs(phone);
  showMessages(phone);
  phone.composer.update();
}

function showTabs(phone) {
  const { overview, chatId, unread, tabs } = phone;
  tabs.hidden = overview.chats.length < 2;
  reconcile(
    tabs,
    overview.chats.map(({ id, title }) => {
      const count = unread.get(id) ?? 0;
      return {
        key: String(id),
        signature: JSON.stringify([title, id === chatId, count]),
        build: () =>
          el(
            'button',
            {
              type: 'button',
              role: 'tab',
              'aria-selected': String(id === chatId),
              onclick: () => select(phone, id),
            },
            title,
            count > 0 && el('span', { class: 'count', 'aria-label': `${count} unread` }, String(count)),
          ),
      };
    }),
  );
}

function select(phone, id) {
  phone.chatId = id;
  phone.unread.delete(id);
  phone.composer.leave();
  phone.messages.reset();
  update(phone, phone.overview);
  phone.messages.toEnd();
  phone.store.changed();
}

function showMessages(phone) {
  const { userId, store, composer, overview } = phone;
  const view = {
    userId,
    target: phone.target(),
    isGroup: phone.chat().isGroup,
    description: overview.description,
    reply: composer.reply,
    edit: composer.edit,
    send: text => act('send', { ...phone.target(), text }),
  };
  phone.messages.show(store.entries(phone.chatId), view, phone.chat());
}

function arrived(phone, chatId, message, isVisible) {
  const { userId, unread, overview, messages, composer } = phone;
  if (!overview.chats.some(({ id }) => id === chatId)) return;
  const isOwn = message?.from?.id === userId;
  if (message && !isOwn && (chatId !== phone.chatId || !isVisible)) {
    unread.set(chatId, (unread.get(chatId) ?? 0) + 1);
    showTabs(phone);
  }
  if (chatId !== phone.chatId) return;
  showMessages(phone);
  if (isOwn) messages.toEnd();
  composer.update();
}

function note(phone, text) {
  const toast = el('p', { class: 'toast' }, text);
  phone.toasts.append(toast);
  setTimeout(() => toast.remove(), toastMs);
}
