/** Following: what is published of a place or a munition comes by itself. */
export const follow = {
  title: 'What you follow',
  none: 'You follow nothing yet.',
  about: (most: number) =>
    `Choose what to follow, at most ${most}. You get a message when something is published or corrected there.`,
  write: 'You can also write it: /follow Izium, /follow cluster munitions, “follow Kharkiv region”.',
  kept: 'To write to you, your chat and what you follow are kept, encrypted, until you stop.',
  country: (country: string) => `All of ${country}`,
  addCountry: (country: string) => `Follow all of ${country}`,
  addRegion: 'Follow a region',
  addMunition: 'Follow a munition',
  atOnce: 'You are told soon after it is published.',
  daily: (hour: string) => `You are told once a day, from ${hour} on, if there is anything.`,
  quiet: (from: string, to: string) =>
    `Nothing comes between ${from} and ${to}; what came at night comes in the morning, as one message.`,
  loud: 'Messages come at night, too.',
  when: 'Soon, or once a day',
  chooseWhen: 'When should the messages come?',
  soon: 'Soon after it is published',
  nightOn: 'Also at night',
  nightOff: 'Not at night',
  followed: (topic: string) => `From now on you follow: ${topic}.`,
  known: (topic: string) => `You follow this already: ${topic}.`,
  full: (most: number) => `You follow ${most} already, and that is the most. Stop one of them first.`,
  stopped: (topic: string) => `You no longer follow: ${topic}.`,
  notFollowed: (topic: string) => `You do not follow this: ${topic}.`,
  stoppedAll: 'You follow nothing any more. What was kept for it has been erased.',
  stop: (topic: string) => `Stop: ${topic}`,
  stopAll: 'Stop everything',
  open: 'What I follow',
  /** Below an answer, with what of it can be followed. */
  followIt: (topic: string) => `Follow: ${topic}`,
  /** Above the news. */
  news: {
    title: 'New for what you follow',
    /** It may have been sent before, when the bot ended before it could note that it was. */
    perhapsAgain: 'You may have had this message already.',
    more: (n: number) => `and ${n} more: see the list`,
    details: (n: number) => `Details ${n}`,
    latest: 'Latest published',
    changes: 'What changed',
  },
  /** What `/privacy` says of it. */
  privacy:
    'What you follow with /follow: your chat, your language, what you chose and when to tell you, all encrypted, to write to you; kept until you stop, block the bot, or erase your contact here. It is in no backup.',
  which: 'Which do you want to follow?',
  notUnderstood: (words: string) =>
    `I did not understand what to follow: ${words}. You can write a settlement, a region, a munition, or the whole country.`,
  /** Below a post of the public channel, or an incident in another chat. */
  openIncident: 'Open in Svidok',
  /** What is offered in any other chat after the bot's name. */
  inline: {
    summary: (area: string) => `Summary: ${area}`,
    map: (area: string) => `Map: ${area}`,
    /** Where the map was not drawn yet. */
    mapInBot: 'The button below shows the map and the numbers.',
    notUnderstood: 'Not understood. Open the bot to search there',
    nothing: 'Nothing published for this. Open the bot',
  },
};
