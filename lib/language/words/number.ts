/** What makes a number less exact, or joins two into a range. The numerals themselves are in `number.ts`. */
export const numberWords = `
bound:about
  uk w: десь з, десь зо, прибл ., прибл, орієнт ., штук, гадаю, припускаю, кажись, ймовірно, походу, зо, близько, приблизно, орієнтовно, десь, десь так, десь із, десь біля, біля, порядку, під, майже, може, можливо, мабуть, напевно, напевне, певно, думаю, здається, наче, ніби, плюс мінус, скоріш за все, скоріше за все, найімовірніше, людей із, осіб із, чоловік із, людей зо, осіб зо, чоловік зо
  ru w: без малого, прим ., штук, полагаю, видимо, кажись, похоже, думаю, приблизительно, примерно, ориентировочно, около, порядка, где-то, гдето, под, почти, может, возможно, наверное, наверно, кажется, вроде, вроде бы, плюс минус, скорее всего
  en w: + -, ±, approx ., could be, might be, a good, a solid, i believe, i reckon, i suppose, id say, like, somewhere around, an estimated, estimated, about, around, approximately, approx, roughly, circa, some, nearly, almost, maybe, perhaps, probably, possibly, i think, i guess, ~, ≈, close to, likely

bound:atLeast
  uk w: не менше, не менш, не менше ніж, не менш як, не менш ніж, щонайменше, щонаймень, щонайменш, як мінімум, якнайменше, мінімум, хоча б, принаймні, щонайменше як
  ru w: не менее, не менее чем, не меньше, не меньше чем, минимум, как минимум, хотя бы, по меньшей мере, по крайней мере
  en w: upwards of, at least, atleast, at the very least, no less than, no fewer than, not less than, not fewer than, minimum, a minimum of, min, ≥

bound:moreThan
  uk w: понад, більше, більш, більше ніж, більш ніж, більше як, більш як, більше за, поверх
  ru w: более, более чем, больше, больше чем, свыше
  en w: more than, over, above, >, well over, well above, just over

bound:atMost
  uk w: від сили, до, аж до, не більше, не більш, не більше ніж, не більш ніж, максимум, щонайбільше, максимально, не більш як, не більше як
  ru w: не больше, не больше чем, не более, не более чем, максимум, самое большее
  en w: up to, at most, no more than, not more than, maximum, a maximum of, max, ≤, as many as

bound:lessThan
  uk w: менш як, менше як, менше, менш, менше ніж, менш ніж
  ru w: менее, менее чем, меньше, меньше чем
  en w: less than, fewer than, under, below, <

bound:between
  uk w: між, поміж
  ru w: между
  en w: between, somewhere between

bound:from
  uk w: від
  ru w: от
  en w: from, anywhere from, anything from

bound-after:atLeast
  uk w: мабуть більше, певно більше, скоріш за все більше, а може й більше, а може і більше, може більше, може й більше, можливо більше, а може більше, мабуть більше, точно більше, або більше, чи більше, і більше, й більше, та більше, або й більше, чи й більше, а то й більше, якщо не більше, мінімум, як мінімум, щонайменше, точно є, не менше, з гаком, із гаком, з лишком, з хвостиком, а може й бульше, може й бульше, якщо не бульше, може ще є, може й ще є, а може ще
  ru w: а может и больше, а может больше, может больше, может и больше, возможно больше, плюс, если не больше, или больше, и больше, или более, и более, а то и больше, минимум, как минимум, точно есть, не меньше, не менее, с лишним, с хвостиком, может еще есть, может есть еще, а может еще, скорее всего больше, наверное больше
  en w: maybe more, possibly more, perhaps more, +, plus, or more, and more, minimum, at least, maybe others, maybe more of them, that i know of, that i saw, probably more, likely more, more expected

bound-after:about
  uk w: приблизно, орієнтовно, десь так, плюс-мінус, плюс мінус, здається, мабуть, наче, начебто, напевно, вроді
  ru w: примерно, где-то так, плюс-минус, плюс минус, кажется, наверное, вроде
  en w: ?, or so, ish, approximately, roughly, i think, i guess, probably, maybe, odd, something, give or take

bound-after:atMost
  uk w: або менше, чи менше, максимум, не більше, щонайбільше
  ru w: или меньше, не больше, максимум
  en w: or less, or fewer, or under, at most, max, tops, maximum

joining:to
  uk w: -, - -, ~, до, по, . ., . . ., …, аж до
  en w: to, through

joining:or
  uk w: чи то, або, чи, а може, а може й, а може і, може, а то й
  ru w: то ли, или, либо, а может, а может и, а то и
  en w: or, may be, maybe, if not

joining:and
  uk w: і, та, й
  ru w: и
  en w: and

vague:2-2
  en w: a pair of, pair of

vague:2-2~
  uk w: пара, пару, парочка, парочку
  en w: couple, a couple, couple of, a couple of

vague:2+
  uk w: до біса, дофіга, до фіга, дохріна, купа, повно, кілька, декілька, кількох, декількох, кільком, кількома, багато, чимало, багацько, багатьох, немало, ряд, низка, численні, дехто
  ru w: дофига, до фига, дохрена, куча, полно, несколько, нескольких, нескольким, много, многих, многочисленные, некоторые
  en w: several, few, a few, a number of, quite a few, some people, multiple, numerous, many, lots, a lot, lots of, loads of, a lot of, plenty, plenty of

vague:11-19
  uk w: кільканадцять

vague:20+
  uk w: кількадесят, кілька десятків, декілька десятків
  ru w: несколько десятков
  en w: several dozen, a few dozen

vague:200+
  uk w: кількасот, кілька сотень, декілька сотень
  ru w: несколько сотен
  en w: several hundred, a few hundred

vague:2000+
  uk w: кілька тисяч
  ru w: несколько тысяч
  en w: several thousand, a few thousand
`;
