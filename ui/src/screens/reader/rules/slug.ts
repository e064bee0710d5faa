// A new rule's identifier, from its name.

/** "Votes that agree" → "votes-that-agree"; a number behind it where that is taken. */
export function slugOf(title: string, taken: string[]): string {
  const base = title.normalize('NFD').replace(/[\u0300-\u036f]/g, '').toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '') || 'rule';
  let slug = base;
  for (let n = 2; taken.includes(slug); n++) slug = `${base}-${n}`;
  return slug;
}
