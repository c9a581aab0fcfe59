/** Not knowing, in every way that people type it. It is the answer `unknown` wherever a vocabulary has one. */
export const unknownWords =
  "не знаю, незнаю, не знаємо, не знаем, не знав, не знала, не в курсі, не в курсе, невідом*, не відом*, неизвестн*, хз, хтозна, хто зна, хто його знає, кто знает, кто его знает, фіг знає, фиг знает, бог знає, бог знает, важко сказати, складно сказати, сложно сказать, трудно сказать, тяжело сказать, не можу сказати, не могу сказать, не розібрав, не розібрала, не разобрал*, не зрозумів, не зрозуміла, не понял, не поняла, не певен, не певна, не впевнен*, не уверен*, невпевнен*, без поняття, гадки не маю, поняття не маю, без понятия, понятия не имею, не розбираюся, не розбираюсь, не разбираюсь, не разбираюсь в этом, не пам'ятаю, не помню, не скажу, незрозуміл*, непонятн*, не ясно, неясно, не бачив, не бачила, не видел, не видела, уточнюється, уточняется, встановлюється, устанавливается, не визначено, хто його зна, незн, нзн, unknown, not known, don't know, dont know, do not know, doesn't know, idk, dunno, no idea, no clue, have no idea, not sure, unsure, uncertain, can't say, cannot say, can't tell, cannot tell, cant tell, hard to say, hard to tell, unclear, not clear, didn't see, did not see, don't remember, do not remember, who knows, not certain, ne znayu, ne znaiu, neznayu, ?";

/** Only these are a doubt about a named thing ("not sure, maybe cluster"), not a refusal of it. */
export const doubtWords =
  'не впевнен*, не уверен*, невпевнен*, не певен, не певна, not sure, unsure, uncertain, not certain, або ні, чи ні, or not, или нет, а може й ні';

/** What follows is said not to be so. */
export const negationWords =
  "не, ні, нi, ані, нє, нет, ни, без, немає, нема, не було, не было, точно не, not, no, isn't, wasn't, weren't, aren't, never, without, neither, nor, didn't, doesn't, don't, не схоже на, не похоже на, не як, ніяк*, никак*, жодн*";

/** Negations that stand after what they deny ("касет не було"). */
export const denialWords =
  "не чути, не чув, не чула, не чули, не слышно, не слышал, не слышала, не слышали, not heard, не було, не було там, не было, немає, нема, нет, виключено, исключено, ruled out, не використовували, не использовали, not used, wasn't used, weren't used, відсутні, отсутствуют";

/** Negations in form only. */
export const notNegationWords =
  'не тільки, не лише, не только, not only, не лишь, не менше, не менее, не меньше, no less, чи не, не дай бог, not just, no doubt';
