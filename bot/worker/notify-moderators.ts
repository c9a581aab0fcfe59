import { type Api, GrammyError } from 'grammy/web';
import { allPseudonyms } from '../../lib/identity/identity.ts';
import type { Locale } from '../../lib/locale.ts';
import { type Report, waitsSince } from '../../lib/report/report.ts';
import { waits } from '../../lib/review/lifecycle.ts';
import { button, wholeQueue } from '../callbacks/moderator.ts';
import { loadCatalogue } from '../locales/load.ts';
import { moderatorsChatOf } from '../moderator/access.ts';
import { cardScreen } from '../moderator/report/card.ts';
import { cardContextOf } from '../moderator/report/card-context.ts';
import { recallMigration, rememberMigration } from '../moderator/team/chat-migration.ts';
import { html, join } from '../telegram/html.ts';
import { type Screen, type Shown, show } from '../telegram/screen.ts';
import { formatAge } from '../text/age.ts';
import type { View } from '../text/incident.ts';
import { exactlyOnce, type WorkerDeps } from './exactly-once.ts';

/**
 * Telegram takes 20 messages a minute to a group (core.telegram.org/bots/faq). The rest is for what the bot answers there.
 */
export const cardsPerMinute = 12;
const digestsPerMinute = 15;

/** What the worker tells the moderators' chat. Without one, nothing. */
export type GroupNotifier = Readonly<{
  /** The card of a report as it is now: edited in place, or anew where something new was told. Once for each version. */
  showCard: (report: Report, isNews: boolean) => Promise<void>;
  /** An incident is published now: the next digest says so. Once for each version. */
  noteRelease: (incident: string, version: number) => Promise<void>;
  /** Tells of what was put off, if anything. */
  digest: () => Promise<void>;
  /** Reminds of reports that wait for longer than `reminderHours`, once in that time. */
  remind: (reminderHours: number) => Promise<void>;
}>;

export const createGroupNotifier = (deps: WorkerDeps, api: Api): GroupNotifier => {
  const { store, log, identity, country } = deps;

  const chatNow = async (): Promise<number | undefined> => {
    await recallMigration(deps);
    return moderatorsChatOf(deps);
  };
  /** The language of the moderators' chat, under whichever secret it was chosen. */
  const languageOf = async (chat: number): Promise<Locale> => {
    for (const { chatKey } of allPseudonyms(identity)) {
      const locale = (await store.chats.read(chatKey(chat)))?.locale;
      if (locale) return locale;
    }
    return country.languages[0];
  };
  const viewOf = async (chat: number): Promise<View> => {
    const locale = await languageOf(chat);
    return { t: await loadCatalogue(locale), locale, country };
  };
  /** Does something in a chat; where the group goes on under another id, there, from now on. */
  const within = async (chat: number, act: (chat: number) => Promise<void>): Promise<void> => {
    try {
      await act(chat);
    } catch (error) {
      const upgraded = error instanceof GrammyError ? error.parameters.migrate_to_chat_id : undefined;
      if (upgraded === undefined) throw error;
      log.warn('moderators_chat_upgraded');
      await rememberMigration(deps, upgraded);
      await act(upgraded);
    }
  };
  const isReached = (shown: Shown): shown is Extract<Shown, { kind: 'shown' }> => {
    if (shown.kind === 'unreachable') log.warn('moderators_chat_unreachable');
    return shown.kind === 'shown';
  };

  /**
   * Brings the card to what the report is now, whatever the record said: an old record must not bring an old card back. A
   * report that was decided before it had a card gets none; one for which the minute has no room is told in the digest.
   */
  const showIn = async (chat: number, id: string, isNews: boolean): Promise<void> => {
    const [report, card] = await Promise.all([store.reports.read(id), store.notices.readCard(id)]);
    if (!report || (card === undefined && !waits(report))) return;
    const isNew = card === undefined || (isNews && waits(report));
    const key = identity.chatKey(chat);
    if (isNew && !(await store.groupChat.takeTurn(key, cardsPerMinute)))
      return store.groupChat.putOff(key, 'cards');
    const view = await viewOf(chat);
    const screen = cardScreen(report, view, await cardContextOf(report, deps));
    const shown = await show(api, screen, { chat, edit: isNew ? undefined : card });
    if (isReached(shown) && shown.message !== card) await store.notices.setCard(id, shown.message);
  };

  return {
    showCard: async (report, isNews) => {
      const chat = await chatNow();
      if (chat === undefined) return log.info('card_skipped', { reason: 'no_moderators_chat' });
      await exactlyOnce(deps, `card:${report.id}:${report.version}`, () =>
        within(chat, where => showIn(where, report.id, isNews)),
      );
    },
    noteRelease: async (incident, version) => {
      const chat = await chatNow();
      if (chat === undefined) return;
      await exactlyOnce(deps, `release:${incident}:${version}`, () =>
        store.groupChat.putOff(identity.chatKey(chat), 'releases'),
      );
    },
    digest: async () => {
      const chat = await chatNow();
      if (chat === undefined) return;
      const key = identity.chatKey(chat);
      const told = await store.groupChat.putOffs(key);
      if (told.cards <= 0 && told.releases <= 0) return;
      if (!(await store.groupChat.takeTurn(key, digestsPerMinute))) return;
      const waiting = await store.queue.size();
      await within(chat, async where => {
        const view = await viewOf(where);
        const { digest, queue, releasedNow } = view.t.moderator;
        const text = join([
          told.cards > 0
            ? join([html`<b>${digest.title(told.cards)}</b>`, html`${digest.how}`], '\n')
            : undefined,
          told.releases > 0 ? html`${releasedNow(told.releases)}` : undefined,
          told.cards > 0 ? html`${digest.waiting(queue.count(waiting.count, waiting.more))}` : undefined,
        ]);
        const screen: Screen = { text, buttons: told.cards > 0 ? toQueue(view) : [] };
        isReached(await show(api, screen, { chat: where }));
      });
      await store.groupChat.settle(key, told);
    },
    remind: async reminderHours => {
      const chat = await chatNow();
      if (chat === undefined) return;
      const reminderMs = reminderHours * 3_600_000;
      const now = deps.now().getTime();
      const since = new Date(now - reminderMs).toISOString();
      const { items } = await store.queue.list({ limit: 1, since });
      const [oldest] = items;
      if (!oldest) return;
      await exactlyOnce(deps, `reminder:${Math.floor(now / reminderMs)}`, async () => {
        const size = await store.queue.size({ since });
        await within(chat, async where => {
          const view = await viewOf(where);
          const { digest, queue } = view.t.moderator;
          const age = (ms: number) => formatAge(ms, view.locale);
          const text = join(
            [
              html`<b>${digest.reminder(queue.count(size.count, size.more), age(reminderMs))}</b>`,
              html`${digest.oldest(age(now - Date.parse(waitsSince(oldest))))}`,
            ],
            '\n',
          );
          isReached(await show(api, { text, buttons: toQueue(view) }, { chat: where }));
        });
      });
    },
  };
};

const toQueue = ({ t }: View): Screen['buttons'] => [
  [button(t.moderator.digest.open, 'queue', { view: wholeQueue })],
];
