import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Bundle, bundle, maxWebhookBytes } from '../../infra/build.ts';

let folder = '';
let webhook: Bundle;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'svidok-build-'));
  webhook = await bundle('webhook', folder);
});
afterAll(() => rm(folder, { recursive: true }));

describe('the bundle of the webhook', () => {
  it('starts with no more than its budget', () => {
    expect(webhook.startBytes).toBeLessThanOrEqual(maxWebhookBytes);
  });

  it('leaves the gazetteer, the languages and the readers of words until they are asked for', () => {
    expect(webhook.lazyBytes).toBeGreaterThan(400_000);
    expect(webhook.parts.map(([name]) => name)).not.toContain('bot/locales/uk');
  });

  it('carries one grammY, and not the one for Node with its second HTTP client', () => {
    expect(webhook.parts.map(([name]) => name)).not.toContain('node-fetch');
  });
});
