import { draftLifetimeDays } from '../../../lib/report/draft.ts';
import type { AttributionStatus } from '../../../lib/report/vocabulary.ts';
import { type Html, html } from '../../telegram/html.ts';
import { english } from '../plural.ts';

type Emergency = Readonly<{ rescue: string; police: string }>;

export const witness = {
  // Ways through the interview
  unknown: 'I do not know',
  skip: 'Skip',
  notSaid: 'not said',
  yes: 'Yes',
  no: 'No',
  back: '‹ Back',
  cancel: 'Cancel',
  keep: 'Keep this answer',
  goOn: 'Continue the report',
  discard: 'Erase the draft',
  moreChoices: 'More types…',
  firstChoices: '‹ Other choices',
  progress: (step: number, of: number) => `Step ${step} of ${of}`,
  understood: (what: Html) => html`✓ Noted: ${what}`,
  answerSoFar: (what: Html) => html`Your answer so far: ${what}`,
  whichOfThese: 'Which of these do you mean?',
  pressOrSay: 'I did not understand that. Please press one of the buttons, or say it in other words.',
  staleButton: 'This button belongs to an earlier question. Here is where you are now.',
  firstQuestion: 'This is the first question.',
  discarded: 'The draft is erased. Nothing was sent.',
  cancelTitle: html`<b>Stop this report?</b>\n\nYou can erase it, or go on. If you just leave, the draft waits here for ${draftLifetimeDays} days.`,
  resumeTitle: (step: number, of: number) =>
    html`<b>You have an unfinished report</b> (step ${step} of ${of}). Nothing has been sent yet.`,
  tooLong: (max: number) =>
    `That is too long here: at most ${english(max, 'character', 'characters')}. Please shorten it.`,
  addedToAccount: 'I kept your message as part of your own words.',
  pinElsewhere:
    'A location is not the answer to this question. To change the place, press “Back”, or change it before sending.',

  // Questions, in their order
  phase: {
    title: 'What do you want to report?',
    hint: 'If you are in danger now, get to safety first. Your draft will wait.',
  },
  safety: {
    text: ({ rescue, police }: Emergency) =>
      html`Your safety first\n\n1. Do not touch it, and do not move anything near it.\n2. Go back the way you came, at least 100 metres away.\n3. Do not use a phone or radio beside it.\n4. Warn others and call ${rescue} (rescue service) or ${police} (police).\n\nWrite here only when you are at a safe distance.`,
    safe: 'I am at a safe distance',
    notYet: 'Not yet',
    goFirst: 'Put the phone away and leave first. The draft is saved; come back when you are safe.',
    pressWhenSafe: 'Please confirm with the button that you are at a safe distance. Then we go on.',
  },
  place: {
    title: 'Where did it happen?',
    hint: 'Write the settlement (“Kramatorsk”, “near Bucha”), paste coordinates, or send a point: paperclip → Location → move the map. Give the place of the incident, not where you are now. Readers never see your exact point.',
    byRegion: 'Choose the region only',
    which: 'Which place do you mean?',
    noneOfThese: 'None of these',
    sendLocation: 'Send where I am now',
    sendLocationHint:
      'Press the button below the text field to send where you are now. Do this only if the incident was here.',
    sendLocationButton: 'Send my location',
    zero: 'The coordinates 0, 0 mean that the phone did not know where it was. Please write the place.',
    swapped: 'These coordinates lie outside the country. Did you swap latitude and longitude?',
    outside: (country: string) => `This point is outside ${country}. Is it right?`,
    tooLong: 'For the place, a short name is enough.',
    asTyped: (typed: Html) => html`“${typed}” (kept as you wrote it)`,
  },
  region: {
    title: 'Which region is it in?',
    kept: (typed: Html) => html`I did not find “${typed}” in my list, and keep it as you wrote it.`,
    notUnderstood: 'I do not know this region. Please choose it from the list.',
  },
  time: {
    title: 'When did it happen?',
    hint: 'Press a button or write it: “yesterday at 14:30”, “12 May in the evening”, “March 2022”. As exactly as you know, no more.',
    now: 'Just now',
    withinHour: 'Within the hour',
    today: 'Earlier today',
    lastNight: 'Last night',
    yesterday: 'Yesterday',
    anotherDay: 'Another day…',
    calendar: 'Choose the day',
    which: 'Which time do you mean?',
    ambiguous: 'This can be read in more than one way.',
    skippedHour: 'The clocks were put forward over that hour, so it did not exist. Which is nearest?',
    future: 'That day has not come yet. Please choose a day that is past.',
    futureThat: (when: string) => `I read this as “${when}”, which has not come yet. Please check it.`,
    notUnderstood:
      'I did not understand the time. Try “yesterday at 14:30”, “12.05.2022” or “in the morning”, or press a button.',
  },
  hour: {
    title: 'At what time of that day?',
    hint: 'If you know only the date, leave it so. You can also write the time: “15:40”.',
    byHour: 'Choose the hour…',
    dateOnly: 'Only the date is known',
    notUnderstood: 'I did not understand the hour. Write it like “15:40”, or press a button.',
  },
  effect: {
    title: 'What was seen or heard?',
    hint: 'The kind of weapon comes next; here only what you noticed.',
  },
  munition: {
    title: 'What kind of munition was it?',
    hint: 'Only if you know. “I do not know” is a good answer: most reports say so.',
  },
  delivery: { title: 'How did it get there?' },
  deliveryLine: 'Delivered',
  knownBy: { title: 'How do you know what kind it was?' },
  killed: { title: 'How many people were killed?' },
  injured: { title: 'How many people were injured?' },
  casualtiesHint:
    'Press a number or write it: “8”, “8–10”, “at least 8”, “about 20”, “8, 3 of them medics”. Do not write names.',
  nobody: '0: none',
  several: 'Several, exact number not known',
  casualties: {
    contradiction: html`These numbers do not fit together. Please write it again, for example “8, 3 of them medics”.`,
    notUnderstood: html`I did not understand the number. Write it like “8”, “8–10”, “at least 8” or “none”.`,
  },
  areas: {
    title: 'What was hit?',
    hint: 'Several may apply. Do not describe military positions.',
    ticked: (list: string) => `Chosen: ${list}`,
    done: (n: number) => `Done (${n} chosen)`,
  },
  source: {
    title: 'How do you know about it?',
    hint: 'If you pass on what an institution or newsroom published, choose “A named source”.',
    named: 'A named source…',
  },
  sourceName: {
    line: 'Source name',
    title: 'What is the source called?',
    hint: 'For example “Regional Prosecutor’s Office”. Only institutions or media, no private persons.',
  },
  sourceChannel: {
    line: 'Published in',
    title: 'Where was it published?',
    hint: 'A link, or words such as “Telegram post”, or both in one message.',
  },
  sourceDate: {
    line: 'Published on',
    title: 'On what day was it published?',
    hint: 'For example “27.03.2022” or “yesterday”.',
    notUnderstood:
      'I need the day of publication, for example “27.03.2022”. If you do not know it, press “Skip”.',
    ambiguous: 'This date can be read in two ways. Please write the month as a word: “5 March 2022”.',
  },
  sourceVerified: {
    line: 'Checked by the source itself',
    title: 'Does the source say that it checked the facts independently?',
    notSaid: 'It does not say',
  },
  side: {
    line: 'Responsible, according to the source',
    title: 'Whom does the source hold responsible?',
    hint: 'In the source’s own words. It is recorded as its claim, not as a fact.',
    notSaid: 'It does not say',
  },
  sideStatus: {
    line: 'Status of that claim',
    title: 'Does that side admit it?',
    options: {
      alleged: 'No, others say so',
      acknowledged: 'Yes, it admitted it',
      contested: 'It denies it',
      unknown: 'Not known',
    } satisfies Record<AttributionStatus, string>,
  },
  account: {
    title: 'What happened, in your own words?',
    hint: 'Only moderators read this. Please leave out names, addresses and anything about troops.',
    have: 'You have written something already. What you write now is added to it.',
    enough: 'That is all',
    erase: 'Erase my words',
    erased: 'Your words are erased.',
    kept: (length: number) => `your words (${english(length, 'character', 'characters')})`,
    full: (max: number) =>
      `There is no room for more: I can keep ${english(max, 'character', 'characters')}. Your earlier words are kept.`,
  },
  evidence: {
    title: 'Do you have photos, videos or files?',
    hint: 'Send them here, one by one or as an album. A file keeps more than a compressed photo. Only moderators see them. Nothing that shows troops or their positions, please.',
    have: (n: number) => `Kept: ${english(n, 'item', 'items')}. Send more, or press “Done”.`,
    count: (n: number) => (n === 0 ? 'none' : english(n, 'item', 'items')),
    added: (n: number) => `✓ Kept as evidence (${english(n, 'item', 'items')} so far).`,
    done: 'Done',
    remove: 'Remove all of them',
    removed: (n: number) => `Removed: ${english(n, 'item', 'items')}.`,
    full: 'I cannot keep more files with one report. Send the report, then start another for the rest.',
  },

  // The review
  lines: {
    phase: 'What',
    place: 'Where',
    time: 'When',
    effect: 'Seen or heard',
    munition: 'Munition',
    knownBy: 'Known by',
    killed: 'Killed',
    injured: 'Injured',
    areas: 'What was hit',
    source: 'Source',
    account: 'In your words',
    evidence: 'Photos and files',
  },
  card: {
    title: 'This is what I understood',
    nothingSure: 'I kept your words, and am not sure of the rest',
    unsure: (what: string) => `Not sure, I will ask: ${what}.`,
    hint: 'Please check it. What you did not say stays empty; I only ask for what is missing.',
    military:
      'Your words seem to mention troops or their positions. Please never send those. Moderators see this warning.',
    right: 'That is right, go on',
    wrong: 'All of this is wrong',
    change: (label: string) => `Change: ${label}`,
  },
  review: {
    title: 'Please check your report',
    hint: 'Moderators will see all of this, but not who you are. Next I show what the public would see.',
    preview: 'Go on',
    change: 'Change an answer',
    which: 'Which answer do you want to change?',
  },
  preview: {
    title: 'If it is approved, the public will see only this',
    hint: 'Your words, your files and your exact point stay with the moderators. Send it?',
    send: 'Send the report',
  },
  receipt: (code: string) =>
    html`<b>Thank you. Your report is received.</b>\n\nReceipt: <code>${code}</code>\n\nModerators will check it, and I will tell you here what they decide. You can see its state, or withdraw it, with /myreports.\n\nIf somebody may look at your phone, clear this chat now (chat menu → Clear history). The report stays; /myreports shows the receipt again.`,
  alreadySent: 'This report is sent already.',

  // Pages
  welcome: (operator: string, { rescue, police }: Emergency) =>
    html`<b>Svidok</b> collects reports of munitions that harmed people or places, so that they can be checked and counted.\n\n<b>Who runs it:</b> ${operator}.\n<b>What is kept:</b> your answers and files, under a code instead of your name. Your Telegram name and number are not stored; your chat is kept encrypted, only to answer you.\n<b>Who sees it:</b> moderators see the report, not who you are. The public sees only approved facts: settlement, time, munition, numbers.\n<b>What is never asked:</b> positions or movements of troops. Please do not send them.\n\nThis is <b>no emergency service</b>: call ${rescue} or ${police} for help. A Telegram chat with a bot is not end-to-end encrypted. Unfinished drafts are erased after ${draftLifetimeDays} days; you can withdraw a report and erase your contact at any time: /privacy.`,
  agreeFirst: html`I have not kept your message: please read this first. Then send it again.`,
  agree: 'I understand, continue',
  home: html`<b>What would you like to do?</b>`,
  homeReport: 'Report an incident',
  homeLatest: 'Latest incidents',
  homeSummary: 'Summary',
  homeMine: 'My reports',
  homeLanguage: 'Мова / Language / Язык',
  homePrivacy: 'Privacy',
  help: html`<b>What you can do here</b>\n\n/report – report an incident, step by step\n/myreports – your reports and their state\n/latest – latest approved incidents; also /latest Kharkiv\n/summary – counts for a period, and figures of others; also /summary March 2022\n/changes – what was corrected or taken back\n/language – change the language\n/privacy – what is kept, and how to erase it\n/cancel – stop the report you are writing\n\nYou can answer with buttons or in your own words. Your draft is saved after every answer.`,
  notUnderstood: html`I did not understand that. To report an incident, press the first button.`,
  unknownCommand: html`I do not know this command.`,
  nothingToCancel: html`There is no unfinished report.`,
  privacy: (operator: string) =>
    html`<b>Privacy</b>\n\n<b>Responsible:</b> ${operator}.\n<b>Purpose:</b> to make accounts of munition use comparable and countable.\n<b>Stored with a report:</b> your answers, your files (as a sealed reference to Telegram’s copy) and a pseudonym. Not stored: your name, number, username.\n<b>Your contact:</b> sealed with a key, used only to tell you what was decided.\n<b>Published:</b> only what the preview shows, after a moderator approved it.\n<b>How long:</b> drafts ${draftLifetimeDays} days; reports until you withdraw them.\n\n“Erase my contact” removes your contact and any draft at once. Reports stay, and I can then no longer write to you about them; /myreports still lets you look at them and withdraw them.`,
  eraseContact: 'Erase my contact and draft',
  eraseConfirm: html`<b>Erase your contact and draft now?</b>\n\nReports that you sent stay, but I can no longer tell you what is decided. This cannot be undone.`,
  eraseYes: 'Erase',
  erased: html`Erased: your contact, your draft and your settings. To begin again, press /start.`,
  chooseLanguage: html`Choose the language.`,
  languageSet: html`The language is English now.`,
  toHome: '‹ Home',

  // My reports
  mine: {
    title: 'Your reports',
    none: html`You have not sent any report from this account.`,
    open: (code: string, status: string) => `${code}: ${status}`,
    older: 'Older ›',
    newest: '‹ Newest',
    receivedAt: 'Received',
    status: 'State',
    decidedAt: 'Decided',
    reason: 'Reason',
    withdraw: 'Withdraw this report',
    withdrawConfirm: (code: string) =>
      html`<b>Withdraw report ${code}?</b>\n\nIf it was published, it will no longer be shown or counted. This cannot be undone.`,
    withdrawYes: 'Withdraw',
    amend: 'Correct this report',
    amending: (code: string) =>
      html`<b>Correct report ${code}</b>\n\nChange any answer below, then go on and send it again.`,
    amended: (code: string) =>
      html`<b>Your correction of report ${code} is received.</b>\n\nModerators will check it. What was published stays as it is until then. /myreports shows its state.`,
    unchanged: html`Nothing was changed.`,
    cannotAmend: html`This report can no longer be changed.`,
    draftOpen: html`Finish or erase the report you are writing first. Then correct this one.`,
    send: 'Send the correction',
    save: 'Save the corrections',
    preview: 'If it is approved, the public will see this',
    questions: 'Questions of moderators',
    answer: 'Answer the question',
    answered: (when: string) => `answered ${when}`,
    notAnswered: 'not answered yet',
    withdrawn: 'The report is withdrawn.',
    cannotWithdraw: 'This report can no longer be withdrawn.',
    missing: 'I do not find this report among yours.',
  },

  // Answering a moderator
  answering: {
    title: (code: string) => html`<b>A moderator asks about your report ${code}</b>`,
    how: 'Write your answer here, in your own words and language. You can add photos, videos or files. Nothing is sent until you press “Send the answer”.',
    soFar: 'Your answer so far',
    files: (n: number) => english(n, 'file', 'files'),
    send: 'Send the answer',
    drop: 'Do not answer now',
    dropped: html`Nothing was sent. You can answer later from /myreports.`,
    empty: 'Please write something, or send a photo, first.',
    full: (max: number) =>
      html`There is no room for more: an answer has at most ${english(max, 'character', 'characters')}.`,
    tooManyFiles: html`I cannot keep more files with one answer.`,
    sent: (code: string) =>
      html`<b>Thank you. Your answer about report ${code} is received.</b>\n\nModerators will go on with the report. /myreports shows its state.`,
    over: html`This question is no longer open.`,
  },

  // A post of a channel, forwarded
  post: {
    taken: (name: Html) =>
      html`✓ Taken from the post of ${name}: the source, the day, the link and its words. Now I ask for the rest. You can change everything before sending.`,
    added: (name: Html) => html`✓ The post of ${name} is kept with this report.`,
    channel: 'Telegram post',
    consentFirst: html`Please read this first. Then forward the post again.`,
    cut: 'Its text was too long to be kept whole.',
  },

  // What cannot be used
  refused: {
    sticker: 'A sticker or animation is not an answer I can use.',
    contact: 'Please do not send contacts of people. I have not kept it.',
    edited:
      'I do not see edits of earlier messages. To change an answer, press “Back”, or change it before sending.',
    live: 'I kept the first point only, and do not follow a live location. You can stop sharing it.',
    poll: 'I cannot use this kind of message.',
    empty: 'I see no letters or numbers in this message.',
    fault: html`Something went wrong on our side. Your answers are safe. Please try again in a minute.`,
  },
};
