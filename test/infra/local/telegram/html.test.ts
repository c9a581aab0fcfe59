import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseHtml } from '../../../../infra/local/telegram/rules/html.ts';

test('marked text becomes plain text with entities, in UTF-16 units', () => {
  expect(parseHtml('<b>Привіт</b> &lt;світ&gt; 🙂<i>x<u>y</u></i>')).toEqual({
    text: 'Привіт <світ> 🙂xy',
    entities: [
      { type: 'bold', offset: 0, length: 6 },
      { type: 'italic', offset: 16, length: 2 },
      { type: 'underline', offset: 17, length: 1 },
    ],
  });
});

test('links, code, quotes and spoilers keep what they carry', () => {
  const { text, entities } = parseHtml(
    '<a href="https://example.org/?a=1&amp;b=2">here</a><pre><code class="language-ts">1</code></pre>' +
      '<blockquote expandable>q</blockquote><tg-spoiler>s</tg-spoiler><a href="nonsense">no link</a>',
  );
  expect(text).toBe('here1qsno link');
  expect(entities).toEqual([
    { type: 'text_link', offset: 0, length: 4, url: 'https://example.org/?a=1&b=2' },
    { type: 'pre', offset: 4, length: 1, language: 'ts' },
    { type: 'expandable_blockquote', offset: 5, length: 1 },
    { type: 'spoiler', offset: 6, length: 1 },
  ]);
});

test.each([
  ['a < b', 'Unsupported start tag "" at byte offset 2'],
  ['a <b', 'Unclosed start tag at byte offset 2'],
  ['<script>x</script>', 'Unsupported start tag "script" at byte offset 0'],
  ['<b>x', 'Can\'t find end tag corresponding to start tag "b"'],
  ['<b><i>x</b></i>', 'Unmatched end tag at byte offset 7, expected "</i>", found "</b>"'],
  ['x</b>', 'Unexpected end tag at byte offset 1'],
  ['<br>', 'Unsupported start tag "br" at byte offset 0'],
  ['ї<span>x</span>', 'Tag "span" must have class "tg-spoiler" at byte offset 2'],
])('%s is refused in the words of the real server', (html, why) => {
  expect(() => parseHtml(html)).toThrow(`Bad Request: can't parse entities: ${why}`);
});

test('any text comes back as it was, once & < > are escaped', () => {
  const escaped = (text: string) =>
    text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), text => {
      expect(parseHtml(`<b>${escaped(text)}</b>`).text).toBe(text);
    }),
  );
});
