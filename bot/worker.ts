import { randomUUID } from 'node:crypto';
import type {
  Context,
  DynamoDBBatchResponse,
  DynamoDBRecord,
  DynamoDBStreamEvent,
  EventBridgeEvent,
} from 'aws-lambda';
import { Api, GrammyError } from 'grammy/web';
import { allPseudonyms } from '../lib/identity/identity.ts';
import type { Locale } from '../lib/locale.ts';
import type { Report } from '../lib/report/report.ts';
import { type ReportChange, reportChangeOf } from '../lib/store/stream.ts';
import type { TelegramAccess } from './bot.ts';
import { basicsOf } from './compose.ts';
import type { Deps } from './context.ts';
import { environments } from './environment.ts';
import { keepLive, type Live } from './live.ts';
import { loadCatalogue } from './locales/catalogue.ts';
import { inRequest } from './log.ts';
import { deciderOf, moderatorsChatOf, noteUpgrade } from './moderator/access.ts';
import { cardScreen } from './moderator/card.ts';
import { noticeScreen } from './moderator/notice.ts';
import { environmentOfProcess } from './process.ts';
import { measureQueue } from './queue-age.ts';
import { noticeRefusal } from './refusal.ts';
import { show } from './screen.ts';

export type Worker = (event: DynamoDBStreamEvent) => Promise<DynamoDBBatchResponse>;

/** Longer than one sending can take, so that a lease ends only when its holder is gone. */
const leaseMs = 60_000;
const callTimeoutSeconds = 10;

/**
 * Tells people what happened to reports, from the stream of the records table: the moderators' chat gets a card for each
 * new report and sees the outcome on it, wherever it was decided; the witness is told of every decision.
 *
 * A record may come many times, and those of days ago after a restart. What was told stays told: each telling is claimed
 * before and marked after. Only a crash between sending and marking tells a thing twice; never does one leave it untold.
 * What could not be told is reported as failed, and comes again.
 */
export const createWorker = (
  deps: Pick<Deps, 'store' | 'identity' | 'country' | 'moderatorsChat' | 'log'>,
  { token, apiRoot, onRefused = () => {} }: Omit<TelegramAccess, 'botInfo'>,
): Worker => {
  const { store, log } = deps;
  const api = new Api(token, { apiRoot, timeoutSeconds: callTimeoutSeconds });
  noticeRefusal(api, onRefused);

  /** Does what is told once, ever. Throws when it could not be done, or somebody else is just doing it. */
  const once = async (id: string, act: () => Promise<void>): Promise<void> => {
    const claim = await store.claimNotice(id, leaseMs);
    if (claim.kind === 'done') return;
    if (claim.kind === 'busy') throw new ClaimedElsewhere();
    try {
      await act();
    } catch (error) {
      // If this fails too, the lease runs out.
      await store.releaseNotice(id, claim.lease).catch(() => {});
      throw error;
    }
    await store.finishNotice(id, claim.lease);
  };

  /** The language of the moderators' chat, under whichever secret it was chosen. */
  const languageOf = async (chat: number): Promise<Locale> => {
    for (const { chatKey } of allPseudonyms(deps.identity)) {
      const locale = (await store.readChat(chatKey(chat)))?.locale;
      if (locale) return locale;
    }
    return deps.country.languages[0];
  };

  /**
   * Brings the card in the moderators' chat to what the report is now, whatever the record said: an old record must not
   * bring an old card back. A report that was decided before it had a card gets none.
   */
  const showCard = async ({ id }: Report, chat: number): Promise<void> => {
    const [report, card] = await Promise.all([store.readReport(id), store.readCard(id)]);
    if (!report || (card === undefined && report.status !== 'submitted')) return;
    const locale = await languageOf(chat);
    const view = { t: await loadCatalogue(locale), locale, country: deps.country };
    const screen = cardScreen(report, view, { decider: await deciderOf(report, deps) });
    const shown = await show(api, screen, { chat, edit: card });
    if (shown.kind === 'unreachable') return log.warn('moderators_chat_unreachable');
    if (shown.message !== card) await store.setCard(id, shown.message);
  };

  const tellModerators = async (report: Report): Promise<void> => {
    const chat = moderatorsChatOf(deps);
    if (chat === undefined) return log.info('card_skipped', { reason: 'no_moderators_chat' });
    await once(`card:${report.id}:${report.version}`, async () => {
      try {
        await showCard(report, chat);
      } catch (error) {
        const upgraded = error instanceof GrammyError ? error.parameters.migrate_to_chat_id : undefined;
        if (upgraded === undefined) throw error;
        log.warn('moderators_chat_upgraded');
        noteUpgrade(deps.moderatorsChat ?? chat, upgraded);
        await showCard(report, upgraded);
      }
    });
  };

  const tellWitness = async (report: Report): Promise<void> => {
    await once(`notice:${report.id}:${report.version}`, async () => {
      const contact = await store.readContact(report.reporter);
      const chat = contact && deps.identity.open(contact.chat);
      // Nobody to tell: the witness asked to be forgotten.
      if (!contact || chat === undefined) return;
      const screen = noticeScreen(report, await loadCatalogue(contact.locale));
      if (!screen) return;
      const shown = await show(api, screen, { chat: Number(chat) });
      log.info('notice', { outcome: shown.kind, status: report.status });
    });
  };

  return async ({ Records: records }) => {
    const failed: DynamoDBRecord[] = [];
    /** Reports of which something failed: what follows must not overtake it. */
    const held = new Set<string>();
    /** Telegram asked to write less to the moderators' chat: no further card in this batch. */
    let isGroupBusy = false;

    const attempt = async (what: string, act: () => Promise<void>): Promise<boolean> => {
      try {
        await act();
        return true;
      } catch (error) {
        log.error('not_told', error, { what });
        log.measure('not_told', [{ name: 'NotTold', value: 1, by: ['what'] }], { what });
        if (what === 'card') isGroupBusy ||= error instanceof GrammyError && error.error_code === 429;
        return false;
      }
    };

    for (const record of records) {
      let change: ReportChange | undefined;
      const isRead = await attempt('record', async () => {
        change = reportChangeOf(record);
      });
      const { before, after } = change ?? {};
      if (isRead && (!after || before?.version === after.version)) continue;
      const isTold =
        after !== undefined &&
        !held.has(after.id) &&
        (await Promise.all([
          isDecision(after) ? attempt('notice', () => tellWitness(after)) : true,
          isGroupBusy ? false : attempt('card', () => tellModerators(after)),
        ]).then(told => told.every(Boolean)));
      if (isTold) continue;
      failed.push(record);
      if (after) held.add(after.id);
    }
    return {
      batchItemFailures: failed.map(({ dynamodb }) => ({ itemIdentifier: dynamodb?.SequenceNumber ?? '' })),
    };
  };
};

/** The witness is told what a moderator decided; of a withdrawal they know. */
const isDecision = ({ status }: Report): boolean => status === 'approved' || status === 'rejected';

/** Another run is telling the same thing now, or crashed and its lease has not ended. */
class ClaimedElsewhere extends Error {
  override name = 'ClaimedElsewhere';
}

type Running = Readonly<{ tell: Worker; watch: () => Promise<void> }>;

let live: Promise<Live<Running>> | undefined;

/** What it works with is made at the first event. */
const running = async (): Promise<Running> => {
  live ??= keepLive(async noteOld => {
    const environment = await environmentOfProcess(environments.worker);
    const basics = basicsOf(environment);
    const access = {
      token: environment.BOT_TOKEN,
      apiRoot: environment.TELEGRAM_API_ROOT,
      onRefused: noteOld,
    };
    return { tell: createWorker(basics, access), watch: () => measureQueue(basics) };
  });
  // What failed to start (Parameter Store was out of reach, say) is tried again at the next event.
  live.catch(() => {
    live = undefined;
  });
  return (await live).current();
};

/** Lambda entry: the stream of the records table, and the clock. */
export const handler = (
  event: DynamoDBStreamEvent | EventBridgeEvent<string, unknown>,
  context?: Pick<Context, 'awsRequestId'>,
): Promise<DynamoDBBatchResponse | undefined> =>
  inRequest(context?.awsRequestId ?? randomUUID(), async () => {
    const { tell, watch } = await running();
    if ('Records' in event) return tell(event);
    await watch();
    return undefined;
  });
