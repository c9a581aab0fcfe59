import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contributionOf } from '../../../lib/incident/contribution.ts';
import {
  amendIncident,
  type Incident,
  incidentOf,
  incidentSchema,
  releaseIncident,
  retractIncident,
} from '../../../lib/incident/incident.ts';
import { usualReleases } from '../../../lib/policy.ts';
import { anyIncident, incident, incidentFrom, report, rules } from '../../support/samples/samples.ts';

const at = '2022-05-13T00:00:00.000Z';

describe('an incident made of reports', () => {
  test('takes over what the report says and nothing that is private', () => {
    expect(incidentSchema.parse(incident)).toEqual(incident);
    expect(incident).toMatchObject({
      munition: 'cluster_munition',
      delivery: 'rocket_launcher',
      killed: 'unknown',
      injured: { min: 8, max: 8, of: { medics: { min: 3, max: 3 } } },
      reportCount: 1,
      grade: 'single_source',
    });
    const text = JSON.stringify(incident);
    for (const secret of ['47.66', 'вчора', 'вікна', report.id, report.reporter])
      expect(text).not.toContain(secret);
  });

  test('names an institution and a witness never, and quotes a forwarded post and typed words never', () => {
    const source = {
      kind: 'newsroom' as const,
      name: 'CNN',
      link: 'https://cnn.com/x',
      published: '2022-05-12',
    };
    const post = { text: 'Text of the post', by: { ...source, link: 'https://t.me/cnn/1' } };
    const named = {
      ...report,
      answers: { ...report.answers, source, account: 'Typed as if CNN wrote it', post },
    };
    const slip = {
      ...report,
      answers: { ...report.answers, source: { kind: 'told' as const, name: 'Olena', link: 'x' } },
    };
    const made = incidentFrom([named, slip]);
    expect(made).toMatchObject({ sources: [source, { kind: 'told' }], quotes: [post] });
    expect(JSON.stringify(made)).not.toContain('Typed');
  });

  test('keeps an attribution as the claim of its source', () => {
    const attribution = { side: 'Russian forces', status: 'alleged' as const };
    const claimed = { ...report, answers: { ...report.answers, attribution } };
    expect(incidentFrom([claimed]).attributions).toEqual([{ ...attribution, by: { kind: 'own_eyes' } }]);
  });

  test('is amended or retracted as its next version, with its own id and first publication', () => {
    const next = amendIncident(incident, [contributionOf(report)], { at, rules });
    expect(next).toEqual({ ...incident, version: 2, changedAt: at });
    expect(retractIncident(next, at)).toEqual({
      ...incident,
      version: 3,
      status: 'retracted',
      changedAt: at,
    });
  });

  test('always has the shape that is stored', () => {
    fc.assert(
      fc.property(anyIncident, one => {
        expect(incidentSchema.parse(one)).toEqual(one);
      }),
    );
  });
});

describe('the release of an incident', () => {
  const hourMs = 3_600_000;
  const receivedAt = '2026-11-20T10:00:00.000Z';
  const zone = 'Europe/Kyiv';
  const told = (answers: Partial<typeof report.answers>, one = receivedAt) =>
    contributionOf({ ...report, receivedAt: one, answers: { ...report.answers, ...answers } });
  const minute = { precision: 'minute', start: '2026-11-20T11:30', end: '2026-11-20T11:30', zone } as const;
  const releaseOf = (
    links: Parameters<typeof incidentOf>[0],
    approvedAt = '2026-11-20T10:05:00.000Z',
    by = rules,
  ) => incidentOf(links, { id: 'ZZZZZ00001', at: approvedAt, rules: by });
  const plus = (iso: string, ms: number) => new Date(Date.parse(iso) + ms).toISOString();

  test('waits 3 hours from when it happened, and 12 where something military was hit', () => {
    const happened = '2026-11-20T09:30:00.000Z';
    expect(releaseOf([told({ occurred: minute })])).toMatchObject({
      status: 'embargoed',
      releaseAt: plus(happened, 3 * hourMs),
    });
    const military = told({ occurred: minute, areas: ['residential', 'military'] });
    expect(releaseOf([military]).releaseAt).toBe(plus(happened, 12 * hourMs));
  });

  test('counts an unknown time from receipt, and a vague one from no later than that', () => {
    const unknown = { precision: 'unknown', zone } as const;
    expect(releaseOf([told({ occurred: unknown })]).releaseAt).toBe(plus(receivedAt, 3 * hourMs));
    const day = { precision: 'day', start: '2026-11-20', end: '2026-11-20', zone } as const;
    expect(releaseOf([told({ occurred: day })]).releaseAt).toBe(plus(receivedAt, 3 * hourMs));
  });

  test('is never before the approval, and at once when the time is over', () => {
    const at = '2026-11-22T00:00:00.000Z';
    expect(releaseOf([told({ occurred: minute })], at)).toMatchObject({
      status: 'published',
      releaseAt: at,
      publishedAt: at,
    });
  });

  test('is moved later by a hold, not by one that the rules exceed, and earlier only by an admin’s', () => {
    const links = [told({ occurred: minute })];
    const before = releaseOf(links);
    const held = (at: string, earlier?: true) =>
      amendIncident(before, links, {
        at: before.approvedAt,
        rules,
        judgement: { hold: { at, earlier } },
      }).releaseAt;
    const later = plus(before.releaseAt, hourMs);
    const sooner = plus(before.releaseAt, -hourMs);
    expect(held(later)).toBe(later);
    expect(held(sooner)).toBe(before.releaseAt);
    expect(held(sooner, true)).toBe(sooner);
  });

  test('that has happened is not moved by what is learnt later', () => {
    const first = releaseIncident(releaseOf([told({ occurred: minute })]));
    const military = told({ occurred: minute, areas: ['military'] });
    expect(amendIncident(first, [military], { at, rules })).toMatchObject({
      status: 'published',
      releaseAt: first.releaseAt,
      publishedAt: first.publishedAt,
    });
  });

  test('comes with a batch, is told as of the batch, and is not drawn again by a change', () => {
    const batches = { ...rules, releases: usualReleases(zone), random: 0.5 };
    const links = [told({ occurred: minute })];
    const first = releaseOf(links, undefined, batches);
    // Due at 12:30, half of twelve hours later, and the next batch is at 20:00 in Kyiv.
    expect(first).toMatchObject({ status: 'embargoed', releaseAt: '2026-11-21T06:00:00.000Z' });
    const amended = amendIncident(first, links, { at, rules: { ...batches, random: 0.1 } });
    expect(amended.releaseAt).toBe(first.releaseAt);
    expect(releaseIncident(amended)).toMatchObject({
      publishedAt: first.releaseAt,
      changedAt: first.releaseAt,
    });
    const held = (hold: Incident['hold']) =>
      amendIncident(first, links, { at, rules: batches, judgement: { hold } }).releaseAt;
    expect(held({ at: '2026-11-21T07:00:00.000Z' })).toBe('2026-11-21T18:00:00.000Z');
    expect(held({ at: '2026-11-20T13:37:00.000Z', earlier: true })).toBe('2026-11-20T13:37:00.000Z');
  });
});
