import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { filesOf } from '../../bot/export/files.ts';
import { loadCatalogue } from '../../bot/locales/load.ts';
import { findCountry } from '../../lib/country.ts';
import type { Incident } from '../../lib/incident/incident.ts';
import type { PageRequest } from '../../lib/store/dynamodb/page.ts';
import { incident } from '../support/samples/samples.ts';
import { digits, printTable } from './parts/table.ts';

/**
 * How fast files are made of a thousand and a hundred thousand incidents, and in how much memory: the pages come from memory, so
 * that it is the making that is measured. The peak is that of the whole process, looked at every 20 ms, less what it had before.
 */

const sizes = [1000, 100_000] as const;
const formats = ['csv', 'geojson', 'xlsx'] as const;

const country = findCountry('UA');
if (!country) throw new Error('No country');
const view = { t: await loadCatalogue('en'), locale: 'en', country } as const;

/** The `n`-th of them, made when it is read. */
const made = (n: number): Incident => ({
  ...incident,
  id: String(n).padStart(10, '0'),
  killed: n % 3 === 0 ? 'unknown' : { min: n % 5, max: (n % 5) + 2 },
});

const latestOf =
  (size: number) =>
  async ({ limit, after = '0' }: PageRequest) => {
    const from = Number(after);
    const items = Array.from({ length: Math.min(limit, size - from) }, (_, n) => made(from + n));
    return { items, next: from + limit < size ? String(from + limit) : undefined };
  };

const rows: (readonly string[])[] = [];
const folder = await mkdtemp(join(tmpdir(), 'svidok-bench-'));
try {
  for (const size of sizes)
    for (const format of formats) {
      globalThis.gc?.();
      const before = process.memoryUsage().rss;
      let peak = before;
      const watching = setInterval(() => {
        peak = Math.max(peak, process.memoryUsage().rss);
      }, 20);
      const start = performance.now();
      let bytes = 0;
      let parts = 0;
      const making = filesOf(
        { incidents: { latest: latestOf(size) } } as unknown as Parameters<typeof filesOf>[0],
        {
          job: { chat: 1, locale: 'en', bot: 'svidok_bot', question: 'r:summary:all', format },
          asked: {
            question: { requested: 'all' },
            place: undefined,
            period: undefined,
            today: '2026-11-28',
            now: new Date(),
            bot: 'svidok_bot',
          },
          view,
          folder,
        },
      );
      for await (const { path } of making) {
        parts += 1;
        bytes += (await stat(path)).size;
        await rm(path);
      }
      clearInterval(watching);
      const seconds = (performance.now() - start) / 1000;
      rows.push([
        String(size),
        format,
        digits(size / seconds),
        digits(seconds),
        digits(bytes / 1_000_000),
        String(parts),
        digits((peak - before) / 1_000_000),
        digits(peak / 1_000_000),
      ]);
    }
  printTable(['incidents', 'format', 'rows/s', 's', 'MB', 'files', 'peak, MB more', 'peak of all, MB'], rows);
} finally {
  await rm(folder, { recursive: true, force: true });
}
