import type { InlineKeyboardMarkup } from 'grammy/types';
import { moderatorCallbacks } from '../callbacks/moderator.ts';

const mark = '☑ ';

/** The label of a button that chooses something, or leaves it out again. */
export const choiceLabel = (text: string, isChosen: boolean): string => `${isChosen ? mark : ''}${text}`;

/**
 * The callbacks of the buttons that are marked as chosen, on the keyboard that the person looks at. The choice is stored
 * nowhere else: the message is the state, everybody in a group sees the same, and each decision is checked against the
 * records as they are then.
 */
export const chosenOn = (keyboard: InlineKeyboardMarkup | undefined) =>
  callbacksOn(keyboard, text => text.startsWith(mark));

/** The callbacks of the buttons on a keyboard, or of those whose label is `wanted`. */
export const callbacksOn = (
  keyboard: InlineKeyboardMarkup | undefined,
  wanted: (label: string) => boolean = () => true,
) =>
  (keyboard?.inline_keyboard ?? []).flat().flatMap(button => {
    if (!('callback_data' in button) || !wanted(button.text)) return [];
    return moderatorCallbacks.parse(button.callback_data) ?? [];
  });
