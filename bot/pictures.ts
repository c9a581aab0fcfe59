import { createPictures } from '../lib/store/chats/pictures.ts';
import { createDynamo } from '../lib/store/dynamodb/client.ts';
import { createIncidentLists } from '../lib/store/records/incidents.ts';
import { sendPicture } from './picture/send.ts';
import { createJobEntry } from './runtime/job-entry.ts';
import { pictureJobSchema } from './runtime/jobs.ts';
import { tellLost } from './tell-lost.ts';

/** Lambda entry: draws a picture of what is published, and sends it. */
export const handler = createJobEntry({
  name: 'pictures',
  job: pictureJobSchema,
  // A photo of a megabyte on a slow day.
  callTimeoutSeconds: 20,
  own: ({ CHATS_TABLE: chats, RECORDS_TABLE: records }) => {
    const context = { client: createDynamo(), tables: { chats, records }, now: Date.now };
    return { store: { incidents: createIncidentLists(context), pictures: createPictures(context) } };
  },
  run: sendPicture,
  tellLost,
});
