import type { AttributionStatus } from '../../report/vocabulary.ts';
import type { Entry } from '../lexicon.ts';

export const attributionWords: readonly Entry<readonly AttributionStatus[]>[] = [
  [
    ['alleged'],
    'стверджу*, стверджують, заявл*, заявил*, утвержда*, звинувач*, обвиня*, обвинил*, припуска*, предполага*, ймовірн*, імовірн*, вероятн*, підозр*, подозр*, вважа*, счита*, за словами, по словам, за даними, по данным, приписують, приписывают, alleged*, allege*, accus*, claim*, suspected, according to, blamed, blame*, attributed, reportedly, presumably, believed, не доведено, не доказано, не підтверджено, не подтверждено, unproven, unconfirmed',
  ],
  [
    ['acknowledged'],
    'визна*, признал*, признан*, признает, признают, признались, зізна*, сознал*, взяли відповідальність, взяв відповідальність, взяли на себе, взял на себя, взяли на себя, взяли ответственность, підтвердили самі, підтверджен* стороною, сами подтвердили, самі підтвердили, acknowledg*, admit*, confirmed by themselves, took responsibility, claimed responsibility, claim responsibility, confessed, they confirmed, owned up',
  ],
  [
    ['contested'],
    'заперечу*, заперечили, спросту*, отрица*, опроверг*, оспорива*, оспарива*, оспорю*, спір*, спірн*, спорн*, спростов*, denied, deny, denies, denying, contested, contest, disputed, dispute*, refute*, rejected, не визнають, не визнає, не признают, не признает, звинувачують одне одного, обвиняют друг друга, blame each other, both sides deny, сторони сперечаються',
  ],
  [
    ['unknown'],
    'не визначено, не определено, не встановлено, не установлено, ніхто не каже, not determined, undetermined, not attributed, not established',
  ],
];
