import { kindOf } from './bubble.js';
import { act, el, icon, iconButton } from './dom.js';
import { menu } from './menu.js';
import { createOffers } from './offers.js';
import { contactDialog, forwardDialog, placeDialog } from './place.js';

/** Where a person writes: text, files, places, commands, and the keyboard that the bot put there. */
export function createComposer({ seat, chat, phone, bot, entries }) {
  let replyTo;
  let editing;
  let files = [];
  let placeholderOfBot;
  let keyboardShown = '';

  const input = el('textarea', {
    rows: '1',
    'aria-label': 'Message',
    dir: 'auto',
    oninput: grow,
    onkeydown: typed,
    onpaste: pasted,
  });
  const pictures = filePicker('image/*,video/*');
  const anyFiles = filePicker('');
  const place = placeDialog(fields => act(fields.title ? 'venue' : 'location', { ...seat(), ...fields }));
  const post = forwardDialog(fields => act('forward', { ...seat(), ...fields }));
  const contact = contactDialog(fields => act('contact', { ...seat(), ...fields }));
  const attach = menu(
    () => [
      ['Photos', () => pictures.click(), 'several become an album'],
      ['File', () => anyFiles.click()],
      ['Location or venue', place.open],
      ['Sample photo', () => act('photo', seat())],
      ['Forward a channel post', post.open],
      ['Contact', contact.open],
      ['Voice message', () => act('voice', seat())],
      ['Sticker', () => act('sticker', seat())],
    ],
    'attach',
    'Attach',
  );
  const commands = menu(
    () => {
      const known = chat().commands;
      if (known.length === 0) return [['The bot has set no commands', () => input.focus()]];
      return known.map(({ command, description }) => [`/${command}`, () => send(`/${command}`), description]);
    },
    'menu',
    'Commands',
  );
  const offers = createOffers({ input, seat, bot, done: clear });
  const context = el('div', { class: 'context', hidden: true });
  const strip = el('div', { class: 'strip', hidden: true });
  const keyboard = el('div', {
    class: 'reply-keyboard',
    role: 'group',
    'aria-label': 'Keyboard of the bot',
    hidden: true,
  });
  const sendButton = el('button', { class: 'sign send', 'aria-label': 'Send', title: 'Send' }, icon('send'));
  const form = el(
    'form',
    {
      class: 'composer',
      onsubmit(event) {
        event.preventDefault();
        submit();
      },
    },
    commands,
    attach,
    input,
    sendButton,
  );
  const big = el('button', { type: 'button', class: 'primary big', onclick: begin });
  const root = el(
    'div',
    { class: 'foot' },
    context,
    strip,
    offers.root,
    form,
    big,
    keyboard,
    pictures,
    anyFiles,
    place.root,
    post.root,
    contact.root,
  );

  function filePicker(accept) {
    const picker = el('input', { type: 'file', multiple: true, accept, hidden: true, 'aria-label': 'Files' });
    picker.addEventListener('change', () => {
      addFiles([...picker.files], accept === '');
      picker.value = '';
    });
    return picker;
  }

  function addFiles(added, asFiles) {
    files = [
      ...files,
      ...added.map(file => ({ file, asFile: asFiles || !file.type.startsWith('image/') })),
    ].slice(0, 10);
    showFiles();
    input.focus();
  }

  function showFiles() {
    strip.hidden = files.length === 0;
    strip.replaceChildren(
      ...files.map(chosen => {
        const remove = () => {
          files = files.filter(other => other !== chosen);
          showFiles();
        };
        const shown = chosen.asFile
          ? el('span', { class: 'badge' }, icon('file'))
          : el('img', { src: URL.createObjectURL(chosen.file), alt: '' });
        return el(
          'figure',
          {},
          shown,
          el('figcaption', {}, chosen.file.name),
          iconButton('close', `Remove ${chosen.file.name}`, { onclick: remove }),
        );
      }),
    );
    showPlaceholder();
  }

  async function sendFiles(caption) {
    const chosen = files;
    files = [];
    showFiles();
    const photos = chosen.filter(({ asFile }) => !asFile).map(({ file }) => file);
    const videos = chosen
      .filter(({ file, asFile }) => asFile && file.type.startsWith('video/'))
      .map(({ file }) => file);
    const others = chosen
      .filter(({ file, asFile }) => asFile && !file.type.startsWith('video/'))
      .map(({ file }) => file);
    if (photos.length > 0) await act('photo', { ...seat(), caption, reply_to: replyTo?.message_id }, photos);
    if (videos.length > 0)
      await act('video', { ...seat(), caption: photos.length > 0 ? '' : caption }, videos);
    if (others.length > 0)
      await act('document', { ...seat(), caption: photos.length > 0 ? '' : caption }, others);
  }

  function send(text) {
    const reply_to = replyTo?.message_id;
    leave();
    return act('send', { ...seat(), text, reply_to });
  }

  function submit() {
    const text = input.value.trim();
    if (files.length > 0) sendFiles(text);
    else if (text === '') return;
    else if (editing) act('edit', { ...seat(), message_id: editing.message_id, text });
    else {
      input.value = '';
      grow();
      return void send(text);
    }
    leave();
    input.value = '';
    grow();
  }

  function clear() {
    input.value = '';
    grow();
  }

  function begin() {
    act('start', seat());
    input.focus();
  }

  function typed(event) {
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      submit();
    } else if (event.key === 'Escape' && (replyTo || editing)) leave();
  }

  function pasted(event) {
    const images = [...(event.clipboardData?.files ?? [])];
    if (images.length === 0) return;
    event.preventDefault();
    addFiles(images, false);
  }

  function grow() {
    offers.look();
    input.style.height = 'auto';
    input.style.height = `${Math.min(input.scrollHeight, 140)}px`;
  }

  function showContext(title, message) {
    context.hidden = false;
    context.replaceChildren(
      el(
        'div',
        { class: 'quoted', dir: 'auto' },
        el('strong', {}, title),
        el('span', {}, message.text ?? message.caption ?? kindOf(message)),
      ),
      iconButton('close', 'Cancel', { onclick: leave }),
    );
  }

  function reply(message, takesFocus = true) {
    editing = undefined;
    replyTo = message;
    showContext(`Reply to ${message.from?.first_name ?? ''}`, message);
    if (takesFocus) input.focus();
  }

  function edit(message) {
    replyTo = undefined;
    editing = message;
    showContext('Edit the message', message);
    input.value = message.text ?? message.caption ?? '';
    grow();
    input.focus();
  }

  function leave() {
    if (editing) input.value = '';
    replyTo = undefined;
    editing = undefined;
    context.hidden = true;
  }

  function key(button) {
    const words = typeof button === 'string' ? button : button.text;
    const press = () => {
      if (button.request_location) return place.open();
      if (button.request_contact) {
        const { id, first_name } = phone().user;
        return act('contact', { ...seat(), phone_number: '+380500000000', first_name, user_id: id });
      }
      return send(words);
    };
    return el(
      'button',
      { type: 'button', class: `key ${button.style ?? ''}`, dir: 'auto', onclick: press },
      words,
    );
  }

  function showKeyboard() {
    const open = chat().keyboard;
    const signature = JSON.stringify(open ?? null);
    if (signature === keyboardShown) return;
    keyboardShown = signature;
    const markup = open?.markup;
    placeholderOfBot = markup?.input_field_placeholder;
    keyboard.hidden = !markup?.keyboard;
    keyboard.replaceChildren(
      ...(markup?.keyboard ?? []).map(row => el('div', { class: 'row' }, ...row.map(button => key(button)))),
    );
    const asking = entries().find(({ message }) => message.message_id === open?.messageId);
    if (markup?.force_reply && asking)
      reply(asking.message, root.closest('.phone')?.contains(document.activeElement));
  }

  function showPlaceholder() {
    input.placeholder = files.length > 0 ? 'Caption' : (placeholderOfBot ?? 'Message');
  }

  return {
    root,
    reply: message => reply(message),
    edit,
    leave,
    type(text) {
      input.value = text;
      grow();
      input.focus();
    },
    update() {
      const { bot: standing, isGroup } = chat();
      const isShut = !isGroup && (standing === 'left' || standing === 'kicked');
      form.hidden = isShut;
      big.hidden = !isShut;
      big.textContent = standing === 'kicked' ? 'Unblock and restart' : `Start ${bot().first_name}`;
      showKeyboard();
      showPlaceholder();
    },
  };
}
