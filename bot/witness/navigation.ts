/** Words that steer rather than answer, whatever the language of the interview: many people type what a button says. */
const steering: Readonly<Record<'back' | 'skip' | 'cancel', readonly string[]>> = {
  back: ['назад', 'back', 'go back', 'повернутися', 'вернуться'],
  skip: ['пропустити', 'пропустить', 'skip', 'далі', 'дальше', 'next', 'не хочу казати', 'не хочу говорить'],
  cancel: ['скасувати', 'отмена', 'отменить', 'cancel', 'стоп', 'stop', 'відміна', 'відмінити'],
};

/** The way that a typed word asks for, when it is nothing but that word. */
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
