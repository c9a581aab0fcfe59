/** Ways of saying that the time is not known, without apostrophes; `*` is any ending. */
const phrases: readonly string[] = [
  'не зна*|незна*|нє знаю|не памятаю|не памятаємо|не помню|не помним|не відом*|не известн*',
  'не вказан*|не указан*|не скажу|не можу|не могу|не можем*|не впевнен*|не певн*|не уверен*',
  'не бачи*|не виде*|не маю поняття|гадки не маю|уявлення не маю|ніхто не скаже|никто не скажет|не в курс*|не певен|поняття не маю|без поняття|понятия не имею|без понятия',
  'невідом*|неизвест*|нема*|нет|важко сказати|тяжко сказати|трудно сказать|сложно сказать|затрудняюсь*',
  'хз|хто зна*|кто знает|забув|забула|забыл*|пропустити|пропустить|нещодавно|недавно|давно',
  'dont know|do not know|did not see|dunno|idk|no idea|no clue|not sure|unsure|unknown|not known|hard to say',
  'cant remember|cant recall|cant say|can not remember|cannot remember|cannot say|dont remember|do not remember',
  'couldnt say|could not say|cant tell|not certain|dont recall|nobody knows|no one knows|no exact time|forgot|skip|recently|long ago|ages ago',
];

const pattern = new RegExp(`(^|\\s)(${phrases.join('|').replaceAll('*', '\\S*')})(?=$|[\\s.,!?])`, 'u');

/** Does an answer without any time in it say that the time is not known? */
export const saysUnknown = (text: string): boolean =>
  pattern.test(
    text
      .toLowerCase()
      .normalize('NFC')
      .replace(/['’ʼ`]/gu, '')
      .replaceAll('ё', 'е')
      .trim(),
  );
