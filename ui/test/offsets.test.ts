// The reader's offsets are bytes of UTF-8 for the ledger and UTF-16 code units in the page; a wrong conversion would move quotes.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Offsets } from '../src/screens/reader/offsets';

const samples = {
  ascii: 'plain words',
  cyrillic: 'Кыргызстан сказал: «нет».',
  mixed: 'a é Ж 漢 𐍈 👩‍👩‍👧 z',
  'pairs side by side': '𝒳𝒴',
  'lone surrogate': 'a\ud800b',
  empty: '',
};

for (const [name, text] of Object.entries(samples)) {
  test(`bytes of every prefix, ${name}`, () => {
    const o = new Offsets(text);
    const encoder = new TextEncoder();
    assert.equal(o.bytes, encoder.encode(text).length);
    for (let i = 0; i <= text.length; i++) {
      const inPair = i > 0 && i < text.length && (text.charCodeAt(i) & 0xfc00) === 0xdc00 && (text.charCodeAt(i - 1) & 0xfc00) === 0xd800;
      const start = inPair ? i - 1 : i;
      assert.equal(o.toBytes(i), encoder.encode(text.slice(0, start)).length, `unit ${i}`);
      assert.equal(o.toUnits(o.toBytes(i)), start, `there and back at unit ${i}`);
    }
  });

  test(`a span cut by bytes is the span cut by units, ${name}`, () => {
    const o = new Offsets(text);
    const bytes = new TextEncoder().encode(text);
    for (let i = 0; i < text.length; i++) {
      for (let j = i + 1; j <= text.length; j++) {
        const a = o.toUnits(o.toBytes(i)), b = o.toUnits(o.toBytes(j));
        const cut = new TextDecoder().decode(bytes.slice(o.toBytes(i), o.toBytes(j)));
        assert.equal(cut, new TextDecoder().decode(new TextEncoder().encode(text.slice(a, b))));
      }
    }
  });
}

test('a byte inside a character belongs to that character', () => {
  const o = new Offsets('aЖ𝒳b'); // bytes: a 0, Ж 1–2, 𝒳 3–6, b 7
  assert.equal(o.toUnits(2), 1);
  for (const byte of [3, 4, 5, 6]) assert.equal(o.toUnits(byte), 2);
  assert.equal(o.toUnits(7), 4);
});

test('places outside the text are moved to its ends', () => {
  const o = new Offsets('Жар');
  assert.equal(o.toBytes(-3), 0);
  assert.equal(o.toBytes(99), 6);
  assert.equal(o.toUnits(99), 3);
});
