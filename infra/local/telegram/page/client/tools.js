import { act, el, iconButton } from './dom.js';

const maxShownCalls = 100;

const callFaults = [
  ['Next call: too many requests, wait 3 s', { kind: 'error', code: 429, retryAfter: 3 }],
  ['Next call: server error 500', { kind: 'error', code: 500 }],
  ['Next call: blocked by the user', { kind: 'error', code: 403 }],
  ['Next call: answered 5 s late', { kind: 'slow', ms: 5000 }],
  ['Next call: connection cut before it takes effect', { kind: 'drop', when: 'before' }],
  ['Next call: connection cut after it takes effect', { kind: 'drop', when: 'after' }],
];

/** The drawer with the log of calls, and with faults, limits and the clock. */
export function createTools(root, store) {
  const facts = el('dl', { class: 'facts' });
  const faults = faultSection();
  const forgery = forgerySection(store);
  const log = callLog(root, store);
  const close = iconButton('close', 'Close the tools', { onclick: () => store.toggleTools(false) });
  root.append(
    el('header', {}, el('h2', {}, 'Call log and tools'), close),
    facts,
    faults.root,
    clockSection(),
    forgery.root,
    ...log.parts,
  );
  return {
    update() {
      const { webhook, webhookError, waiting } = store.overview;
      facts.replaceChildren(
        ...fact('Webhook', webhook || 'none: the bot polls, or is not running'),
        ...fact('Updates waiting', String(waiting)),
        ...(webhookError ? fact('Last failure', webhookError) : []),
      );
      faults.show(store.overview);
      forgery.show(store.overview.phones);
    },
    showCalls: log.show,
  };
}

function fact(name, value) {
  return [el('dt', {}, name), el('dd', {}, value)];
}

function faultSection() {
  const set = el('ul', { class: 'armed' });
  const limits = el('input', {
    type: 'checkbox',
    onchange: () => act('limits', { enabled: limits.checked }),
  });
  const method = el('input', {
    type: 'text',
    placeholder: 'any method',
    'aria-label': 'Only for this method',
  });
  const root = section('Faults', [
    el('label', { class: 'check' }, limits, 'Telegram’s limits: 30 a second, 20 a minute in a group'),
    el('label', {}, 'Only for the method', method),
    presets([
      ...callFaults.map(([label, fault]) => [
        label,
        () => act('fault', { method: method.value.trim(), fault }),
      ]),
      ['Next update comes twice', () => act('update_fault', { fault: 'duplicate' })],
      ['Next two updates change places', () => act('update_fault', { fault: 'reorder' })],
      ['Telegram is down for 10 s', () => act('outage', { ms: 10_000 })],
      ['Cancel all faults', () => act('clear_faults', {})],
    ]),
    set,
  ]);
  return {
    root,
    show(overview) {
      limits.checked = overview.limits;
      set.replaceChildren(...overview.faults.map(fault => el('li', {}, fault)));
    },
  };
}

function clockSection() {
  return section('Time', [
    presets([
      ['2½ minutes later', () => act('advance', { ms: 151_000 })],
      ['A day later', () => act('advance', { ms: 86_400_000 })],
      ['Two days later', () => act('advance', { ms: 172_800_000 })],
    ]),
  ]);
}

function forgerySection(store) {
  const person = el('select', { 'aria-label': 'Person' });
  const data = el('input', {
    type: 'text',
    placeholder: 'callback data',
    'aria-label': 'Callback data',
    required: true,
  });
  const onsubmit = event => {
    event.preventDefault();
    const user = Number(person.value);
    const last = store.entries(user).findLast(({ message }) => message.from?.is_bot);
    if (last) act('press', { user, message_id: last.message.message_id, data: data.value });
    else store.note(user, 'There is no message of the bot in this chat yet.');
  };
  const press = el('button', { type: 'submit', class: 'plain' }, 'Press');
  return {
    root: section('A forged button', [el('form', { class: 'line', onsubmit }, person, data, press)]),
    show(phones) {
      const chosen = person.value;
      person.replaceChildren(...phones.map(({ user }) => el('option', { value: user.id }, user.first_name)));
      if (chosen) person.value = chosen;
    },
  };
}

function section(title, content) {
  return el('details', {}, el('summary', {}, title), content);
}

function presets(buttons) {
  return el(
    'div',
    { class: 'presets' },
    buttons.map(([label, onclick]) => el('button', { type: 'button', class: 'plain', onclick }, label)),
  );
}

function callLog(root, store) {
  const list = el('ol', { class: 'calls', 'aria-label': 'Calls of the Bot API, latest first' });
  const filter = el('input', {
    type: 'search',
    placeholder: 'Method or text',
    'aria-label': 'Filter calls',
    oninput: () => show(),
  });
  const show = () => {
    if (root.hidden) return;
    const wanted = filter.value.trim().toLowerCase();
    const open = new Set([...list.querySelectorAll('details[open]')].map(({ dataset }) => dataset.id));
    const shown = store.calls
      .toReversed()
      .filter(call => wanted === '' || JSON.stringify(call).toLowerCase().includes(wanted))
      .slice(0, maxShownCalls);
    list.replaceChildren(...shown.map(call => el('li', {}, callDetails(call, open.has(String(call.id))))));
  };
  return { parts: [el('h3', {}, 'Calls'), filter, list], show };
}

function callDetails(call, isOpen) {
  const result = call.error ?? call.result;
  return el(
    'details',
    { 'data-id': call.id, open: isOpen, class: call.error ? 'failed' : undefined },
    el(
      'summary',
      {},
      el('strong', {}, call.method),
      el('span', {}, call.error ? `${call.error.code || 'cut'} ${call.error.description}` : 'ok'),
      el('time', { datetime: call.at }, `${new Date(call.at).toTimeString().slice(0, 8)}, ${call.ms} ms`),
    ),
    el('pre', {}, JSON.stringify(call.parameters, null, 2)),
    el('pre', {}, JSON.stringify(result, null, 2)),
  );
}
