import { el, reconcile } from './dom.js';
import { createPhone } from './phone.js';
import { createTools } from './tools.js';

const main = document.querySelector('main');
const tabs = document.querySelector('.tabs');
const status = document.querySelector('.status');
const toolsRoot = document.querySelector('#tools');
const opener = document.querySelector('#open-tools');
const narrow = window.matchMedia('(max-width: 900px)');

/** What the server told: chats by id, people's phones, calls. */
const chats = new Map();
const phones = new Map();
let active;

const store = {
  overview: { phones: [], faults: [] },
  calls: [],
  bot: { first_name: '', username: '' },
  entries: id => chats.get(id) ?? [],
  changed: showTabs,
  note: (user, words) => phones.get(user)?.note(words),
  toggleTools,
};
const tools = createTools(toolsRoot, store);

opener.addEventListener('click', () => toggleTools(toolsRoot.hidden));
document.addEventListener('trouble', ({ detail }) => {
  (phones.get(detail.user) ?? [...phones.values()][0])?.note(detail.words);
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
  source.addEventListener('message', ({ data }) => happen(JSON.parse(data)));
  source.addEventListener('error', () => showStatus('lost', 'Not connected'));
}

function happen(event) {
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
      return each(phone => phone.arrived(event.chatId));
    case 'toast':
      return phones.get(event.toast.userId)?.toast(event.toast);
    case 'action':
      return each(phone => phone.action(event.chatId, event.action));
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
  for (const phone of overview.phones) {
    const { id } = phone.user;
    if (!phones.has(id)) {
      phones.set(id, createPhone(id, store));
      phones.get(id).update(phone);
      main.append(phones.get(id).root);
      phones.get(id).seen();
    } else phones.get(id).update(phone);
  }
  for (const [id, phone] of phones) {
    if (overview.phones.some(({ user }) => user.id === id)) continue;
    phone.root.remove();
    phones.delete(id);
  }
  if (!phones.has(active)) active = [...phones.keys()][0];
  if (overview.faults.includes('outage')) showStatus('lost', 'Outage on demand');
  else if (overview.faults.length > 0) showStatus('waiting', 'Trouble is set up');
  else if (overview.webhookError && overview.waiting > 0) showStatus('lost', 'The bot does not answer');
  else if (!overview.webhook && store.calls.length === 0) showStatus('waiting', 'Waiting for the bot');
  else showStatus('ready', 'Ready');
  showTabs();
  tools.update();
}

function showStatus(state, words) {
  status.dataset.state = state;
  if (status.textContent !== words) status.textContent = words;
}

/** On a narrow window one phone is shown at a time. */
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

function each(deed) {
  for (const phone of phones.values()) deed(phone);
}
