import { nameIn } from '../../../lib/locale.ts';
import { type Munition, munitions } from '../../../lib/report/vocabulary.ts';
import type { QueueSize } from '../../../lib/store/records/queue.ts';
import { shortRegion } from '../../callbacks/codes.ts';
import { button, type CallbackArgs, type QueueView, queueAges } from '../../callbacks/moderator.ts';
import { cut, html } from '../../telegram/html.ts';
import { keyboard } from '../../telegram/keyboard.ts';
import type { Button, Screen } from '../../telegram/screen.ts';
import type { View } from '../../text/incident.ts';

/** What the queue can be narrowed by. */
export const queueFilters = ['region', 'munition', 'age'] as const;
type Filter = CallbackArgs<'narrow'>['by'];

/** A value to narrow by, and what the queue is then. `name` is what its button says. */
type Choice = Readonly<{ name: string; view: QueueView }>;

/** All values of a filter, by name, on top of what narrows the queue already. */
export const filterChoices = (by: Filter, queue: QueueView, view: View): readonly Choice[] => {
  const { t, locale, country } = view;
  switch (by) {
    case 'region':
      return country.regions
        .map(({ code, names }) => ({
          name: nameIn(names, [locale, ...country.languages]),
          view: { ...queue, region: shortRegion(code, country) },
        }))
        .sort((a, b) => a.name.localeCompare(b.name, locale));
    case 'munition':
      return munitions.map((munition: Munition) => ({
        name: t.terms.munitions[munition],
        view: { ...queue, munition },
      }));
    case 'age':
      return queueAges.map(age => ({ name: t.moderator.queue.olderThan(age), view: { ...queue, age } }));
  }
};

/** In characters: with the count behind it, as much as a phone shows of a label. */
const maxNameLength = 27;

/** What to narrow the queue to, with how many wait there: only values that any report has. */
export const queueFilterScreen = (
  by: Filter,
  queue: QueueView,
  counted: readonly (Choice & Readonly<{ size: QueueSize }>)[],
  { t }: View,
): Screen => {
  const { queue: texts, buttons } = t.moderator;
  const any = { region: texts.anyRegion, munition: texts.anyMunition, age: texts.anyAge }[by];
  const choices = counted
    .filter(({ size }) => size.count > 0)
    .map(
      ({ name, view, size }): Button =>
        button(`${cut(name, maxNameLength)} · ${size.count}${size.more ? '+' : ''}`, 'queue', { view }),
    );
  return {
    text: html`<b>${texts.which[by]}</b>${choices.length === 0 ? html`\n${texts.nothingChosen}` : ''}`,
    buttons: keyboard(
      [button(any, 'queue', { view: { ...queue, [by]: undefined } })],
      ...choices.map(choice => [choice]),
      [button(buttons.back, 'queue', { view: queue })],
    ),
  };
};
