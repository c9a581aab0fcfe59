import { act, el } from './dom.js';

const pauseMs = 350;

/** Inline mode: after the bot's name and a query, what the bot offers to send. */
export function createOffers({ input, seat, bot, done }) {
  const root = el('div', {
    class: 'offers',
    role: 'group',
    'aria-label': 'What the bot offers',
    hidden: true,
  });
  let timer;

  function look() {
    clearTimeout(timer);
    const start = `@${bot()?.username} `;
    root.hidden = true;
    if (!input.value.toLowerCase().startsWith(start.toLowerCase())) return;
    timer = setTimeout(ask, pauseMs, input.value.slice(start.length));
  }

  async function ask(query) {
    const answer = await act('inline', { ...seat(), query });
    const results = answer?.result?.results ?? [];
    root.hidden = results.length === 0;
    root.replaceChildren(
      ...results.map(result => {
        const choose = () => {
          root.hidden = true;
          done();
          act('choose', { ...seat(), result });
        };
        return el(
          'button',
          { type: 'button', dir: 'auto', onclick: choose },
          el('span', {}, result.title ?? result.type),
          result.description && el('small', {}, result.description),
        );
      }),
    );
  }

  return { root, look };
}
