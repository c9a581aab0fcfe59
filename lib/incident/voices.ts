import { namedSources, ownSources } from '../report/vocabulary.ts';
import type { Contribution } from './contribution.ts';
import { isSameStatement } from './duplicate.ts';
import { isPublished } from './publication/voices.ts';

/** Who speaks in a contribution: an institution, somebody who saw or heard it themselves, or somebody who hands it on. */
type Standing = 'institution' | 'witness' | 'hearsay';

/**
 * Whether an incident is told by two voices that do not depend on one another: two different people who were there, or an
 * institution and somebody else who does not quote it. One person is one voice, also with a page of their own; so is one
 * statement, however often and by whomever it is told; and those who were told, by whom nobody knows, add nothing to a witness
 * or to each other.
 *
 * So one voice behind several reports says nothing of who sent them: it is one person's several reports, or one witness and
 * whoever was told of it. Which of the two is sealed with each report (how they know, their words and their voice), and neither
 * a reader nor a thief of the tables, who sees how many reports are linked, can tell that two of them are of one person.
 */
export const haveIndependentVoices = (contributions: readonly Contribution[]): boolean =>
  contributions.some((one, index) =>
    contributions.slice(index + 1).some(other => areIndependent(one, other)),
  );

const areIndependent = (a: Contribution, b: Contribution): boolean => {
  const standings = [standingOf(a), standingOf(b)];
  const institutions = standings.filter(standing => standing === 'institution').length;
  // One person may hand in what two institutions published, but no name that they typed.
  if (a.reporter === b.reporter && !(institutions === 2 && isLinked(a) && isLinked(b))) return false;
  if (institutions === 0 && standings.includes('hearsay')) return false;
  return !quotesSameSource(a, b) && !isSameStatement(a.answers, b.answers);
};

const standingOf = ({ answers: { source, forwarded } }: Contribution): Standing => {
  if (forwarded) return 'hearsay';
  if (source.kind === 'social_media') return 'hearsay';
  if (namedSources.some(kind => kind === source.kind))
    return nameOf(source.name) || source.link ? 'institution' : 'hearsay';
  return source.kind !== 'told' && ownSources.some(kind => kind === source.kind) ? 'witness' : 'hearsay';
};

const isLinked = ({ answers }: Contribution): boolean => isPublished(answers.source);

/** Whether both name the same source, or link to the same publication's page. */
const quotesSameSource = (a: Contribution, b: Contribution): boolean => {
  const named = new Set(publishersOf(a));
  return publishersOf(b).some(publisher => named.has(publisher));
};

const publishersOf = ({ answers: { source, post } }: Contribution): readonly string[] =>
  [source, post?.by]
    .flatMap(by => (by ? [nameOf(by.name), siteOf(by.link)] : []))
    .filter(known => known !== '');

const nameOf = (name: string | undefined): string =>
  (name ?? '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** Sites on which everybody has a page of their own, which the first part of the path names. */
const shared = /^(?:t\.me|telegram\.me|(?:www\.|m\.)?(?:facebook|instagram|youtube|tiktok|x|twitter)\.com)$/;

/** The site of a link, `cnn.com`, or the page on a shared one, `t.me/suspilne`. */
const siteOf = (link: string | undefined): string => {
  const url = link === undefined ? null : URL.parse(link);
  if (url === null || url.hostname === '') return '';
  const host = url.hostname.toLowerCase();
  if (!shared.test(host)) return host.replace(/^www\./, '');
  const [page = ''] = url.pathname.split('/').filter(part => part !== '' && part !== 's');
  return `${host}/${page.toLowerCase()}`;
};
