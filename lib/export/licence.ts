/**
 * The licence of the data that are taken away. Facts are free; what we put together may be used by anybody who names the source, and
 * nothing of what others published is in it but their name and their link.
 */
export const licence = {
  id: 'CC-BY-4.0',
  name: 'Creative Commons Attribution 4.0 International',
  url: 'https://creativecommons.org/licenses/by/4.0/',
} as const;
