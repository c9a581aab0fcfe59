import type { Catalogue } from '../catalogue.ts';
import { slavic } from '../plural.ts';

const incidents = (n: number): string => slavic('uk', n, 'подія', 'події', 'подій');

export const pictures: Catalogue['pictures'] = {
  map: 'Карта',
  chart: 'Графік',
  light: 'Світла',
  dark: 'Темна',
  summary: 'Підсумок словами',
  drawing: 'Малюємо. Зображення надійде за мить.',
  failed:
    'Не вдалося намалювати або надіслати зображення. Числа є в підсумку; спробуйте, будь ласка, пізніше.',
  title: (area, period) => `${area}, ${period}`,
  scope: 'Повідомлення, схвалені модераторами, а не все, що сталося.',
  source: (date, link) => `Станом на ${date}. Джерело: Svidok, ${link}. Ліцензія: CC BY 4.0.`,
  ground: 'Кордони: Natural Earth. Місця: GeoNames, CC BY 4.0.',
  size: 'Події, за площею:',
  families: {
    cluster: 'касетні боєприпаси',
    artillery: 'снаряди, реактивні системи, міни з мінометів',
    missile: 'ракети',
    bomb: 'авіабомби',
    drone: 'дрони',
    mine: 'міни, вибухонебезпечні предмети',
    other: 'інше або невідомо',
    several: 'різні види в одному місці',
  },
  ring: n => `підозра на вибухонебезпечні предмети або їх позначено: ${incidents(n)}`,
  dashes: 'десь у межах цього кола',
  noSettlement: n => `Не на карті, населений пункт невідомий: ${incidents(n)}`,
  noRegion: n => `Не на карті, область невідома: ${incidents(n)}`,
  noPlaceUnexploded: n => `серед них із вибухонебезпечними предметами: ${n}`,
  by: {
    day: said => `${said}, за днями`,
    month: said => `${said}, за місяцями`,
    year: said => `${said}, за роками`,
  },
  inNoBar: {
    day: n => `У жодному стовпчику: ${incidents(n)}, день невідомий`,
    month: n => `У жодному стовпчику: ${incidents(n)}, місяць невідомий`,
    year: n => `У жодному стовпчику: ${incidents(n)}, рік невідомий`,
  },
  whisker: 'Стовпчик: найменше, що кажуть джерела. Риска над ним: найбільше.',
  open: 'Стрілка: щонайменше стільки; деякі джерела чи події не мають верхнього числа.',
  unknown: '«?»: події були, а скільки людей – невідомо. Невідомо – це не нуль.',
  most: list => `Найбільше: ${list}.`,
  mostOn: list => `Найбільше подій: ${list}.`,
};
