import { describe, expect, it } from 'vitest';
import { limits } from '../../../bot/telegram/screen.ts';
import { privacyPage, welcomePage } from '../../../bot/witness/pages.ts';
import { withdrawPage } from '../../../bot/witness/reports/screens.ts';
import { locales } from '../../../lib/locale.ts';
import { draftLifetimeDays } from '../../../lib/policy.ts';
import { catalogues } from '../../support/catalogues.ts';
import { ukraine } from './interview/conversation.ts';

const kept = { rejectedDays: 61, keyRecoveryDays: 13 };

describe.each(locales)('what a witness is told of their data, in %s', locale => {
  const view = { t: catalogues[locale], country: ukraine, operator: 'the tests', kept, locale };
  const privacy = privacyPage(view).text.source;
  const welcome = welcomePage(view).text.source;

  it('names the days that are configured, wherever it names days', () => {
    for (const days of [kept.rejectedDays, kept.keyRecoveryDays, draftLifetimeDays])
      expect(privacy).toMatch(new RegExp(`\\b${days}\\b`));
    expect(withdrawPage(view, 'K7QF2M9XCA').text.source).toMatch(/\b13\b/);
    expect(welcome).toMatch(new RegExp(`\\b${draftLifetimeDays}\\b`));
  });

  it('begins with whom to call, and with how to take a report back', () => {
    expect(welcome.indexOf(ukraine.emergency.all)).toBeLessThan(60);
    expect(privacy.indexOf('/myreports')).toBeLessThan(120);
  });

  it('fits into one message', () => {
    expect(welcome.length).toBeLessThan(limits.textLength / 2);
    expect(privacy.length).toBeLessThan((limits.textLength * 3) / 4);
  });
});
