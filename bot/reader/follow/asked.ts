/**
 * How people ask in words to follow something, or to stop: the beginning of what they write, as an order or a wish. What they
 * only tell ("стежив за небом") begins otherwise. In a file of its own so that looking for it does not load the readers' part.
 */
const wish = "(?:(?:i(?:'d| would)? (?:like|want) to|i want to|хочу|я хочу|прошу|please)\\s+)?";
const beginnings = {
  unfollow: [
    'unfollow|stop following|unsubscribe(?: me)? from',
    '(?:більше )?не (?:стежити|стеж|слідкувати|слідкуй) за|(?:перестати|припинити) (?:стежити|слідкувати) за|відписатис[яь] від|відпишіть мене від',
    '(?:больше )?не след(?:ить|и) за|(?:перестать|прекратить) следить за|отписаться от|отпиши(?:те)? меня от',
  ],
  follow: [
    'follow|subscribe(?: me)? to|keep me (?:posted|informed) (?:on|about)',
    '(?:стежити|стеж|слідкувати|слідкуй) за|підписатис[яь] на|підпиш(?:и|іть) мене на',
    'след(?:ить|и) за|подписаться на|подпиши(?:те)? меня на',
  ],
} as const;

type Asked = Readonly<{ what: keyof typeof beginnings; words: string }>;

const patterns = (Object.keys(beginnings) as (keyof typeof beginnings)[]).map(what => ({
  what,
  pattern: new RegExp(`^${wish}(?:${beginnings[what].join('|')})\\s+(.{2,80})$`, 'iu'),
}));

/** What a message asks to follow or to stop following, in words; undefined for any other message. */
export const askedInWords = (text: string | undefined): Asked | undefined => {
  const line = text?.trim().replace(/[.!]+$/, '') ?? '';
  for (const { what, pattern } of patterns) {
    const [, words] = pattern.exec(line) ?? [];
    if (words !== undefined) return { what, words };
  }
  return undefined;
};
