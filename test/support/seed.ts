import * as fc from 'fast-check';

/**
 * Property tests draw the same cases at every run, so that a red test is a change's fault and nobody's luck. Another seed
 * looks further: `SEED=1 npm test`.
 */
fc.configureGlobal({ seed: Number(process.env.SEED ?? 20_261_123) });
