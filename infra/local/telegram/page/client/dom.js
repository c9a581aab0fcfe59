/**
 * Makes an element. Texts become text nodes, never markup: messages may hold anything. `on…` properties are listeners;
 * `true` sets an attribute, `false` and `undefined` leave it out.
 */
export function el(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === undefined || value === false || value === null) continue;
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? '' : String(value));
  }
  element.append(
    ...children.flat().filter(child => child !== undefined && child !== false && child !== null),
  );
  return element;
}

const paths = {
  attach: 'M16.5 6.5v9.2a4.5 4.5 0 0 1-9 0V6a3 3 0 0 1 6 0v9a1.5 1.5 0 0 1-3 0V7',
  send: 'M4 12 20 4l-4.5 16-4-6.5L4 12Zm7.5 1.5L20 4',
  menu: 'M5 8h14M5 12h14M5 16h14',
  close: 'M6 6l12 12M18 6 6 18',
  pin: 'M12 21s-6.5-6-6.5-11a6.5 6.5 0 0 1 13 0c0 5-6.5 11-6.5 11Zm0-8.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5Z',
  file: 'M7 3h7l4 4v14H7zM14 3v4h4',
  video: 'M4 6h11v12H4zM15 11l5-3v8l-5-3',
  person: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8Zm-7 8a7 7 0 0 1 14 0',
  forward: 'M13 6l6 6-6 6v-4c-5 0-7 2-8 4 0-5 3-8 8-8V6Z',
  reply: 'M11 6l-6 6 6 6v-4c5 0 7 2 8 4 0-5-3-8-8-8V6Z',
  edit: 'M5 19l1-4L16 5l3 3L9 18l-4 1Z',
  lock: 'M7 11h10v9H7zM9 11V8a3 3 0 0 1 6 0v3',
  link: 'M9 15 18 6M11 6h7v7',
  down: 'M6 10l6 6 6-6',
  more: 'M6 12h.01M12 12h.01M18 12h.01',
  voice: 'M12 15a3 3 0 0 0 3-3V7a3 3 0 0 0-6 0v5a3 3 0 0 0 3 3Zm-6-3a6 6 0 0 0 12 0M12 18v3',
  smile: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18Zm-4-7c1 2 2.500 3 4 3s3-1 4-3M9 9h.01M15 9h.01',
};

/** A drawn icon, hidden from screen readers: label what it stands for. */
export function icon(name) {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  svg.setAttribute('class', 'icon');
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  path.setAttribute('d', paths[name]);
  svg.append(path);
  return svg;
}

/** A button with only an icon; the label is its tooltip and its accessible name. */
export function iconButton(name, label, { class: extra = '', ...properties } = {}) {
  const common = { type: 'button', class: `sign ${extra}`, 'aria-label': label, title: label };
  return el('button', { ...common, ...properties }, icon(name));
}

/**
 * Makes the list show these items, `{ key, signature, build }`, in order. Rebuilds only items whose signature changed,
 * so that focus, scroll position and revealed spoilers stay.
 */
export function reconcile(list, items) {
  const old = new Map([...list.children].map(child => [child.dataset.key, child]));
  let before = list.firstElementChild;
  for (const { key, signature, build } of items) {
    let node = old.get(key);
    old.delete(key);
    if (node?.dataset.signature !== signature) {
      const made = build();
      made.dataset.key = key;
      made.dataset.signature = signature;
      if (node) {
        if (node === before) before = made;
        keepFocus(node, made);
        node.replaceWith(made);
      }
      node = made;
    }
    if (node === before) before = before.nextElementSibling;
    else list.insertBefore(node, before);
  }
  for (const left of old.values()) left.remove();
}

/** When a message is edited while one of its buttons has the focus, moves it to the button in the same place. */
function keepFocus(from, to) {
  if (!from.contains(document.activeElement)) return;
  const buttons = [...from.querySelectorAll('button, a')];
  const index = buttons.indexOf(document.activeElement);
  queueMicrotask(() =>
    ([...to.querySelectorAll('button, a')].at(index) ?? to.querySelector('button'))?.focus(),
  );
}

/** Does something as a person: POST /control/<action>. Resolves to whether it was done; a failure is shown on the phone. */
export async function act(action, fields, files = []) {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) {
    if (value !== undefined)
      form.append(name, typeof value === 'object' ? JSON.stringify(value) : String(value));
  }
  files.forEach((file, index) => {
    form.append(`file${index}`, file, file.name);
  });
  try {
    const response = await fetch(`/control/${action}`, { method: 'POST', body: form });
    if (!response.ok) report(fields.user, await response.text());
    return response.ok;
  } catch {
    report(fields.user, 'The stand-in does not answer. Is it still running?');
    return false;
  }
}

function report(user, text) {
  document.dispatchEvent(new CustomEvent('failure', { detail: { user: Number(user), text } }));
}
