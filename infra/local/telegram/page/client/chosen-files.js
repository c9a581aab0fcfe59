import { el, icon, iconButton } from './dom.js';

const maxFiles = 10;

/** The files chosen to be sent next, shown above the text field. */
export function createChosenFiles(changed) {
  const root = el('div', { class: 'strip', hidden: true });
  let files = [];
  const set = next => {
    files = next.slice(0, maxFiles);
    root.hidden = files.length === 0;
    root.replaceChildren(
      ...files.map(chosen => figure(chosen, () => set(files.filter(other => other !== chosen)))),
    );
    changed();
  };
  const add = (added, asFiles = false) =>
    set([...files, ...added.map(file => ({ file, kind: kindOfFile(file, asFiles) }))]);
  return {
    root,
    media: picker('image/*,video/*', add),
    any: picker('', added => add(added, true)),
    add,
    isEmpty: () => files.length === 0,
    /** The chosen files, `{ file, kind }`, which are chosen no more. */
    take() {
      const taken = files;
      set([]);
      return taken;
    },
  };
}

/** How a client sends the file; `asFiles` keeps pictures and videos as they are. */
function kindOfFile({ type }, asFiles) {
  if (type.startsWith('audio/')) return 'audio';
  if (asFiles) return 'document';
  if (type === 'image/gif') return 'animation';
  if (type.startsWith('image/')) return 'photo';
  return type.startsWith('video/') ? 'video' : 'document';
}

function figure({ file, kind }, remove) {
  const picture =
    kind === 'photo'
      ? el('img', { src: URL.createObjectURL(file), alt: '' })
      : el('span', { class: 'badge' }, icon('file'));
  return el(
    'figure',
    {},
    picture,
    el('figcaption', {}, file.name),
    iconButton('close', `Remove ${file.name}`, { onclick: remove }),
  );
}

function picker(accept, add) {
  const input = el('input', { type: 'file', multiple: true, accept, hidden: true, 'aria-label': 'Files' });
  input.addEventListener('change', () => {
    add([...input.files]);
    input.value = '';
  });
  return input;
}
