import { el } from './dom.js';

/** Places to try; any other is typed, or pasted as "48.7389, 37.5848". */
const presets = [
  ['Kramatorsk, railway station', 48.72617, 37.54195],
  ['Kharkiv, Saltivka', 50.03154, 36.34582],
  ['Malokaterynivka', 47.66033, 35.26267],
  ['Kyiv, Maidan', 50.45003, 30.52413],
  ['Outside the country: Warsaw', 52.22967, 21.01222],
];

/** Asks for a point; with a name it becomes a venue. */
export function placeDialog(send) {
  const latitude = number('Latitude', 90);
  const longitude = number('Longitude', 180);
  const title = field('Name (makes it a venue)');
  const address = field('Address');
  const live = el('input', { type: 'checkbox' });
  latitude.input.addEventListener('paste', event => {
    const pair = /(-?\d+\.\d+)[,;\s]+(-?\d+\.\d+)/.exec(event.clipboardData?.getData('text') ?? '');
    if (!pair) return;
    event.preventDefault();
    fill(pair[1], pair[2]);
  });
  function fill(north, east) {
    latitude.input.value = north;
    longitude.input.value = east;
  }
  const places = el(
    'div',
    { class: 'presets', role: 'group', 'aria-label': 'Places to try' },
    presets.map(([name, north, east]) =>
      el('button', { type: 'button', class: 'plain', onclick: () => fill(north, east) }, name),
    ),
  );
  return formDialog(
    'Share a place',
    [
      places,
      el('div', { class: 'pair' }, latitude.label, longitude.label),
      title.label,
      address.label,
      el('label', { class: 'check' }, live, 'Live location, which can be moved later'),
    ],
    () =>
      send({
        latitude: latitude.input.value,
        longitude: longitude.input.value,
        ...(title.input.value && { title: title.input.value, address: address.input.value }),
        ...(live.checked && { live: true }),
      }),
  );
}

/** Asks for a post of a channel, which is then forwarded. */
export function forwardDialog(send) {
  const title = field('Channel', 'Запорізька ОВА', true);
  const username = field('Its username', 'zoda_gov_ua');
  const messageId = field('Number of the post', '12345', true);
  const date = el('input', { type: 'datetime-local', required: true });
  const words = el('textarea', { rows: '4', required: true, dir: 'auto' });
  date.value = new Date(Date.now() - 3_600_000).toISOString().slice(0, 16);
  return formDialog(
    'Forward a channel post',
    [
      title.label,
      username.label,
      messageId.label,
      el('label', {}, 'Posted at', date),
      el('label', {}, 'Text', words),
    ],
    () =>
      send({
        title: title.input.value,
        username: username.input.value,
        message_id: messageId.input.value,
        date: Math.floor(new Date(date.value).getTime() / 1000),
        text: words.value,
      }),
  );
}

/** Asks for a person's card. */
export function contactDialog(send) {
  const name = field('Name', 'Iryna', true);
  const phone = field('Telephone', '+380501234567', true);
  const userId = field('Telegram id, if they have one');
  return formDialog('Share a contact', [name.label, phone.label, userId.label], () =>
    send({
      first_name: name.input.value,
      phone_number: phone.input.value,
      user_id: userId.input.value || undefined,
    }),
  );
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

function field(words, value = '', required = false) {
  const input = el('input', { type: 'text', value, required, dir: 'auto' });
  return { input, label: el('label', {}, words, input) };
}

function number(words, max) {
  const input = el('input', { type: 'number', step: 'any', min: -max, max, required: true });
  return { input, label: el('label', {}, words, input) };
}
