import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';

/** The modules that each module imports, types and lazy ones included. Data are no modules: they import nothing. */
const importsOf = (module: string): readonly string[] =>
  [...readFileSync(module, 'utf8').matchAll(/(?:from|import\()\s*'(\.[^']+\.ts)'/g)].map(([, path = '']) =>
    join(dirname(module), path),
  );

const modules = globSync('{bot,infra,lib}/**/*.ts');
const arrows = modules.flatMap(from => importsOf(from).map(to => ({ from, to })));

/** A room is a folder, whole, or a loose file, as it is seen from the folder that both lie in. */
type Arrow = Readonly<{ folder: string; from: string; to: string; because: string }>;

const betweenRooms = ({ from, to }: Readonly<{ from: string; to: string }>): Arrow => {
  const a = from.split('/');
  const b = to.split('/');
  const depth = a.findIndex((part, at) => part !== b[at]);
  return {
    folder: a.slice(0, depth).join('/'),
    from: a[depth] ?? '',
    to: b[depth] ?? '',
    because: `${from} -> ${to}`,
  };
};

/** The arrows of one folder that lie on a circle: those from whose end their beginning can be reached. */
const circling = (inFolder: readonly Arrow[]): readonly string[] => {
  const reaches = (start: string, goal: string, seen = new Set<string>()): boolean => {
    if (start === goal) return true;
    if (seen.has(start)) return false;
    seen.add(start);
    return inFolder.some(({ from, to }) => from === start && reaches(to, goal, seen));
  };
  return inFolder.filter(({ from, to }) => reaches(to, from)).map(({ because }) => because);
};

/** What a module imports of others, as `module name`; `*` where it takes the whole, as a lazy import does. */
const namesImported = (module: string): readonly string[] =>
  [
    ...readFileSync(module, 'utf8').matchAll(
      /(?:(?:import|export)\s+(?:type\s+)?(?:\{([^}]*)\}|\*[^']*)\s+from\s+|import\()\s*'(\.[^']+\.ts)'/g,
    ),
  ].flatMap(([, names = '*', path = '']) =>
    names
      .split(',')
      .map(name =>
        name
          .trim()
          .replace(/^type /, '')
          .replace(/ as .*/s, ''),
      )
      .map(name => `${join(dirname(module), path)} ${name}`),
  );

/** The functions of a module of more than 60 lines, without a word beside them why. */
const unexplained = (module: string): readonly string[] => {
  const lines = readFileSync(module, 'utf8').split('\n');
  const starts = lines.flatMap((line, at) => (/^[a-z/]/.test(line) ? [at] : []));
  return starts.flatMap((at, index) => {
    const code = lines.slice(at, starts[index + 1]);
    const isFunction = /^(?:export )?(?:(?:async )?function|const \w+ =\s+(?:async )?[(<])/.test(
      code.join('\n'),
    );
    const isExplained = /[Ll]ong[\s*]*because/.test(lines.slice(Math.max(0, at - 8), at).join('\n'));
    const length = code.join('\n').trim().split('\n').length;
    return isFunction && length > 60 && !isExplained ? [`${module}:${at + 1}: ${length}`] : [];
  });
};

/** Lists of things alike, which are as long as there are such things. */
const lists = /^bot\/witness\/interview\/questions$|^bot\/locales\/|^lib\/language\/words$/;

describe('rooms', () => {
  const byFolder = Map.groupBy(arrows.map(betweenRooms), ({ folder }) => folder);

  it('import one another without a circle, whether they are folders or loose files', () => {
    expect([...byFolder.keys()]).toEqual(
      expect.arrayContaining(['lib', 'bot', 'bot/moderator', 'infra/cdk']),
    );
    expect([...byFolder.values()].flatMap(circling)).toEqual([]);
  });

  it('stand on one another: infra on bot, bot on lib', () => {
    const upwards = (byFolder.get('') ?? []).filter(
      ({ from, to }) => !['infra>bot', 'infra>lib', 'bot>lib'].includes(`${from}>${to}`),
    );
    expect(upwards).toEqual([]);
  });

  it('hold twelve files at most', () => {
    const files = globSync('{bot,infra,lib,test}/**/*.{ts,md}');
    const crowded = [...Map.groupBy(files, dirname)]
      .filter(([folder, { length }]) => length > 12 && !lists.test(folder))
      .map(([folder, { length }]) => `${folder}: ${length}`);
    expect(files.length).toBeGreaterThan(0);
    expect(crowded).toEqual([]);
  });
});

describe('modules', () => {
  it('export nothing that no other module imports', () => {
    const imported = new Set(globSync('{bot,infra,lib,test}/**/*.ts').flatMap(namesImported));
    // A catalogue is loaded by the name of its folder.
    const named = modules.filter(module => !/^bot\/locales\/\w+\/index\.ts$/.test(module));
    const idle = named.flatMap(module =>
      [...readFileSync(module, 'utf8').matchAll(/^export (?:async )?\w+\*? (\w+)/gm)]
        .map(([, name]) => `${module} ${name}`)
        .filter(name => !imported.has(name) && !imported.has(`${module} *`)),
    );
    expect(imported.size).toBeGreaterThan(0);
    expect(idle).toEqual([]);
  });

  it('have no function of more than 60 lines without saying why', () => {
    expect(modules.flatMap(unexplained)).toEqual([]);
  });
});
