import { act, el, iconButton } from './dom.js';

const troubles = [
  ['Next call: too many requests, wait 3 s', { kind: 'error', code: 429, retryAfter: 3 }],
  ['Next call: server error 500', { kind: 'error', code: 500 }],
  ['Next call: blocked by the user', { kind: 'error', code: 403 }],
  ['Next call: answered 5 s late', { kind: 'slow', ms: 5000 }],
  ['Next call: connection cut before it took effect', { kind: 'drop', when: 'before' }],
  ['Next call: connection cut after it took effect', { kind: 'drop', when: 'after' }],
];

/** The drawer with the log of calls, and with ways to make trouble. */
export function createTools(root, store) {
  const state = el('dl', { class: 'facts' });
  const armed = el('ul', { class: 'armed' });
  const filter = el('input', {
    type: 'search',
    placeholder: 'Method or text',
    'aria-label': 'Filter calls',
    oninput: showCalls,
  });
  const list = el('ol', { class: 'calls', 'aria-label': 'Calls of the Bot API, latest first' });
  const limits = el('input', {
    type: 'checkbox',
    onchange: () => act('limits', { enabled: limits.checked }),
  });
  const method = el('input', {
    type: 'text',
    placeholder: 'any method',
    'aria-label': 'Only for this method',
  });
  const forgedData = el('input', {
    type: 'text',
    placeholder: 'callback data',
    'aria-label': 'Callback data',
    required: true,
  });
  const forger = el('select', { 'aria-label': 'Person' });
  const close = iconButton('close', 'Close the tools', { onclick: () => store.toggleTools(false) });

  root.append(
    el('header', {}, el('h2', {}, 'Call log and tools'), close),
    state,
    section('Make trouble', [
      el('label', { class: 'check' }, limits, 'Telegram’s limits: 30 a second, 20 a minute in a group'),
      el('label', {}, 'Only for the method', method),
      el(
        'div',
        { class: 'presets' },
        troubles.map(([words, fault]) =>
          deed(words, () => act('fault', { method: method.value.trim() || '*', fault })),
        ),
        deed('Next update comes twice', () => act('update_fault', { fault: 'duplicate' })),
        deed('Next two updates change places', () => act('update_fault', { fault: 'reorder' })),
        deed('Telegram is gone for 10 s', () => act('outage', { ms: 10_000 })),
        deed('No more trouble', () => act('clear_faults', {})),
      ),
      armed,
    ]),
    section('Time', [
      el(
        'div',
        { class: 'presets' },
        deed('2½ minutes later', () => act('advance', { ms: 151_000 })),
        deed('A day later', () => act('advance', { ms: 86_400_000 })),
        deed('Two days later', () => act('advance', { ms: 172_800_000 })),
      ),
    ]),
    section('A forged button', [
      el(
        'form',
        {
          class: 'line',
          onsubmit(event) {
            event.preventDefault();
            forge();
          },
        },
        forger,
        forgedData,
        el('button', { type: 'submit', class: 'plain' }, 'Press'),
      ),
    ]),
    el('h3', {}, 'Calls'),
    filter,
    list,
  );

  function forge() {
    const user = Number(forger.value);
    const last = store.entries(user).findLast(({ message }) => message.from?.is_bot);
    if (last) act('forge', { user, message_id: last.message.message_id, data: forgedData.value });
    else store.note(user, 'There is no message of the bot in this chat yet.');
  }

  function showCalls() {
    if (root.hidden) return;
    const wanted = filter.value.trim().toLowerCase();
    const open = new Set([...list.querySelectorAll('details[open]')].map(details => details.dataset.id));
    const shown = store.calls
      .toReversed()
      .filter(call => wanted === '' || JSON.stringify(call).toLowerCase().includes(wanted))
      .slice(0, 100);
    list.replaceChildren(...shown.map(call => el('li', {}, callDetails(call, open.has(String(call.id))))));
  }

  return {
    update() {
      const { webhook, webhookError, waiting, faults, limits: isLimited, phones } = store.overview;
      limits.checked = isLimited;
      state.replaceChildren(
        ...fact('Webhook', webhook || 'none: the bot polls, or is not running'),
        ...fact('Updates waiting', String(waiting)),
        ...(webhookError ? fact('Last failure', webhookError) : []),
      );
      armed.replaceChildren(...faults.map(words => el('li', {}, words)));
      const chosen = forger.value;
      forger.replaceChildren(...phones.map(({ user }) => el('option', { value: user.id }, user.first_name)));
      if (chosen) forger.value = chosen;
    },
    showCalls,
  };
}

function section(title, content) {
  return el('details', {}, el('summary', {}, title), content);
}

function deed(words, onclick) {
  return el('button', { type: 'button', class: 'plain', onclick }, words);
}

function fact(name, value) {
  return [el('dt', {}, name), el('dd', {}, value)];
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
