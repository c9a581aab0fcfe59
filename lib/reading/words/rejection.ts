import type { RejectionReason } from '../../report/vocabulary.ts';
import type { Entry } from '../lexicon.ts';

export const rejectionWords: readonly Entry<readonly RejectionReason[]>[] = [
  [
    ['not_munition_use'],
    'не обстріл*, не обстрел*, не зброя, не оружие, не боєприпас*, не боеприпас*, не використання, не применение, не застосування, не атака, не про обстріл, не о том, не за темою, не по теме, немає застосування, побутов*, бытов*, салют, феєрверк, фейерверк, пожежа побутова, not a munition*, not munition*, no munition*, not an attack, not a weapon, no weapon*, not about, off topic, off-topic, irrelevant, дтп, газовий вибух, взрыв газа, gas explosion, fireworks',
  ],
  [
    ['not_enough_detail'],
    'мало інформації, мало даних, мало деталей, мало подробиць, мало информации, мало данных, мало деталей, мало подробностей, недостатньо, недостатн*, недостаточн*, не вистачає, не хватает, бракує, нема деталей, немає деталей, немає подробиць, нет деталей, нет подробностей, неповн*, неполн*, незрозуміло що, непонятно что, not enough*, insufficient*, too little*, lack*, no detail*, incomplete, vague, нечітко, нечетко, без деталей',
  ],
  [
    ['duplicate'],
    'дубл*, повтор*, повторн*, вже є, вже було, уже є, уже есть, уже было, уже була, той самий, те саме, та сама, тот же, то же самое, копія, копия, duplicat*, dup, dupe, repeat*, already have, already reported, already exists, same incident, same as, same report, twice, двічі, дважды',
  ],
  [
    ['outside_area'],
    'не україна, не украина, не наша країна, не наша страна, інша країна, іншій країні, за межами, поза межами, за пределами, вне территории, вне зоны, вне области, не та область, не той регион, інший регіон, за кордоном, за границей, outside*, not in ukraine, not ukraine, other country, another country, abroad, wrong country, wrong area, out of area, out of scope area',
  ],
  [
    ['military_position'],
    'військов* позиц*, позиці*, позиц*, военн* позиц*, позиции, військов* об*, военн* объект*, військов* техн*, военн* техник*, розташування військ, розміщення військ, розташування, расположение войск, расположения войск, передислокац*, переміщення військ, перемещение войск, військов*, военн*, military*, troop*, position*, positions of forces, location of forces, reveals positions, shows positions, army',
  ],
  [
    ['second_hand'],
    'з чуток, чутк*, слухи, по слухам, з чужих слів, с чужих слов, не свідок, не свидетель, не сам бачив, переказ*, пересказ*, вторинн*, вторичн*, з других рук, из вторых рук, second hand, second-hand, secondhand, hearsay, rumour*, rumor*, not a witness, told by others, з інтернету, из интернета',
  ],
  [
    ['inconsistent'],
    "супереч*, протиріч*, противореч*, не сходиться, не сходится, не збігається, не совпадает, непослідовн*, непоследовательн*, нестиковк*, плутан*, путан*, не б'ється, не бьется, inconsisten*, contradict*, conflict*, doesn't add up, does not add up, doesn't match, does not match, mismatch, неправдоподібн*, неправдоподобн*, implausible, сумнівн*, сомнительн*",
  ],
  [
    ['abuse'],
    'образ*, образи, лайк*, мат, матюк*, материт*, оскорбл*, спам*, троль*, троллинг, тролінг, тролл*, хамств*, знущан*, издева*, погроз*, угроз*, фейк*, фейков*, брехн*, вранье, ложь, прикол, жарт, шутк*, провокац*, abuse*, abusive, insult*, spam*, troll*, threat*, fake*, joke*, prank*, nonsense, маячня, бред, порн*, реклам*, advert*, hoax, неправда, дезінформац*, дезинформац*',
  ],
  [
    ['unsafe_to_publish'],
    'небезпечн*, опасн*, може нашкодити, может навредить, нашкод*, навред*, ризик*, риск*, загрож*, небезпека, unsafe*, not safe, dangerous, danger, risk*, harm*, could identify, identif*, ідентифік*, идентифиц*, персональн* дан*, персональн* данн*, особисті дані, личные данные, personal data, privacy, приватн*, небезпечно публікувати, опасно публиковать',
  ],
  [
    ['other'],
    'інше, інша причина, інша, другое, другая причина, иное, other, other reason, another reason, something else',
  ],
];
