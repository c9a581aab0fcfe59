import type { Country } from '../../../lib/country.ts';
import { draftLifetimeDays } from '../../../lib/policy.ts';
import type { AttributionStatus } from '../../../lib/report/vocabulary.ts';
import { type Html, html } from '../../telegram/html.ts';
import { english } from '../plural.ts';

/** How long things are kept, in days. */
type Kept = Readonly<{ rejectedDays: number; keyRecoveryDays: number }>;

const days = (n: number): string => english(n, 'day', 'days');

type Emergency = Country['emergency'];
const numbers = ({ all, rescue, ambulance, police }: Emergency): string =>
  rescue === all
    ? all
    : `${all}, or ${rescue} (rescue service), ${ambulance} (ambulance), ${police} (police)`;

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
  pressOrSay: 'I did not understand that. Please press one of the buttons, or put it another way.',
  staleButton: 'This button belongs to an earlier question. Here is the current question.',
  movedOn: html`Please go on in the latest message below.`,
  firstQuestion: 'This is the first question.',
  discarded: 'The draft has been erased. Nothing was sent.',
  cancelTitle: html`<b>Stop this report?</b>\n\nYou can erase it or continue. If you just leave, the draft will wait here for ${draftLifetimeDays} days.`,
  resumeTitle: (step: number, of: number) =>
    html`<b>You have an unfinished report</b> (step ${step} of ${of}). Nothing has been sent yet.`,
  tooLong: (max: number) =>
    `Too long: at most ${english(max, 'character', 'characters')} fit here. Please shorten it.`,
  addedToAccount: 'Your words are kept as part of your account.',
  pinElsewhere:
    'This location was not saved: no place is being asked for now. To change the place, press “Back”, or change it before sending.',

  // Questions, in their order
  phase: {
    title: 'What do you want to report?',
    hint: 'If you are in danger now, get to safety first. Your draft will wait.',
    touched: 'An object exploded when touched',
  },
  safety: {
    text: (emergency: Emergency) =>
      html`Your safety first\n\n1. Do not touch it, and do not move anything near it.\n2. Go back the way you came, at least 100 metres away.\n3. Do not use a phone or radio near it.\n4. Warn others and call ${numbers(emergency)}.\n\nWrite here only when you are at a safe distance.`,
    safe: 'I am at a safe distance',
    notYet: 'Not yet',
    goFirst: 'Put the phone away and leave first. The draft is saved; come back when you are safe.',
    pressWhenSafe: 'Please confirm with the button that you are at a safe distance. Then we continue.',
  },
  place: {
    title: 'Where did it happen?',
    hint: 'Write it (“near Bucha”), send a point (paperclip → Location), or press the region. Readers never see the exact place.',
    which: 'Which place do you mean?',
    noneOfThese: 'None of these',
    sendLocation: 'Send where I am now',
    sendLocationHint:
      'While the place is asked for, a button below the text field sends where you are now. Press it only if it happened right here.',
    locationClosed: 'The button for sending your location has been removed.',
    sendLocationButton: 'Send my location',
    closed:
      'Links and codes like this cannot be opened here. Please send a location (paper clip, Location), or coordinates in numbers, such as 49.9935, 36.2304. Or write the place in words.',
    zero: 'The coordinates 0, 0 mean that the phone did not know where it was. Please write the place.',
    swapped: 'These coordinates are outside the country. Did you swap latitude and longitude?',
    outside: (country: string) => `This point is outside ${country}. Is it right?`,
    tooLong: 'For the place, a short name is enough.',
    asTyped: (typed: Html) => html`“${typed}” (kept as you wrote it)`,
  },
  region: {
    title: 'Which region is it in?',
    others: 'Another region',
    first: '‹ First regions',
    kept: (typed: Html) => html`“${typed}” is not in the list; it is kept as you wrote it.`,
    notUnderstood: 'There is no such region. Please choose one from the list.',
  },
  time: {
    title: 'When did it happen?',
    hint: 'Press a button or write it: “yesterday at 14:30”, “12 May in the evening”, “March 2022”. Only as exactly as you know.',
    now: 'Just now',
    withinHour: 'In the last hour',
    today: 'Today',
    lastNight: 'Last night',
    yesterday: 'Yesterday',
    earlier: '‹ Earlier days',
    calendar: 'Choose the day',
    which: 'Which time do you mean?',
    ambiguous: 'This can be read in more than one way.',
    skippedHour: 'The clocks went forward then, so that hour did not exist. Which is nearest?',
    afterSource: (day: string) =>
      `The source told of it on ${day}. It cannot have happened later; please check.`,
    future: 'That day has not come yet. Please choose a day in the past.',
    futureThat: (when: string) => `That would be “${when}”, which has not come yet. Please check it.`,
    notUnderstood:
      'I did not understand the time. Try “yesterday at 14:30”, “12.05.2022” or “in the morning”, or press a button.',
  },
  hour: {
    title: 'At what time?',
    hint: 'You can also write the time: “15:40”. If you know only the date, press “Only the date is known”.',
    dateOnly: 'Only the date is known',
    notUnderstood: 'I did not understand the time. Write it like “15:40”, or press a button.',
  },
  effect: {
    title: 'What did you see or hear?',
    hint: 'Only what you noticed; no need to name the weapon here.',
  },
  munition: {
    title: 'What kind of munition was it?',
    hint: 'If you are not sure, press “I do not know”.',
  },
  delivery: { title: 'What fired or dropped it?' },
  deliveryLine: 'Delivery',
  knownBy: { title: 'How do you know what kind it was?' },
  killed: { title: 'How many people were killed?' },
  injured: { title: 'How many people were injured?' },
  casualtiesHint:
    'Press a number or write it: “8”, “8–10”, “at least 8”, “about 20”, “8, 3 of them medics”. Do not write names.',
  nobody: 'None',
  nobodyHurt: 'Nobody was killed or injured',
  several: 'Several, exact number unknown',
  casualties: {
    contradiction: html`These numbers do not fit together. Please write it again, for example “8, 3 of them medics”.`,
    notUnderstood: html`I did not understand the number. Write it like “8”, “8–10”, “at least 8” or “none”.`,
  },
  areas: {
    title: 'What was hit?',
    hint: 'Press what was hit, or say it in words. Do not describe military positions.',
    several: 'Several of these',
    tick: 'Press everything that was hit.',
    ticked: (list: string) => `Chosen: ${list}`,
    done: (n: number) => `Done (${n})`,
  },
  source: {
    title: 'How do you know about it?',
    hint: 'If an institution or newsroom reported it, press “Institution, media”.',
    named: 'Institution, media',
  },
  sourceName: {
    line: 'Source name',
    title: 'What is the source called?',
    hint: 'For example “Regional Prosecutor’s Office”. Only an institution or media outlet, no private person.',
    nothing: 'I know no more about it',
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
    ambiguous:
      'This date can be read in more than one way. Please write the month as a word: “5 March 2022”.',
  },
  sourceVerified: {
    line: 'Checked by the source itself',
    title: 'Does the source say that it checked the facts independently?',
    notSaid: 'It does not say',
  },
  side: {
    line: 'Held responsible by the source',
    title: 'Who does the source hold responsible?',
    hint: 'In the source’s own words. It is recorded as its claim, not as a fact.',
    notSaid: 'It does not say',
  },
  sideStatus: {
    line: 'Status of the claim',
    title: 'Does that side admit it?',
    options: {
      alleged: 'No, others say so',
      acknowledged: 'Yes, it admitted it',
      contested: 'It denies it',
      unknown: 'Unknown',
    } satisfies Record<AttributionStatus, string>,
  },
  account: {
    title: 'What happened, in your own words?',
    hint: 'Only moderators read this. Please, no names, no addresses and nothing about troops.',
    have: 'You have already written something. What you write now will be added to it.',
    files: 'I have photos or files',
    nothing: 'Nothing to add',
    enough: 'That is all',
    erase: 'Erase my words',
    eraseQuote: 'Do not quote the post',
    quoteErased: 'The post will not be quoted.',
    erased: 'Your words have been erased.',
    kept: (length: number) => `your words (${english(length, 'character', 'characters')})`,
    full: (max: number) =>
      `There is no room for more: at most ${english(max, 'character', 'characters')}. Your earlier words are kept.`,
  },
  evidence: {
    title: 'Do you have photos, videos or files?',
    hint: 'Send them here, one by one or as an album. A file keeps more than a compressed photo: it may hold the exact place, the time and the phone. A voice can be recognised. Only moderators see them. Nothing that shows troops or their positions, please.',
    have: (n: number) => `Kept: ${english(n, 'file', 'files')}. Send more, or press “Done”.`,
    count: (n: number) => (n === 0 ? 'none' : english(n, 'file', 'files')),
    added: (n: number) => `✓ Kept as evidence (${english(n, 'file', 'files')} so far).`,
    fileTells:
      'A file may hold the exact place, the time and the phone that made it. Only moderators see it.',
    voiceTells: 'A voice can be recognised. Only moderators hear it.',
    removeThis: 'Remove this file',
    done: 'Done',
    remove: 'Remove all of them',
    removed: (n: number) => `Removed: ${english(n, 'file', 'files')}.`,
    full: 'No more files fit in one report. Send it, then start another for the rest.',
  },

  // The review
  lines: {
    phase: 'What',
    place: 'Where',
    time: 'When',
    effect: 'Seen or heard',
    munition: 'Munition',
    knownBy: 'How known',
    killed: 'Killed',
    injured: 'Injured',
    areas: 'What was hit',
    source: 'Source',
    account: 'In your words',
    evidence: 'Photos and files',
  },
  /** Of further questions (questions/detail.ts), by question: its title and its options. */
  details: {},
  card: {
    title: 'This is what I understood',
    nothingSure: 'Your words are kept; I will ask about the rest',
    unsure: (what: string) => `I will also ask about: ${what}.`,
    hint: 'Please check it; to change a line, press it below. Next I will ask only about what is missing.',
    military:
      'Your words seem to mention troops or their positions. Please never send those. Moderators will see this warning.',
    right: 'That is right, go on',
    wrong: 'All is wrong',
  },
  review: {
    title: 'Please check your report',
    hint: 'Moderators will see all of this, but not who you are. Next: what the public would see.',
    preview: 'Go on',
    change: 'Change an answer',
    which: 'Which answer do you want to change?',
  },
  preview: {
    check: 'Check or change my answers',
    title: 'If it is approved, the public will see only this of it',
    smallPlace:
      'So few people live there that only the district is named. Once somebody else who noticed it, or an institution, tells of it too, the settlement is named.',
    hint: 'Your account, your files and the exact location stay with the moderators. Send it?',
    send: 'Send the report',
  },
  receipt: (code: string) =>
    html`<b>Thank you. Your report has been received.</b>\n\nReport number: <code>${code}</code>\n\nIf somebody might look at your phone, clear this chat now (chat menu → Clear history). We keep your report: clearing the chat neither erases nor withdraws it.\n\nOnce moderators have decided on it, you will be told here. Number, status, withdrawal: /myreports.`,

  // Pages
  welcome: (operator: string, emergency: Emergency) =>
    html`<b>Need help? Call ${numbers(emergency)}.</b> This is not an emergency service.\n\n<b>Svidok</b> collects reports of munitions that harmed people or buildings, so that they can be checked and counted.\n\n<b>What is kept:</b> your answers under a code instead of your name, encrypted except for what the public may learn, the hour and whether files came; of files an encrypted reference (the files stay at Telegram). Your Telegram name and number are not stored; your chat is kept encrypted, only to answer you.\n<b>Who sees it:</b> moderators see the report, but not who you are. The public sees only approved facts: what happened, where, when, which munition, how many were harmed, how it is known, and what a source that you name or a post that you forward says.\n<b>What is never asked:</b> positions or movements of troops. Please do not send them.\n<b>Who runs it:</b> ${operator}.\n\nA Telegram chat with a bot is not end-to-end encrypted. An unfinished draft waits ${draftLifetimeDays} days, then it is erased. With /myreports you can withdraw a report at any time, until you erase your contact with /privacy.\n\n<b>In danger now? Call ${emergency.all}. Else: what do you want to report?</b> By pressing a button you confirm that you have read this.`,
  agreeFirst: html`Your message was not saved: please read this first. Then send it again.`,
  agree: 'I understand, continue',
  home: html`<b>What do you want to report, or look at?</b>`,
  homeLatest: 'Latest incidents',
  homeSummary: 'Summary',
  homeMine: 'My reports',
  homeLanguage: 'Мова / Language',
  homePrivacy: 'Privacy',
  /** Above and below the commands (`profile.commands`). */
  help: {
    title: 'What you can do here',
    how: 'You can answer with buttons or in your own words. Your draft is saved after every answer.',
  },
  notUnderstood: html`I did not understand that. To report an incident, press what you want to report.`,
  unknownCommand: html`There is no such command.`,
  nothingToCancel: html`There is no unfinished report.`,
  privacy: (operator: string, { rejectedDays, keyRecoveryDays }: Kept) =>
    html`<b>Privacy</b>\n\n<b>Withdraw a report:</b> at any time with /myreports, until you erase your contact. What you said is erased at once; for ${days(keyRecoveryDays)} the operator could still bring it back from a backup, after that nobody can. What was published of it goes with one of the next updates, usually within a day, so that nobody learns when you withdrew it; what others copied before stays with them. Its number, the hours in which you wrote, what moderators did and, encrypted, in which of their messages it stood and the minute you sent it stay; of what was published, the place as it was shown, the day, the kind of incident and munition, how well it was supported, whether people were hurt and whether children, medics or rescuers were among them, and that it was retracted.\n<b>Kept of a report:</b> your answers and a code instead of your name, encrypted; unencrypted only what the public may learn, whether files came with it, the hours in which you wrote, and what moderators did. Files stay at Telegram; we keep an encrypted reference. Your name, number and username are not stored.\n<b>Your contact:</b> encrypted, beside it your language, to tell you decisions and questions; kept until you erase it. Moderators do not see it, but see which reports are of one person.\n<b>Published:</b> only what the preview shows, once approved; moderators may correct it, or put it together with reports of others.\n<b>How long:</b> drafts, and before you agree only the numbers of this bot’s page and of your last actions, ${days(draftLifetimeDays)}, and settings, a year after your last message, then gone within days; when you last asked for files or pictures, encrypted, a day, and such an order with your chat’s number five minutes at most; logs without names, numbers or your words, a month; rejected reports, ${days(rejectedDays)}, then erased; others until you withdraw them.\n<b>Abuse:</b> moderators can mute somebody. What they send after that is kept for them alone, encrypted, and goes with their contact; nobody reads it, and they are not told. That they are muted stays.\n<b>Responsible:</b> ${operator}.\n\n“Erase my contact” erases your contact, settings, any draft and the list of your reports; the list is gone from backups after ${days(keyRecoveryDays)}. Reports you sent stay, but <b>you can no longer see or withdraw them</b>, and we cannot write to you about them.`,
  eraseContact: 'Erase my contact and draft',
  eraseConfirm: html`<b>Erase your contact and draft now?</b>\n\nReports you sent stay, but you can no longer see or withdraw them, and we cannot send you decisions or questions about them. To erase a report, withdraw it first with /myreports. This cannot be undone.`,
  eraseYes: 'Erase',
  erased: html`Erased: your contact, your draft, your settings and the list of your reports. To begin again, press /start.`,
  chooseLanguage: html`Choose the language.`,
  languageSet: html`The language is English now.`,
  toHome: '‹ Home',

  // My reports
  mine: {
    title: 'Your reports',
    none: html`No reports have been sent from this account.`,
    open: (code: string, status: string) => `${code}: ${status}`,
    older: 'Older ›',
    newest: '‹ Newest',
    receivedAt: 'Received',
    status: 'Status',
    decidedAt: 'Decided',
    reason: 'Reason',
    withdraw: 'Withdraw this report',
    withdrawConfirm: (code: string, { keyRecoveryDays }: Kept) =>
      html`<b>Withdraw report ${code}?</b>\n\nWhat you said and sent is erased at once; for ${days(keyRecoveryDays)} the operator could still bring it back from a backup, after that nobody can. What was published of it goes with one of the next updates, usually within a day, so that nobody learns when you withdrew it: from then on it is neither shown nor counted, and readers are only told that something of this district and day was corrected or retracted. What others copied before stays with them. This cannot be undone.`,
    withdrawYes: 'Withdraw',
    amend: 'Correct this report',
    amending: (code: string) =>
      html`<b>Correct report ${code}</b>\n\nChange the answers you need to, then press “Go on” and send it again.`,
    amended: (code: string) =>
      html`<b>Your correction of report ${code} has been received.</b>\n\nUntil moderators have checked it, what was published stays as it is. Status: /myreports.`,
    unchanged: html`Nothing was changed.`,
    cannotAmend: html`This report can no longer be changed.`,
    draftOpen: html`First send or erase the report you are writing. Then correct this one.`,
    send: 'Send the correction',
    save: 'Save the corrections',
    preview: 'If it is approved, the public will see only this of it',
    questions: 'Questions from moderators',
    answer: 'Answer the question',
    answered: (when: string) => `answered ${when}`,
    notAnswered: 'not answered yet',
    erased: 'What you said in it has been erased.',
    withdrawn: 'The report has been withdrawn, and what you said in it erased.',
    cannotWithdraw: 'This report can no longer be withdrawn.',
    missing: 'There is no such report among yours.',
  },

  // Answering a moderator
  answering: {
    title: (code: string) => html`<b>A moderator has a question about your report ${code}</b>`,
    how: 'Write your answer here, in your own words, in any language. You can add photos, videos or files. Nothing is sent until you press “Send the answer”.',
    soFar: 'Your answer so far',
    files: (n: number) => english(n, 'file', 'files'),
    send: 'Send the answer',
    drop: 'Do not answer now',
    isAnswer: 'Is this the answer to the moderators’ question?',
    isAnswerYes: 'Yes, it is the answer',
    whichQuestion: 'Which question does this answer?',
    answersNumber: (n: number) => `It answers question ${n}`,
    typed: 'You wrote:',
    isNewReport: 'No, it is a new report',
    dropped: html`Nothing was sent. You can answer later from /myreports.`,
    empty: 'Please write something, or send a photo, first.',
    full: (max: number) =>
      html`There is no room for more: an answer can have at most ${english(max, 'character', 'characters')}.`,
    tooManyFiles: html`No more files fit in one answer.`,
    sent: (code: string) =>
      html`<b>Thank you. Your answer about report ${code} has been received.</b>\n\nStatus: /myreports.`,
    over: html`This question is no longer open.`,
  },

  // A post of a channel, forwarded
  post: {
    taken: (name: Html) =>
      html`✓ Taken from the post by ${name}: the source, the day, the link and the text. Next I will ask for the rest. You can change everything before sending.`,
    added: (name: Html) => html`✓ The post by ${name} is kept with this report.`,
    channel: 'Telegram post',
    consentFirst: html`Please read this first. Then forward the post again.`,
    another:
      'This report has a post already, so the text of this one was not added. Send this report first, then forward the other post: each is a report of its own.',
  },

  forwarded:
    'This message was forwarded, so it is kept as told by others. If you saw it yourself, change “Source” before sending.',
  distress: {
    text: (emergency: Emergency) =>
      html`<b>Call ${numbers(emergency)} now.</b>\n\nSay where you are and who needs help. If you cannot call, send a message to somebody who can.\nIf there may be more strikes, stay under cover. If you are trapped, save your strength and knock so that you can be found.\n\nThis bot cannot send help. Your message has not been saved.`,
    laterByStart: html`You can report what happened later: /start`,
    unsaid: (emergency: Emergency) =>
      html`<b>If somebody needs help now, call ${numbers(emergency)}.</b> This bot cannot send help. What it can do: /help`,
    goOn: 'Go on with the report',
    later: 'Report later',
    told: 'Use only this message',
    gone: 'Your message is not in this chat any more. Please write it again.',
  },

  // What cannot be used
  refused: {
    sticker: 'A sticker or animation cannot be recorded as an answer.',
    contact: 'Please do not send people’s contacts. This one was not saved.',
    edited:
      'Edits to messages already sent in this chat are not taken into account. To change an answer, press “Back”, or change it before sending.',
    live: 'Only the first point is kept; the bot does not follow you. You can stop sharing your live location.',
    poll: 'Messages of this kind are not accepted.',
    empty: 'There are no letters or numbers in this message.',
    fault: html`Your answers are saved, but something went wrong on our side. Please try again in a minute.`,
  },
};
