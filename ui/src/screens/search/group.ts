/** Rows by a key, in the order in which keys first appear. */
export function grouped<T>(rows: T[], key: (row: T) => string): [string, T[]][] {
  const by = new Map<string, T[]>();
  for (const row of rows) {
    const had = by.get(key(row));
    if (had) had.push(row);
    else by.set(key(row), [row]);
  }
  return [...by];
}
