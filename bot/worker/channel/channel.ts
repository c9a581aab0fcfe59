import type { NumberedNews } from '../../../lib/follow/news.ts';
import type { Problem } from '../../../lib/store/chats/problems.ts';
import { isRetryable } from '../../../lib/store/dynamodb/errors.ts';
import { loadCatalogue } from '../../locales/load.ts';
import type { WorkerDeps } from '../../runtime/dependencies.ts';
import { inTries } from '../../runtime/tries.ts';
import { apiErrorOf, isTransient, type Unreachable } from '../../telegram/api-errors.ts';
import { ClaimedElsewhere, exactlyOnce } from '../../telegram/exactly-once.ts';
import { editInto, type Screen, show } from '../../telegram/screen.ts';
import type { View } from '../../text/incident.ts';
import { putAside, reasonOf } from '../put-aside.ts';
import { correctionPost, incidentPost } from './post.ts';

/** Telegram takes about twenty messages and edits a minute in one channel; a correction is one of each. */
const mostInMinute = 8;

/**
 * Posts in the public channel what became new for readers since the last minute, in order, each once; what it posted of an
 * incident before is brought up to date with each correction. A channel that is new begins with what comes next.
 *
 * What Telegram refuses for good is put aside for an admin, and the rest goes on. While it refuses the channel, or is out of
 * order, everything waits for the next minute: nothing is lost for as long as news are kept.
 */
export const postNews = async (deps: WorkerDeps): Promise<void> => {
  const { store, channel } = deps;
  if (!channel) return;
  const name = String(channel.id);
  const head = await store.news.head();
  const seq = await store.posts.readSeq(name);
  if (seq === undefined) return store.posts.saveSeq(name, head?.seq ?? 0);
  if (!head || head.seq <= seq) return;
  const { items } = await store.news.list(seq);
  for (const news of items.slice(0, mostInMinute)) {
    if ((await postOrPutAside(deps, news)) === 'later') return;
    await store.posts.saveSeq(name, news.seq);
  }
};

/** Posts what an admin wants tried again. Under another name where the first may have come. */
export const postAgain = async (deps: WorkerDeps, { notice, reason, tries }: Problem): Promise<void> => {
  const { items } = notice === undefined ? { items: [] } : await deps.store.news.list(Number(notice) - 1);
  const news = items.find(({ seq }) => String(seq) === notice);
  if (news) await post(deps, news, reason === 'lost' ? `:${tries}` : '');
};

/** `later`: nothing can be posted just now. */
const postOrPutAside = async (deps: WorkerDeps, news: NumberedNews): Promise<'done' | 'later'> => {
  const aside = { what: 'channel', subject: news.incident, notice: String(news.seq) } as const;
  try {
    await post(deps, news, '');
    return 'done';
  } catch (error) {
    if (error instanceof Closed) {
      await putAside(deps, { ...channelProblem, reason: reasonOf(error.why), state: 'open' });
      return 'later';
    }
    const why = apiErrorOf(error);
    if (isRetryable(error)) throw error;
    if (error instanceof ClaimedElsewhere || isTransient(why)) return 'later';
    deps.log.error('not_told', error, { what: 'channel', reason: why ?? 'fault' });
    await putAside(deps, { ...aside, reason: why ? reasonOf(why) : 'fault', state: 'open' });
    return 'done';
  }
};

const channelProblem = { what: 'channel', subject: 'channel' } as const;

/** Nothing can be written to the channel. */
class Closed extends Error {
  override name = 'Closed';
  readonly why: Unreachable;

  constructor(why: Unreachable) {
    super('The public channel takes no messages.');
    this.why = why;
  }
}

const post = async (deps: WorkerDeps, news: NumberedNews, suffix: string): Promise<void> => {
  const { channel, store } = deps;
  if (!channel) return;
  await exactlyOnce(deps, `channel:${channel.id}:${news.seq}${suffix}`, () => tell(deps, channel, news));
  await store.problems.solve(channelProblem);
};

/** An incident is told as readers see it now; a correction, if the channel told of that incident. */
const tell = async (
  deps: WorkerDeps,
  { id: chat, locale }: NonNullable<WorkerDeps['channel']>,
  { incident: id, correction }: NumberedNews,
): Promise<void> => {
  const { store, api, country, now } = deps;
  const incident = await store.incidents.readShown(id);
  const known = await store.posts.read(String(chat), id);
  if (!incident) return;
  const view: View = { t: await loadCatalogue(locale), locale, country };
  const bot = (await api.getMe()).username;
  const whole = incidentPost(incident, { bot, now: now() }, view);
  if (!correction) {
    if (incident.status !== 'published' || known !== undefined) return;
    const message = await send(deps, chat, whole);
    await inTries(() => store.posts.note(String(chat), id, message), isRetryable);
    return;
  }
  if (known === undefined) return;
  await editInto(api, whole, { chat, edit: known });
  await send(deps, chat, correctionPost(correction, incident, bot, view));
};

const send = async ({ api }: WorkerDeps, chat: number, screen: Screen): Promise<number> => {
  const shown = await show(api, screen, { chat });
  if (shown.kind === 'unreachable') throw new Closed(shown.why);
  return shown.message;
};
