/** What a field may wrongly be. */
const oddValues: readonly unknown[] = [
  null,
  0,
  -1,
  1.5,
  9e15,
  '',
  'x',
  '💥',
  true,
  [],
  [null],
  ['x'],
  {},
  { id: 'x' },
  { toString: 1, length: -1 },
];

type Path = readonly (string | number)[];

const pathsOf = (value: unknown, path: Path = []): readonly Path[] =>
  typeof value === 'object' && value !== null
    ? [
        ...(path.length > 0 ? [path] : []),
        ...Object.entries(value).flatMap(([key, inner]) =>
          pathsOf(inner, [...path, Array.isArray(value) ? Number(key) : key]),
        ),
      ]
    : [path];

const changed = (value: unknown, [key, ...rest]: Path, odd: unknown): unknown => {
  if (key === undefined) return odd;
  const copy: Record<string | number, unknown> = (
    Array.isArray(value) ? [...value] : { ...(value as object) }
  ) as never;
  const inner = changed(copy[key], rest, odd);
  // Undefined is how a field is left out.
  if (inner === undefined) delete copy[key];
  else copy[key] = inner;
  return copy;
};

/** Every value that has one field wrong, or left out. */
export const oddShapesOf = (value: unknown): readonly unknown[] =>
  pathsOf(value).flatMap(path => [undefined, ...oddValues].map(odd => changed(value, path, odd)));
