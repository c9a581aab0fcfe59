import { type Correction, toldNow } from '../../../lib/incident/correction.ts';
import type { Incident } from '../../../lib/incident/incident.ts';
import { publicDate } from '../../../lib/incident/publication/time.ts';
import { incidentLink } from '../../reader/citation.ts';
import { changeText } from '../../reader/corrections.ts';
import { incidentScreen } from '../../reader/latest.ts';
import type { Screen } from '../../telegram/screen.ts';
import type { View } from '../../text/incident.ts';

/** An incident in the channel: what readers see of it, or that it is no longer shown, and the way to it in the bot. */
export const incidentPost = (
  incident: Incident,
  { bot, now }: Readonly<{ bot: string; now: Date }>,
  view: View,
): Screen => {
  const today = publicDate(now.toISOString(), view.country.zone);
  const { text } = incidentScreen(incident, {}, view, { bot, today });
  return { text, buttons: openButton(bot, incident.id, view) };
};

/** A correction in the channel, with no value that the list of changes would not tell. */
export const correctionPost = (
  correction: Correction,
  incident: Incident,
  bot: string,
  view: View,
): Screen => ({
  text: changeText(toldNow(correction, incident), undefined, view),
  buttons: openButton(bot, incident.id, view),
});

const openButton = (bot: string, id: string, { t }: View): Screen['buttons'] => [
  [{ text: t.follow.openIncident, url: incidentLink(bot, id) }],
];
