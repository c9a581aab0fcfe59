/** `npm run build`: bundles the Lambda entries and prints the size of each, with its largest parts. */
import { readFile, rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build, type Metafile, type Plugin } from 'esbuild';

const root = fileURLToPath(new URL('../..', import.meta.url));
export const buildFolder = `${root}.build`;

/** Each entry becomes a folder with `index.mjs` and the chunks that it loads on demand. */
export const entries = ['webhook', 'worker', 'registrar'] as const;
export type Entry = (typeof entries)[number];

/** The most that the webhook may load before it can answer. */
export const maxWebhookBytes = 500 * 1000;

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
export const bundle = async (entry: Entry, folder = buildFolder): Promise<Bundle> => ({
  entry,
  ...(await bundleFile(`bot/${entry}.ts`, `${folder}/${entry}`)),
});

/** Bundles any file of this project into a folder in the same way. Empties the folder first. */
export const bundleFile = async (file: string, folder: string): Promise<Omit<Bundle, 'entry'>> => {
  // Chunks are named by their content: those of an earlier build would stay and be deployed.
  await rm(folder, { recursive: true, force: true });
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: { index: file },
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    mainFields: ['module', 'main'],
    minify: true,
    charset: 'utf8',
    metafile: true,
    logLevel: 'error',
    plugins: [leanSdk],
    // Parts of the SDK and grammY are CommonJS.
    banner: {
      js: "import{createRequire as svidokRequire}from'node:module';const require=svidokRequire(import.meta.url);",
    },
  });
  return measure(metafile);
};

/**
 * Leaves out of the SDK what a Lambda function never uses, a sixth of what a cold start loads: the credential providers
 * (Lambda passes credentials in variables, which the SDK tries first) and the 140 error classes of Parameter Store, which
 * we all treat alike. If the SDK changes its layout, only the size changes.
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
  },
};

const measure = ({ outputs }: Metafile): Omit<Bundle, 'entry'> => {
  const start = Object.keys(outputs).find(path => path.endsWith('/index.mjs')) ?? '';
  const atStart = new Set<string>();
  const visit = (path: string): void => {
    if (atStart.has(path)) return;
    atStart.add(path);
    for (const imported of outputs[path]?.imports ?? [])
      if (imported.kind === 'import-statement' && !imported.external) visit(imported.path);
  };
  visit(start);
  const bytes = (paths: Iterable<string>): number =>
    [...paths].reduce((sum, path) => sum + (outputs[path]?.bytes ?? 0), 0);
  const parts = new Map<string, number>();
  for (const path of atStart)
    for (const [input, { bytesInOutput }] of Object.entries(outputs[path]?.inputs ?? {})) {
      const part = partOf(input);
      parts.set(part, (parts.get(part) ?? 0) + bytesInOutput);
    }
  return {
    startBytes: bytes(atStart),
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
