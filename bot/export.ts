import { createDynamo } from '../lib/store/dynamodb/client.ts';
import { createIncidentLists } from '../lib/store/records/incidents.ts';
import { runExport } from './export/run.ts';
import { createJobEntry } from './runtime/job-entry.ts';
import { exportJobSchema } from './runtime/jobs.ts';
import { tellLost } from './tell-lost.ts';

/** Lambda entry: makes a file of what is published, and sends it. */
export const handler = createJobEntry({
  name: 'export',
  job: exportJobSchema,
  // A file of 45 MB over a slow line.
  callTimeoutSeconds: 240,
  own: ({ RECORDS_TABLE: records }) => ({
    incidents: createIncidentLists({ client: createDynamo(), tables: { records } }),
  }),
  run: runExport,
  tellLost,
});
