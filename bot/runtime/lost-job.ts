import * as z from 'zod/mini';

/**
 * What Lambda hands on of a job whose process died, ran out of time or memory, or never started
 * (docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html).
 */
const lostJobSchema = z.object({
  requestContext: z.object({ condition: z.string() }),
  requestPayload: z.unknown(),
});

export type LostJob = Readonly<{ job: unknown; condition: string }>;

/** The job that was lost; undefined for an event that is a job itself. */
export const lostJobIn = (event: unknown): LostJob | undefined => {
  const lost = lostJobSchema.safeParse(event);
  return lost.success
    ? { job: lost.data.requestPayload, condition: lost.data.requestContext.condition }
    : undefined;
};
