import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Api } from 'grammy/web';
import { describe, expect, it } from 'vitest';
import { loadCatalogue } from '../bot/locales/load.ts';
import { readerCommands } from '../bot/reader/commands.ts';
import { introduce } from '../bot/register/profile.ts';
import project from '../package.json' with { type: 'json' };

const documents = [
  'README.md',
  'bot/README.md',
  'infra/README.md',
  'lib/README.md',
  ...globSync('.github/*.md'),
];
const read = (path: string): string => readFileSync(path, 'utf8');

const matches = (text: string, pattern: RegExp): readonly string[] => [
  ...new Set([...text.matchAll(pattern)].map(([, found = '']) => found)),
];
const without = (text: string, fence: RegExp): string => text.replaceAll(fence, '');

/** The commands that the bot has Telegram list, in private chats and in the moderators' group. */
const listed: string[] = [];
const api = new Proxy({} as Api, {
  get: (_, method) => (commands: readonly { command: string }[]) =>
    method === 'setMyCommands' && listed.push(...commands.map(({ command }) => command)),
});
await introduce(api, { languages: [], moderatorsChat: -1 });

/** Paths in code spans, as they are seen from the document or from the root; and those from the root anywhere else. */
const pathsIn = (text: string): readonly string[] =>
  [
    ...matches(without(text, /^```.*?^```/gms), /`((?:[\w.-]+\/)+[\w.*-]*|[\w-]+\.(?:ts|json|yml))`/g),
    ...matches(text, /(?<![\w./-])((?:bot|infra|lib|test|\.ci|\.github)\/[\w./*-]*[\w*/])/g),
  ].filter(path => !/^\.(data|build)/.test(path));

/** The anchors that GitHub gives to headings. */
const anchorsOf = (text: string): readonly string[] =>
  matches(without(text, /^```.*?^```/gms), /^#+ (.+)$/gm).map(heading =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\d\s_-]/gu, '')
      .replaceAll(' ', '-'),
  );

describe.each(documents)('%s', document => {
  const text = read(document);
  const here = dirname(document);

  it('names paths that are there', () => {
    const gone = pathsIn(text).filter(
      path => ![here, '.'].some(base => globSync(join(base, path)).length > 0),
    );
    expect(gone).toEqual([]);
  });

  it('links to files and headings that are there', () => {
    const dead = matches(text, /\]\((?!https?:)([^)\s]+)\)/g).filter(link => {
      const [path = '', anchor] = link.split('#');
      const file = path === '' ? document : join(here, path);
      return !existsSync(file) || (anchor !== undefined && !anchorsOf(read(file)).includes(anchor));
    });
    expect(dead).toEqual([]);
  });

  it('names npm scripts and commands of the bot that there are', () => {
    expect(matches(text, /npm run ([\w:-]+)/g).filter(name => !(name in project.scripts))).toEqual([]);
    const commands = [...listed, 'newbot', 'setinline'];
    expect(matches(text, /`\/([a-z_]+)(?: [^`]*)?`/g).filter(name => !commands.includes(name))).toEqual([]);
  });
});

it('comments name paths that are there', () => {
  const gone = globSync('{bot,infra,lib,test}/**/*.ts').flatMap(module =>
    matches(read(module), /^\s*(?:\*|\/[/*]).*?((?:bot|infra|lib|test)\/[\w./-]*\w\.(?:ts|json|md))/gm)
      .filter(path => !existsSync(path))
      .map(path => `${module}: ${path}`),
  );
  expect(gone).toEqual([]);
});

describe('the picture of the rooms in lib/README.md', () => {
  const [, picture = ''] = /^flowchart BT$(.*?)^```/ms.exec(read('lib/README.md')) ?? [];
  const drawn = picture.split('\n').flatMap(line => {
    const steps = line.split('-->').map(rooms => rooms.split('&').map(room => room.trim()));
    return steps.flatMap((rooms, at) =>
      rooms.flatMap(from => (steps[at + 1] ?? []).map(to => `${from} ${to}`)),
    );
  });
  const roomOf = (path: string): string => path.split('/')[1]?.replace(/\.ts$/, '') ?? '';
  const real = globSync('lib/**/*.ts').flatMap(module =>
    matches(read(module), /(?:from|import\()\s*'(\.[^']+\.ts)'/g)
      .map(path => `${roomOf(join(dirname(module), path))} ${roomOf(module)}`)
      .filter(arrow => new Set(arrow.split(' ')).size > 1),
  );
  const reaches = (from: string, to: string): boolean =>
    drawn.some(arrow => {
      const [start, end = ''] = arrow.split(' ');
      return start === from && (end === to || reaches(end, to));
    });

  it('draws only what is imported, and leaves out only what follows from the rest', () => {
    expect(drawn.length).toBeGreaterThan(10);
    expect(drawn.filter(arrow => !real.includes(arrow))).toEqual([]);
    expect(real.filter(arrow => !reaches(arrow.split(' ')[0] ?? '', arrow.split(' ')[1] ?? ''))).toEqual([]);
  });
});

it('README.md is short enough to be read', () => {
  expect(read('README.md').split('\n').length - 1).toBeLessThanOrEqual(150);
});

/** Everything that a catalogue says without being given anything, without leading emoji. */
const plainTexts = (part: unknown): readonly string[] => {
  if (typeof part === 'string') return [part.replace(/^\P{L}+/u, '')];
  return typeof part === 'object' && part !== null ? Object.values(part).flatMap(plainTexts) : [];
};

it('README.md names buttons as they are labelled', async () => {
  const [, use = ''] = /^## Use it$(.*?)^## /ms.exec(read('README.md')) ?? [];
  const said = plainTexts(await loadCatalogue('en'));
  const labels = matches(use.replaceAll(/\s+/g, ' '), /\*\*(.+?)\*\*/g);
  expect(labels.length).toBeGreaterThan(10);
  // The page's own button, with the name of the bot.
  expect(labels.filter(label => !said.includes(label))).toEqual(['Start Svidok']);
});

it('every command of readers is in the menu and in the help', async () => {
  const { profile } = await loadCatalogue('en');
  for (const name of readerCommands)
    expect(profile.commands[name]).toEqual({ menu: expect.any(String), help: expect.any(String) });
});
