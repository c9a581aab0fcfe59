import { setTimeout as pause } from 'node:timers/promises';
import type { InlineKeyboardMarkup } from 'grammy/types';
import { GrammyError, InputFile } from 'grammy/web';
import { barsScene } from '../../lib/picture/bars.ts';
import { mapScene } from '../../lib/picture/map.ts';
import { toSvg } from '../../lib/picture/svg.ts';
import { loadGazetteer } from '../../lib/place/gazetteer/gazetteer.ts';
import { CorruptItem } from '../../lib/store/dynamodb/errors.ts';
import type { Store } from '../../lib/store/store.ts';
import { readerCallbacks } from '../callbacks/reader.ts';
import { loadCatalogue } from '../locales/load.ts';
import { pictureName } from '../reader/picture-name.ts';
import { questionArguments } from '../reader/question.ts';
import type { JobDeps } from '../runtime/job-entry.ts';
import type { PictureJob } from '../runtime/jobs.ts';
import { apiErrorOf, isTransient, isUnreachable } from '../telegram/api-errors.ts';
import type { View } from '../text/incident.ts';
import { type Asked, askedBy, withFound } from './asked.ts';
import { barsModel } from './bars-model.ts';
import { readBarCounts, readMapCounts } from './counts.ts';
import { mapModel } from './map-model.ts';
import { loadPen } from './pixels.ts';

type PictureDeps = JobDeps &
  Readonly<{
    store: Pick<Store, 'pictures'> &
      Readonly<{ incidents: Pick<Store['incidents'], 'counted' | 'countedIn' | 'countedOver'> }>;
  }>;

/** What is published meanwhile may make counts disagree; then all is read again. */
const attempts = 3;
const pauseMs = 300;
const longestWaitSeconds = 20;

/**
 * Draws what was ordered and sends it; what was sent before is sent by the id that Telegram gave it. Whatever fails is told to
 * the person, logged and counted; nothing is thrown, because trying all of it again would not help.
 */
export const sendPicture = async (deps: PictureDeps, order: PictureJob): Promise<void> => {
  const { api, log, country } = deps;
  const t = await loadCatalogue(order.locale);
  try {
    const how = await sendOrdered(deps, order, { t, locale: order.locale, country });
    log.measure('picture', [{ name: 'Pictures', value: 1 }], { kind: order.kind, how });
  } catch (error) {
    if (isUnreachable(apiErrorOf(error))) return;
    log.error('picture_failed', error, { kind: order.kind });
    log.measure('picture_failed', [{ name: 'PicturesFailed', value: 1 }]);
    await api
      .sendMessage(order.chat, t.pictures.failed)
      .catch((again: unknown) => log.error('picture_failed_untold', again));
  }
};

const sendOrdered = async (
  deps: PictureDeps,
  order: PictureJob,
  view: View,
): Promise<'drawn' | 'sent_before'> => {
  const { store, now } = deps;
  const gazetteer = await loadGazetteer(view.country.code);
  const about = askedBy(order, { view, gazetteer, now: now() });
  if (!about) throw new Error('No such question.');
  for (let attempt = 1; ; attempt += 1) {
    const found = await store.incidents.counted(about.area, about.period);
    // What is incomplete is not to be quoted, and a picture is.
    if (found.unreadable) throw new CorruptItem('Some tallies of a picture cannot be read.');
    const asked = withFound(about, found);
    const name = pictureName(order, asked);
    const known = await store.pictures.read(name);
    if (known && (await sendPhoto(deps, asked, known.file, known.spoken).catch(unlessRefused)))
      return 'sent_before';
    const drawn = await draw(deps, asked);
    if (drawn) {
      const file = await sendPhoto(deps, asked, new InputFile(drawn.png, 'svidok.png'), drawn.spoken);
      if (file) await store.pictures.note(name, { file, spoken: drawn.spoken });
      return 'drawn';
    }
    if (attempt === attempts) throw new Error('The counts do not come to the number of the summary.');
    await pause(pauseMs * attempt);
  }
};

/** Telegram does not know the file any more: another bot's, say, since the token changed. */
const unlessRefused = (error: unknown): undefined => {
  if (apiErrorOf(error) === 'refused') return undefined;
  throw error;
};

/** The picture with its words; undefined when the counts changed while they were read. */
const draw = async (
  { store }: PictureDeps,
  asked: Asked,
): Promise<Readonly<{ png: Uint8Array; spoken: string }> | undefined> => {
  const { kind, theme } = asked.order;
  const { fonts, png } = await loadPen();
  if (kind === 'map') {
    const { borders } = asked.gazetteer;
    const counts = await readMapCounts(store.incidents, asked);
    if (!borders) throw new Error('The country has no borders: npm run borders.');
    if (!counts) return undefined;
    const { model, spoken } = mapModel(asked, counts);
    return { png: png(toSvg(mapScene(model, { fonts, borders, theme }))), spoken };
  }
  const counts = await readBarCounts(store.incidents, asked);
  if (!counts) return undefined;
  const { model, spoken } = barsModel(asked, counts);
  return { png: png(toSvg(barsScene(model, { fonts, theme }))), spoken };
};

/** Sends a photo, waiting as Telegram asks; its file's id. */
const sendPhoto = async (
  { api }: PictureDeps,
  asked: Asked,
  photo: string | InputFile,
  caption: string,
): Promise<string | undefined> => {
  for (let attempt = 1; ; attempt += 1)
    try {
      const { photo: sent } = await api.sendPhoto(asked.order.chat, photo, {
        caption,
        reply_markup: buttonsOf(asked),
      });
      return sent.at(-1)?.file_id;
    } catch (error) {
      const seconds = error instanceof GrammyError ? (error.parameters.retry_after ?? 1) : 1;
      const mayPass = isTransient(apiErrorOf(error)) && seconds <= longestWaitSeconds;
      if (!mayPass || attempt === attempts) throw error;
      await pause(seconds * 1000);
    }
};

/** The same on the other paper, as the other picture, and in words. */
const buttonsOf = ({ order, question, view: { t } }: Asked): InlineKeyboardMarkup => {
  const { kind, theme } = order;
  const others = {
    kind: kind === 'map' ? 'chart' : 'map',
    theme: theme === 'light' ? 'dark' : 'light',
  } as const;
  const asked = questionArguments(question);
  const button = (text: string, data: string) => ({ text, callback_data: data });
  return {
    inline_keyboard: [
      [
        button(
          t.pictures[others.theme],
          readerCallbacks.data(kind, { ...asked, theme: themeOf(others.theme) }),
        ),
        button(
          t.pictures[others.kind],
          readerCallbacks.data(others.kind, { ...asked, theme: themeOf(theme) }),
        ),
      ],
      [button(t.pictures.summary, readerCallbacks.data('summary', asked))],
    ],
  };
};

/** Light goes without saying. */
const themeOf = (theme: PictureJob['theme']) => (theme === 'dark' ? theme : undefined);
