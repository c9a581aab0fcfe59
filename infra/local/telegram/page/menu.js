import { el, iconButton } from './dom.js';

/** A button that opens a short list of deeds. */
export function menu(deeds, sign = 'more', label = 'More') {
  const list = el('div', { class: 'menu', role: 'menu', hidden: true });
  const button = iconButton(sign, label, {
    'aria-haspopup': 'menu',
    'aria-expanded': 'false',
    onclick: toggle,
  });
  const root = el('div', { class: 'menu-anchor' }, button, list);
  function toggle() {
    if (!list.hidden) return close();
    list.replaceChildren(
      ...deeds().map(([words, deed, detail]) =>
        el(
          'button',
          {
            type: 'button',
            role: 'menuitem',
            onclick: () => {
              close();
              deed();
            },
          },
          el('span', {}, words),
          detail && el('small', {}, detail),
        ),
      ),
    );
    list.hidden = false;
    button.setAttribute('aria-expanded', 'true');
    list.querySelector('button')?.focus();
  }
  function close() {
    list.hidden = true;
    button.setAttribute('aria-expanded', 'false');
    button.focus();
  }
  root.addEventListener('keydown', event => {
    const items = [...list.querySelectorAll('button')];
    const at = items.indexOf(document.activeElement);
    if (event.key === 'Escape' && !list.hidden) close();
    else if (event.key === 'ArrowDown' && at >= 0) items[(at + 1) % items.length].focus();
    else if (event.key === 'ArrowUp' && at >= 0) items.at(at - 1).focus();
    else return;
    event.preventDefault();
  });
  document.addEventListener('click', event => {
    if (root.contains(event.target)) return;
    list.hidden = true;
    button.setAttribute('aria-expanded', 'false');
  });
  return root;
}
