import { el, iconButton } from './dom.js';

/** A button that opens a menu. `items` makes its entries: `[label, action, detail]`. */
export function menu(items, iconName = 'more', label = 'More') {
  const list = el('div', { class: 'menu', role: 'menu', hidden: true });
  const button = iconButton(iconName, label, {
    'aria-haspopup': 'menu',
    'aria-expanded': 'false',
    onclick: () => (list.hidden ? open() : close()),
  });
  const root = el('div', { class: 'menu-anchor' }, button, list);
  function open() {
    list.replaceChildren(...items().map(item => menuItem(item, close)));
    show(true);
    list.querySelector('button')?.focus();
  }
  function close() {
    show(false);
    button.focus();
  }
  function show(isOpen) {
    list.hidden = !isOpen;
    button.setAttribute('aria-expanded', String(isOpen));
  }
  root.addEventListener('keydown', event => {
    const entries = [...list.querySelectorAll('button')];
    const at = entries.indexOf(document.activeElement);
    if (event.key === 'Escape' && !list.hidden) close();
    else if (event.key === 'ArrowDown' && at >= 0) entries[(at + 1) % entries.length].focus();
    else if (event.key === 'ArrowUp' && at >= 0) entries.at(at - 1).focus();
    else return;
    event.preventDefault();
  });
  document.addEventListener('click', event => {
    if (!root.contains(event.target)) show(false);
  });
  return root;
}

function menuItem([label, action, detail], close) {
  const onclick = () => {
    close();
    action();
  };
  return el(
    'button',
    { type: 'button', role: 'menuitem', onclick },
    el('span', {}, label),
    detail && el('small', {}, detail),
  );
}

/** Asks for a point; with a name it becomes a venue. */
export function placeDialog(places, send) {
  const latitude = number('Latitude', 90);
  const longitude = number('Longitude', 180);
  const title = field('Name (makes it a venue)');
  const address = field('Address');
  const live = el('input', { type: 'checkbox' });
  const fill = (north, east) => {
    latitude.input.value = north;
    longitude.input.value = east;
  };
  // Coordinates are copied as a pair, such as "48.7389, 37.5848".
  latitude.input.addEventListener('paste', event => {
    const pair = /(-?\d+\.\d+)[,;\s]+(-?\d+\.\d+)/.exec(event.clipboardData?.getData('text') ?? '');
    if (!pair) return;
    event.preventDefault();
    fill(pair[1], pair[2]);
  });
  const presets = places.map(place =>
    el(
      'button',
      { type: 'button', class: 'plain', onclick: () => fill(place.latitude, place.longitude) },
      place.name,
    ),
  );
  return formDialog(
    'Share a place',
    [
      el('div', { class: 'presets', role: 'group', 'aria-label': 'Places to try' }, presets),
      el('div', { class: 'pair' }, latitude.label, longitude.label),
      title.label,
      address.label,
      el('label', { class: 'check' }, live, 'Live location, which can be moved later'),
    ],
    () =>
      send({
        latitude: latitude.input.value,
        longitude: longitude.input.value,
        title: title.input.value,
        address: address.input.value,
        live: live.checked,
      }),
  );
}

/** Asks for a channel's post, to be forwarded. */
export function forwardDialog(send) {
  const title = field('Channel', 'Regional administration', true);
  const username = field('Its username', 'region_news');
  const messageId = field('Number of the post', '12345', true);
  const date = el('input', { type: 'datetime-local', required: true });
  const text = el('textarea', { rows: '4', required: true, dir: 'auto' });
  date.value = new Date(Date.now() - 3_600_000).toISOString().slice(0, 16);
  return formDialog(
    'Forward a channel post',
    [
      title.label,
      username.label,
      messageId.label,
      el('label', {}, 'Posted at', date),
      el('label', {}, 'Text', text),
    ],
    () =>
      send({
        title: title.input.value,
        username: username.input.value,
        message_id: messageId.input.value,
        date: Math.floor(new Date(date.value).getTime() / 1000),
        text: text.value,
      }),
  );
}

/** Asks for a person's card. */
export function contactDialog(send) {
  const name = field('Name', 'Iryna', true);
  const phone = field('Telephone', '+15550100', true);
  const userId = field('Telegram id, if they have one');
  return formDialog('Share a contact', [name.label, phone.label, userId.label], () =>
    send({
      first_name: name.input.value,
      phone_number: phone.input.value,
      user_id: userId.input.value,
    }),
  );
}

/** A message of the bot that has to be closed. */
export function alertDialog() {
  const text = el('p', { dir: 'auto' });
  const root = el(
    'dialog',
    { class: 'alert', 'aria-label': 'Message of the bot' },
    text,
    el('form', { method: 'dialog' }, el('button', { type: 'submit', class: 'primary' }, 'OK')),
  );
  return {
    root,
    show(shown) {
      text.textContent = shown;
      if (!root.open) root.showModal();
    },
  };
}

function formDialog(heading, content, send) {
  const root = el(
    'dialog',
    { class: 'form', 'aria-label': heading },
    el(
      'form',
      {
        method: 'dialog',
        onsubmit(event) {
          if (event.submitter?.value === 'send') send();
        },
      },
      el('h2', {}, heading),
      content,
      el(
        'div',
        { class: 'ends' },
        el('button', { type: 'submit', value: 'cancel', formnovalidate: true, class: 'plain' }, 'Cancel'),
        el('button', { type: 'submit', value: 'send', class: 'primary' }, 'Send'),
      ),
    ),
  );
  return { root, open: () => root.showModal() };
}

function field(name, value = '', required = false) {
  const input = el('input', { type: 'text', value, required, dir: 'auto' });
  return { input, label: el('label', {}, name, input) };
}

function number(name, max) {
  const input = el('input', { type: 'number', step: 'any', min: -max, max, required: true });
  return { input, label: el('label', {}, name, input) };
}
