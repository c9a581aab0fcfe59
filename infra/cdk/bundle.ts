/** `npm run build`: bundles the Lambda entries and prints the size of each, with its largest parts. */
import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BuildOptions, build, type Metafile, type Plugin } from 'esbuild';
import { assets } from '../../bot/picture/assets.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
export const buildFolder = `${root}.build`;

/** Each entry becomes a folder with `index.mjs` and the chunks that it loads on demand. */
export const entries = ['webhook', 'worker', 'pictures', 'export', 'registrar'] as const;
export type Entry = (typeof entries)[number];

/** The most that the webhook may load before it can answer. */
export const maxWebhookBytes = 430 * 1000;

export type Bundle = Readonly<{
  entry: Entry;
  /** Bytes loaded at a cold start: the entry and its static imports. */
  startBytes: number;
  /** Bytes loaded on demand: the gazetteer, the parsers, the languages. */
  lazyBytes: number;
  /** What is loaded at a cold start by package or folder, largest first. */
  parts: readonly (readonly [name: string, bytes: number])[];
}>;

/** Bundles one entry as Lambda runs it: a minified ESM module with its lazy chunks beside it. */
export const bundle = async (entry: Entry, folder = buildFolder): Promise<Bundle> => {
  const built = await bundleFile(`bot/${entry}.ts`, `${folder}/${entry}`);
  if (entry === 'pictures') await layAssets(`${folder}/${entry}`);
  return { entry, ...built };
};

/** Lays the files that drawing reads where Node finds them from the bundle, by the names that they have here. */
const layAssets = async (folder: string): Promise<void> => {
  for (const name of Object.values(assets)) {
    const file = `${folder}/node_modules/${name}`;
    await mkdir(dirname(file), { recursive: true });
    await copyFile(fileURLToPath(import.meta.resolve(name)), file);
  }
};

/** Bundles any file of this project into a folder in the same way. Empties the folder first. */
export const bundleFile = async (file: string, folder: string): Promise<Omit<Bundle, 'entry'>> => {
  // Chunks are named by their content: those of an earlier build would stay and be deployed.
  await rm(folder, { recursive: true, force: true });
  const { metafile } = await build({
    ...options,
    absWorkingDir: root,
    entryPoints: { index: file },
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    splitting: true,
    metafile: true,
    plugins: [leanSdk],
    // Parts of the SDK and grammY are CommonJS.
    banner: {
      js: "import{createRequire as svidokRequire}from'node:module';const require=svidokRequire(import.meta.url);",
    },
  });
  return measure(metafile, await joinStart(folder, metafile));
};

const options = {
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node24',
  mainFields: ['module', 'main'],
  minify: true,
  charset: 'utf8',
  logLevel: 'error',
} as const satisfies BuildOptions;

/**
 * Makes one file of the entry and its static imports, which splitting leaves in some 45 files: each takes Node a third of a
 * millisecond to find and link. Chunks that are loaded on demand find what they share with the start where it was, in files
 * that only pass it on. Returns the bytes of that one file.
 */
const joinStart = async (folder: string, { outputs }: Metafile): Promise<number> => {
  const shared = [...startOf(outputs)].map((path, number) => ({
    file: `./${basename(path)}`,
    isEntry: path.endsWith('/index.mjs'),
    names: (outputs[path]?.exports ?? []).map(
      name => [name, path.endsWith('/index.mjs') ? name : `c${number}_${name}`] as const,
    ),
  }));
  const from = (names: readonly string[], file: string): string => `export{${names}}from"${file}";`;
  const { outputFiles } = await build({
    ...options,
    // One letter beyond Latin-1 would make V8 read all of it as UTF-16, at twice the time.
    charset: 'ascii',
    stdin: {
      contents: shared
        .map(({ file, names }) =>
          from(
            names.map(([name, alias]) => `${name} as ${alias}`),
            file,
          ),
        )
        .join(''),
      resolveDir: folder,
    },
    write: false,
    // What leanSdk left out stays out.
    packages: 'external',
    plugins: [onDemand],
  });
  const joined = outputFiles[0]?.contents ?? new Uint8Array();
  await Promise.all(
    shared.map(({ file, isEntry, names }) =>
      writeFile(
        `${folder}/${file}`,
        isEntry
          ? joined
          : from(
              names.map(([name, alias]) => `${alias} as ${name}`),
              './index.mjs',
            ),
      ),
    ),
  );
  return joined.byteLength;
};

/** Leaves what is loaded on demand where it is. */
const onDemand: Plugin = {
  name: 'on-demand',
  setup: ({ onResolve }) =>
    onResolve({ filter: /^\.\// }, ({ kind, path }) =>
      kind === 'dynamic-import' ? { path, external: true } : undefined,
    ),
};

/**
 * Leaves out of the SDK what a Lambda function never uses, a sixth of what a cold start loads: the credential providers
 * (Lambda passes credentials in variables, which the SDK tries first) and the 140 error classes of Parameter Store, which
 * we all treat alike. And the SDK may not import `node:http`: for an import Node reads all exports of a module, and one of
 * these loads a second HTTP client. If the SDK changes its layout, only size and time change.
 */
const leanSdk: Plugin = {
  name: 'lean-sdk',
  setup: ({ onResolve, onLoad }) => {
    onResolve(
      {
        filter:
          /^@aws-sdk\/(credential-provider-(http|ini|login|process|sso|web-identity)|nested-clients|token-providers)|^@smithy\/credential-provider-imds/,
      },
      ({ path }) => ({ path, external: true }),
    );
    onLoad({ filter: /client-ssm[/\\]dist-es[/\\]schemas[/\\]schemas_0\.js$/ }, async ({ path }) => ({
      contents: (await readFile(path, 'utf8')).replace(
        /^export var \w+\$ = \[-3, n0,[^;]*\];\n\w+\.registerError\(.*\);$/gm,
        '',
      ),
    }));
    onLoad({ filter: /node-http-handler[/\\]dist-es[/\\]node-http-handler\.js$/ }, async ({ path }) => ({
      contents: (await readFile(path, 'utf8')).replace(
        'await import("node:http")',
        'process.getBuiltinModule("node:http")',
      ),
    }));
  },
};

/** The outputs that are loaded at a cold start: the entry and its static imports. */
const startOf = (outputs: Metafile['outputs']): ReadonlySet<string> => {
  const found = new Set<string>();
  const visit = (path: string): void => {
    if (found.has(path)) return;
    found.add(path);
    for (const imported of outputs[path]?.imports ?? [])
      if (imported.kind === 'import-statement' && !imported.external) visit(imported.path);
  };
  visit(Object.keys(outputs).find(path => path.endsWith('/index.mjs')) ?? '');
  return found;
};

const measure = ({ outputs }: Metafile, startBytes: number): Omit<Bundle, 'entry'> => {
  const atStart = startOf(outputs);
  const bytes = (paths: Iterable<string>): number =>
    [...paths].reduce((sum, path) => sum + (outputs[path]?.bytes ?? 0), 0);
  const parts = new Map<string, number>();
  for (const path of atStart)
    for (const [input, { bytesInOutput }] of Object.entries(outputs[path]?.inputs ?? {})) {
      const part = partOf(input);
      parts.set(part, (parts.get(part) ?? 0) + bytesInOutput);
    }
  return {
    startBytes,
    lazyBytes: bytes(Object.keys(outputs).filter(path => !atStart.has(path))),
    parts: [...parts].sort(([, a], [, b]) => b - a),
  };
};

/** The package of a file, or our own folder. */
const partOf = (path: string): string =>
  /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? path.split('/').slice(0, 2).join('/');

const kb = (bytes: number): string => `${(bytes / 1000).toFixed(0)} KB`.padStart(9);

if (import.meta.main) {
  for (const entry of entries) {
    const { startBytes, lazyBytes, parts } = await bundle(entry);
    console.log(`${entry.padEnd(24)}${kb(startBytes)} at the start, ${kb(lazyBytes).trim()} on demand`);
    for (const [name, size] of parts.slice(0, 10)) console.log(`  ${name.padEnd(40)}${kb(size)}`);
  }
}
