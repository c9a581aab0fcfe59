import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/support/dynamo-setup.ts'],
    setupFiles: ['test/support/clock.ts', 'test/support/seed.ts'],
    // Most tests wait, for DynamoDB Local or a browser: one worker a core, where the default leaves one core out.
    maxWorkers: '100%',
    // A call that DynamoDB Local did not answer within the client's two seconds, on a busy machine, is no failure.
    retry: 2,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
