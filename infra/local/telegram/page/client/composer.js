import { kindOf } from './bubble.js';
import { createChosenFiles } from './chosen-files.js';
import { act, el, icon, iconButton } from './dom.js';
import { replyKeyboard } from './keyboard.js';
import { contactDialog, forwardDialog, menu, placeDialog } from './popups.js';

const maxHeightPx = 140;

/** Where a person writes: text, files, places, commands, and the keyboard that the bot opened. */
export function createComposer(phone) {
  const composer = { phone, openKeyboard: undefined };
  composer.place = placeDialog(phone.store.overview.places, fields => doAction(composer, 'location', fields));
  composer.forward = forwardDialog(fields => doAction(composer, 'forward', fields));
  composer.contact = contactDialog(fields => doAction(composer, 'contact', fields));
  composer.input = el('textarea', {
    rows: '1',
    'aria-label': 'Message',
    dir: 'auto',
    oninput: () => grow(composer),
    onkeydown: event => onKey(composer, event),
    onpaste: event => onPaste(composer, event),
  });
  composer.files = createChosenFiles(() => {
    showPlaceholder(composer);
    composer.input.focus();
  });
  composer.context = createContext(() => leave(composer));
  composer.keyboard = replyKeyboard({
    send: text => sendText(composer, text),
    shareLocation: composer.place.open,
  });
  composer.form = form(composer);
  composer.start = el('button', { type: 'button', class: 'primary big', onclick: () => start(composer) });
  const { context, files, keyboard } = composer;
  composer.root = el(
    'div',
    { class: 'foot' },
    context.root,
    files.root,
    composer.form,
    composer.start,
    keyboard.root,
    files.media,
    files.any,
    composer.place.root,
    composer.forward.root,
    composer.contact.root,
  );
  return {
    root: composer.root,
    reply: message => startReply(composer, message),
    edit: message => startEdit(composer, message),
    leave: () => leave(composer),
    update: () => update(composer),
  };
}

function form(composer) {
  const onsubmit = event => {
    event.preventDefault();
    submit(composer);
  };
  const sendButton = el('button', { class: 'sign send', 'aria-label': 'Send', title: 'Send' }, icon('send'));
  return el(
    'form',
    { class: 'composer', onsubmit },
    commandMenu(composer),
    attachMenu(composer),
    composer.input,
    sendButton,
  );
}

function commandMenu(composer) {
  const items = () => {
    const { commands } = composer.phone.chat();
    if (commands.length === 0) return [['The bot has set no commands', () => composer.input.focus()]];
    return commands.map(({ command, description }) => [
      `/${command}`,
      () => sendText(composer, `/${command}`),
      description,
    ]);
  };
  return menu(items, 'menu', 'Commands');
}

function attachMenu(composer) {
  const items = [
    ['Photos or videos', () => composer.files.media.click(), 'several photos become an album'],
    ['File', () => composer.files.any.click()],
    ['Location or venue', composer.place.open],
    ['Sample photo', () => doAction(composer, 'photo')],
    ['Voice message', () => doAction(composer, 'voice')],
    ['Video message', () => doAction(composer, 'video_note')],
    ['Forward a channel post', composer.forward.open],
    ['Contact', composer.contact.open],
    ['Sticker', () => doAction(composer, 'sticker')],
  ];
  return menu(() => items, 'attach', 'Attach');
}

function doAction({ phone }, action, fields = {}, files = []) {
  return act(action, { ...phone.target(), ...fields }, files);
}

function start(composer) {
  doAction(composer, 'start');
  composer.input.focus();
}

/** Sends what was written and chosen. What did not arrive is put back, to be sent again. */
async function submit(composer) {
  const { input, files, context } = composer;
  const text = input.value.trim();
  const edited = context.edited();
  const repliedTo = context.repliedTo();
  const chosen = files.take();
  if (chosen.length === 0 && text === '') return;
  const sending = send(composer, { text, edited, reply_to: repliedTo?.message_id, chosen });
  leave(composer);
  setText(composer, '');
  const left = await sending;
  if (!left) return;
  if (left.length > 0) files.add(left);
  if (edited) context.edit(edited);
  else if (repliedTo) context.reply(repliedTo);
  setText(composer, [text, input.value].filter(Boolean).join('\n'));
}

/** Resolves to the files that did not arrive; to undefined when all did, and the text too. */
async function send(composer, { text, edited, reply_to, chosen }) {
  if (chosen.length > 0) return sendFiles(composer, { caption: text, reply_to, chosen });
  const sent = edited
    ? doAction(composer, 'edit', { message_id: edited.message_id, text })
    : doAction(composer, 'send', { text, reply_to });
  return (await sent) ? undefined : [];
}

function sendText(composer, text) {
  const reply_to = composer.context.repliedTo()?.message_id;
  leave(composer);
  return doAction(composer, 'send', { text, reply_to });
}

/** Sends photos together, then the other files one by one, up to the first that fails; the caption goes with the first. */
async function sendFiles(composer, { caption, reply_to, chosen }) {
  const photos = chosen.filter(({ kind }) => kind === 'photo').map(({ file }) => file);
  const others = chosen.filter(({ kind }) => kind !== 'photo');
  const groups = [
    ...(photos.length > 0 ? [['photo', photos]] : []),
    ...others.map(one => [one.kind, [one.file]]),
  ];
  for (const [index, [kind, files]] of groups.entries()) {
    const fields = index === 0 ? { caption, reply_to } : { caption: '' };
    if (!(await doAction(composer, kind, fields, files)))
      return groups.slice(index).flatMap(group => group[1]);
  }
  return undefined;
}

function onKey(composer, event) {
  if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
    event.preventDefault();
    submit(composer);
  } else if (event.key === 'Escape' && composer.context.isOpen()) leave(composer);
}

function onPaste({ files }, event) {
  const pasted = [...(event.clipboardData?.files ?? [])];
  if (pasted.length === 0) return;
  event.preventDefault();
  files.add(pasted);
}

function setText(composer, text) {
  composer.input.value = text;
  grow(composer);
}

function grow({ input }) {
  input.style.height = 'auto';
  input.style.height = `${Math.min(input.scrollHeight, maxHeightPx)}px`;
}

function startReply(composer, message, takesFocus = true) {
  composer.context.reply(message);
  if (takesFocus) composer.input.focus();
}

function startEdit(composer, message) {
  composer.context.edit(message);
  setText(composer, message.text ?? message.caption ?? '');
  composer.input.focus();
}

function leave(composer) {
  if (composer.context.edited()) setText(composer, '');
  composer.context.close();
}

function update(composer) {
  const { bot, isGroup } = composer.phone.chat();
  const isClosed = !isGroup && (bot === 'left' || bot === 'kicked');
  composer.form.hidden = isClosed;
  composer.start.hidden = !isClosed;
  composer.start.textContent =
    bot === 'kicked' ? 'Unblock and restart' : `Start ${composer.phone.store.bot.first_name}`;
  showKeyboard(composer);
  showPlaceholder(composer);
}

function showKeyboard(composer) {
  const open = composer.phone.chat().keyboard;
  const signature = JSON.stringify(open);
  if (signature === composer.openKeyboard) return;
  composer.openKeyboard = signature;
  composer.placeholder = open?.markup.input_field_placeholder;
  composer.keyboard.show(open?.markup.keyboard);
  const question = composer.phone.entries().find(({ message }) => message.message_id === open?.messageId);
  if (open?.markup.force_reply && question)
    startReply(composer, question.message, composer.root.closest('.phone')?.contains(document.activeElement));
}

function showPlaceholder({ input, files, placeholder }) {
  input.placeholder = files.isEmpty() ? (placeholder ?? 'Message') : 'Caption';
}

/** The message that the text replies to or edits. */
function createContext(cancel) {
  const root = el('div', { class: 'context', hidden: true });
  let current;
  const open = (kind, title, message) => {
    current = { kind, message };
    root.hidden = false;
    root.replaceChildren(
      el(
        'div',
        { class: 'quoted', dir: 'auto' },
        el('strong', {}, title),
        el('span', {}, message.text ?? message.caption ?? kindOf(message)),
      ),
      iconButton('close', 'Cancel', { onclick: cancel }),
    );
  };
  return {
    root,
    reply: message => open('reply', `Reply to ${message.from?.first_name ?? ''}`, message),
    edit: message => open('edit', 'Edit the message', message),
    repliedTo: () => (current?.kind === 'reply' ? current.message : undefined),
    edited: () => (current?.kind === 'edit' ? current.message : undefined),
    isOpen: () => current !== undefined,
    close() {
      current = undefined;
      root.hidden = true;
    },
  };
}
