// Completion in any script: case, accents and the apostrophes of transliterations do not count.
import type { Option } from './forms';

export const folded = (s: string) => s.normalize('NFD').replace(/[\u0300-\u036f'’ʼʹ`]/g, '').toLocaleLowerCase('en').replaceAll('ё', 'е');

/** Options that fit what was typed, the closest first, at most `most`. */
export function matching(options: Option[], typed: string, most = 12): Option[] {
  const want = folded(typed.trim());
  if (!want) return options.slice(0, most);
  const ranked: { o: Option; rank: number }[] = [];
  for (const o of options) {
    const names = [o.name, ...(o.also ?? [])].map(folded);
    const code = folded(o.code);
    const rank = code === want ? 0
      : names.includes(want) ? 1
      : names[0].startsWith(want) ? 2
      : code.startsWith(want) || names.some((n) => n.startsWith(want)) ? 3
      : names.some((n) => n.includes(` ${want}`)) ? 4
      : want.length > 2 && (names.some((n) => n.includes(want)) || code.includes(want)) ? 5 : -1;
    if (rank >= 0) ranked.push({ o, rank });
  }
  return ranked.sort((a, b) => a.rank - b.rank).slice(0, most).map((r) => r.o);
}
