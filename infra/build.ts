/** `npm run build`: bundles the Lambda entries and prints how large each is, and what makes it so. */
import { readFile, rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build, type Metafile, type Plugin } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
export const buildFolder = `${root}.build`;

/** The entries by name: each becomes a folder with `index.mjs`, and the parts that it loads when asked. */
export const entries = ['webhook', 'worker', 'registrar'] as const;
export type Entry = (typeof entries)[number];

/** The webhook loads this much at the most before it can answer. */
export const maxWebhookBytes = 500 * 1000;

export type Bundle = Readonly<{
  entry: Entry;
  /** Bytes that are loaded at the start: the entry and what it imports at once. */
  startBytes: number;
  /** Bytes that are loaded when asked for: the gazetteer, the readers of words. */
  lazyBytes: number;
  /** The largest parts of what is loaded at the start, by package or folder, in bytes. */
  parts: readonly (readonly [name: string, bytes: number])[];
}>;

/** Bundles one entry as Lambda will run it: one ESM module, minified, with lazy parts beside it. */
export const bundle = async (entry: Entry, folder = buildFolder): Promise<Bundle> => ({
  entry,
  ...(await bundleFile(`bot/${entry}.ts`, `${folder}/${entry}`)),
});

/** Bundles a file of this project into a folder, as the entries are. */
export const bundleFile = async (file: string, folder: string): Promise<Omit<Bundle, 'entry'>> => {
  // Parts have names by their content: those of an earlier build would stay, and be deployed.
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
    // The SDK and grammY have parts that were written for CommonJS.
    banner: {
      js: "import{createRequire as svidokRequire}from'node:module';const require=svidokRequire(import.meta.url);",
    },
  });
  return measure(metafile);
};

/**
 * Leaves out of the SDK what a Lambda function never uses, a sixth of all that is loaded at the start: the ways to get
 * credentials elsewhere (Lambda gives them in variables; the SDK asks for the others only without), and the 140 classes
 * of Parameter Store's errors, all of which we treat alike. Should the SDK change its shape, only the size changes.
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

/** The package that a file belongs to, or the folder of our own. */
const partOf = (path: string): string =>
  /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? path.split('/').slice(0, 2).join('/');

const kb = (bytes: number): string => `${(bytes / 1000).toFixed(0)} KB`.padStart(9);

if (import.meta.main) {
  for (const entry of entries) {
    const { startBytes, lazyBytes, parts } = await bundle(entry);
    console.log(`${entry.padEnd(24)}${kb(startBytes)} at the start, ${kb(lazyBytes).trim()} when asked for`);
    for (const [name, size] of parts.slice(0, 10)) console.log(`  ${name.padEnd(40)}${kb(size)}`);
  }
}
