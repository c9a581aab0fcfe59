/** Navigation words in all languages: many people type what a button says. */
const steering: Readonly<Record<'back' | 'skip' | 'cancel', readonly string[]>> = {
  back: ['назад', 'back', 'go back', 'повернутися', 'вернуться'],
  skip: ['пропустити', 'пропустить', 'skip', 'далі', 'дальше', 'next', 'не хочу казати', 'не хочу говорить'],
  cancel: ['скасувати', 'отмена', 'отменить', 'cancel', 'стоп', 'stop', 'відміна', 'відмінити'],
};

/** The navigation that a text asks for; undefined unless it is nothing but that word. */
export const wayOf = (text: string): keyof typeof steering | undefined => {
  const word = text
    .trim()
    .toLocaleLowerCase()
    .replace(/[.!]+$/, '');
  if (steering.back.includes(word)) return 'back';
  if (steering.skip.includes(word)) return 'skip';
  if (steering.cancel.includes(word)) return 'cancel';
  return undefined;
};

/** Openings of a correction: "ні, о четвертій", "no, it was Monday". */
const correcting =
  /^(ні|нет|не,|no|nope|точніше|точнее|вірніше|вернее|помилка|помили\p{L}+|ошибка|ошиб\p{L}+|поправка|виправлення|исправление|уточнення|уточнение|actually|correction|sorry|i meant|i was wrong)(?=[\s,.:;!–—-])/iu;

/** Whether a text corrects what was said before, rather than adding to it. */
export const isCorrection = (text: string): boolean => correcting.test(text.trim());
