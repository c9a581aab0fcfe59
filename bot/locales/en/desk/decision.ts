import { english } from '../../plural.ts';

/** The way to a decision: the checks, the reasons, questions to the witness, the incident it belongs to. */
export const decision = {
  checklist: {
    title: 'Before you approve: do the report and its evidence show any of this?',
    how: 'Tick what they show. If nothing, press “None of these”.',
    items: {
      militaryPosition: 'a military position',
      identifiesPerson: 'what identifies a person',
      graphic: 'graphic violence',
    },
    withheld: 'The forwarded post will not be quoted.',
    whatMustGo:
      'What must go? If what readers will see identifies a person or is graphic, press “Edit” and remove it before you approve.',
    short: { militaryPosition: 'Position', identifiesPerson: 'Person', graphic: 'Graphic' },
    none: 'None of these',
    only: 'Only what is ticked',
    no: 'no',
    yes: 'yes',
    blocked: 'What shows a military position cannot be approved.',
    rejectIt: 'Reject: military position',
  },
  words: {
    /** `who` mentions the moderator, so that only they are asked. */
    ask: (receipt: string, most: number) =>
      `Rejecting report ${receipt}: why? Reply to this message with the reason, in at most ${english(most, 'character', 'characters')}. The witness will read it as you write it. /cancel to stop.`,
    placeholder: 'Reason for the witness',
    tooLong: (length: number, most: number) =>
      `That is ${english(length, 'character', 'characters')}, and the reason can have at most ${most}. Please shorten it; nothing has been sent yet.`,
    textOnly: 'Please write the reason as text, or /cancel.',
    cancelled: 'Cancelled. The report is still waiting.',
  },
  asking: {
    title: 'What should the witness be asked? They read it in their own language and do not learn who asks.',
    templates: {
      when_exactly: 'When exactly?',
      where_exactly: 'Where exactly?',
      what_seen: 'What was seen or heard?',
      munition_known_how: 'How is the munition known?',
      how_many_harmed: 'How many killed, injured?',
      what_was_hit: 'What was hit?',
      photo_or_video: 'Photo or video?',
      source_link: 'Link to the source?',
      still_dangerous: 'Is it still dangerous?',
    },
    ask: (receipt: string, language: string, most: number) =>
      `Question about report ${receipt}. The bot writes to the witness in: ${language}. Reply to this message with the question, in at most ${english(most, 'character', 'characters')}. The witness will read it as you write it. /cancel to stop.`,
    placeholder: 'Question for the witness',
    tooLong: (length: number, most: number) =>
      `That is ${english(length, 'character', 'characters')}, and a question can have at most ${most}. Please shorten it; nothing has been sent yet.`,
    textOnly: 'Please write the question as text, or /cancel.',
    cancelled: 'Cancelled. The question was not sent.',
    asked: 'Question sent. The report will come back to the queue with the answer.',
    all: 'Questions and answers',
    none: 'No questions yet.',
    by: (by: string, at: string) => `${by}, ${at}`,
    answered: (at: string) => `Answer, ${at}`,
    open: 'no answer yet',
  },
  joining: {
    title: (receipt: string) => `Report ${receipt}: which incident is it about?`,
    none: 'No incident or waiting report is close to it in place, time and munition.',
    found: 'These may be the same; the likeliest first.',
    isNew: 'A new incident',
    join: (n: number) => `${n}. Join incident`,
    open: (n: number) => `${n}. Open report`,
    openIncident: (n: number) => `${n}. Open incident`,
    together: 'Several together',
    incident: (id: string) => `Incident ${id}`,
    report: (receipt: string) => `Report ${receipt}, waiting`,
    own: 'its current incident',
    stay: 'Keep its current incident',
  },
  similar: {
    title: (receipt: string) => `Similar to report ${receipt}`,
    why: 'Why',
    metres: (n: string) => `${n} m apart`,
    kilometres: (n: string) => `${n} km apart`,
    samePlace: 'same place',
    sameArea: 'same district or words',
    sameTimes: {
      minute: 'same minute',
      hour: 'same hour',
      part_of_day: 'same part of the day',
      day: 'same day',
      week: 'same week',
      month: 'same month',
      unknown: 'times that may match',
    },
    apart: (time: string) => `${time} apart`,
    both: (munition: string) => `both ${munition}`,
    related: 'munitions that are often mistaken for each other',
    munitionUnknown: 'munition unknown in one of them',
    sameStatement: 'one statement told twice: it counts as one voice',
  },
};
