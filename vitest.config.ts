import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/support/database/setup.ts'],
    setupFiles: ['test/support/clock.ts', 'test/support/seed.ts'],
    // Most tests wait, for DynamoDB Local or a browser: one worker a core, where the default leaves one core out.
    maxWorkers: '100%',
    // Whoever waits in vain is ended; a machine that is only busy is not.
    testTimeout: 180_000,
    hookTimeout: 180_000,
  },
});
