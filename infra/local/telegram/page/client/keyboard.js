import { act, el, icon } from './dom.js';
import { safeLink } from './text.js';

/** The buttons below a message. */
export function inlineKeyboard(message, view) {
  const rows = message.reply_markup.inline_keyboard.map(row =>
    row.map(button => inlineButton(button, message, view)),
  );
  return keyboard('inline-keyboard', 'Buttons of the message', rows);
}

function inlineButton(button, message, view) {
  if (button.url) {
    const link = { href: safeLink(button.url), target: '_blank', rel: 'noopener' };
    return key('a', button, link, icon('link'));
  }
  if (button.copy_text) {
    const copy = () => navigator.clipboard?.writeText(button.copy_text.text);
    return key('button', button, { type: 'button', title: button.copy_text.text, onclick: copy });
  }
  const press = async ({ currentTarget }) => {
    currentTarget.setAttribute('aria-busy', 'true');
    await act('press', { ...view.target, message_id: message.message_id, data: button.callback_data });
    currentTarget.removeAttribute('aria-busy');
  };
  return key('button', button, { type: 'button', onclick: press });
}

/** The keyboard that the bot opened below the chat. */
export function replyKeyboard({ send, shareLocation }) {
  const root = keyboard('reply-keyboard', 'Keyboard of the bot', []);
  root.hidden = true;
  return {
    root,
    show(rows = []) {
      root.hidden = rows.length === 0;
      const press = button => (button.request_location ? shareLocation() : send(button.text));
      root.replaceChildren(
        ...rows.map(row =>
          keyRow(row.map(button => key('button', button, { type: 'button', onclick: () => press(button) }))),
        ),
      );
    },
  };
}

function keyboard(name, label, rows) {
  return el('div', { class: name, role: 'group', 'aria-label': label }, rows.map(keyRow));
}

function keyRow(keys) {
  return el('div', { class: 'row' }, keys);
}

/** A button whose label is cut with an ellipsis, as Telegram cuts it. */
function key(tag, { text, style = '' }, properties, ...children) {
  const label = el('span', { class: 'label', dir: 'auto' }, text);
  return el(tag, { class: `key ${style}`, ...properties }, label, ...children);
}
