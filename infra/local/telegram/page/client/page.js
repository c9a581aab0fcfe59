import { el, reconcile } from './dom.js';
import { createPhone } from './phone.js';
import { createTools } from './tools.js';

const main = document.querySelector('main');
const tabs = document.querySelector('.tabs');
const status = document.querySelector('.status');
const toolsRoot = document.querySelector('#tools');
const opener = document.querySelector('#open-tools');
const narrow = window.matchMedia('(max-width: 900px)');

const note = document.querySelector('.note');

/** Messages by chat id, and phones by user id. */
const chats = new Map();
const phones = new Map();
let active;

const store = {
  overview: { phones: [], faults: [], languages: [], places: [] },
  calls: [],
  bot: { first_name: '', username: '' },
  entries: id => chats.get(id) ?? [],
  changed: showTabs,
  note: (user, text) => phones.get(user)?.note(text),
  toggleTools,
};
const tools = createTools(toolsRoot, store);

opener.addEventListener('click', () => toggleTools(toolsRoot.hidden));
document.addEventListener('failure', ({ detail }) => {
  (phones.get(detail.user) ?? [...phones.values()][0])?.note(detail.text);
});
document.addEventListener('keydown', event => {
  if (event.key === 'Escape' && toolsRoot.contains(document.activeElement)) toggleTools(false);
});
narrow.addEventListener('change', showTabs);
tabs.addEventListener('keydown', event => {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (!step) return;
  const ids = [...phones.keys()];
  activate(ids.at((ids.indexOf(active) + step) % ids.length));
  tabs.querySelector('[aria-selected=true]')?.focus();
});
connect();

function connect() {
  const source = new EventSource('/events');
  source.addEventListener('message', ({ data }) => handle(JSON.parse(data)));
  source.addEventListener('error', () => showStatus('lost', 'Not connected'));
}

function handle(event) {
  switch (event.type) {
    case 'all':
      chats.clear();
      for (const [id, entries] of Object.entries(event.chats)) chats.set(Number(id), entries);
      store.calls = event.calls;
      return showOverview(event);
    case 'world':
      return showOverview(event);
    case 'entry':
      return showEntry(event);
    case 'deleted':
      chats.set(
        event.chatId,
        store.entries(event.chatId).filter(({ message }) => !event.messageIds.includes(message.message_id)),
      );
      for (const phone of phones.values()) phone.arrived(event.chatId);
      return;
    case 'toast':
      return phones.get(event.toast.userId)?.toast(event.toast);
    case 'call':
      store.calls = [...store.calls, event.call].slice(-500);
      return tools.showCalls();
  }
}

function showEntry({ chatId, entry }) {
  const entries = store.entries(chatId);
  const id = entry.message.message_id;
  const isNew = !entries.some(({ message }) => message.message_id === id);
  chats.set(
    chatId,
    isNew ? [...entries, entry] : entries.map(old => (old.message.message_id === id ? entry : old)),
  );
  for (const [userId, phone] of phones) {
    phone.arrived(chatId, isNew ? entry.message : undefined, !narrow.matches || userId === active);
  }
  showTabs();
}

function showOverview(overview) {
  store.overview = overview;
  store.bot = overview.bot;
  note.textContent = overview.note;
  for (const phone of overview.phones) {
    const { id } = phone.user;
    if (phones.has(id)) phones.get(id).update(phone);
    else {
      phones.set(id, createPhone(phone, store));
      main.append(phones.get(id).root);
      phones.get(id).seen();
    }
  }
  for (const [id, phone] of phones) {
    if (overview.phones.some(({ user }) => user.id === id)) continue;
    phone.root.remove();
    phones.delete(id);
  }
  if (!phones.has(active)) active = [...phones.keys()][0];
  showStatus(...statusOf(overview));
  showTabs();
  tools.update();
}

function statusOf({ faults, webhook, webhookError, waiting }) {
  if (faults.includes('outage')) return ['lost', 'Outage on demand'];
  if (faults.length > 0) return ['waiting', 'Faults are set'];
  if (webhookError && waiting > 0) return ['lost', 'The bot does not answer'];
  if (!webhook && store.calls.length === 0) return ['waiting', 'Waiting for the bot'];
  return ['ready', 'Ready'];
}

function showStatus(state, text) {
  status.dataset.state = state;
  if (status.textContent !== text) status.textContent = text;
}

/** A narrow window shows one phone at a time. */
function showTabs() {
  reconcile(
    tabs,
    store.overview.phones.map(({ user, role }) => {
      const count = phones.get(user.id)?.unread() ?? 0;
      return {
        key: String(user.id),
        signature: JSON.stringify([user.first_name, role, count, user.id === active]),
        build: () =>
          el(
            'button',
            {
              type: 'button',
              role: 'tab',
              'aria-selected': String(user.id === active),
              'aria-controls': `phone-${user.id}`,
              tabindex: user.id === active ? '0' : '-1',
              onclick: () => activate(user.id),
            },
            el('span', {}, user.first_name),
            el('small', {}, role),
            count > 0 && el('span', { class: 'count', 'aria-label': `${count} unread` }, String(count)),
          ),
      };
    }),
  );
  for (const [id, phone] of phones) phone.root.toggleAttribute('data-aside', id !== active);
}

function activate(id) {
  active = id;
  phones.get(id)?.seen();
  showTabs();
}

function toggleTools(isOpen) {
  toolsRoot.hidden = !isOpen;
  opener.setAttribute('aria-expanded', String(isOpen));
  document.body.toggleAttribute('data-tools', isOpen);
  if (isOpen) {
    tools.update();
    tools.showCalls();
    toolsRoot.querySelector('button')?.focus();
  } else opener.focus();
}
