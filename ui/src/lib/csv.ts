// Tables as CSV (RFC 4180) for a spreadsheet. Written here, from what is shown.
export type Value = string | number | null | undefined;

function field(v: Value): string {
  let s = v == null ? '' : String(v);
  // A cell that begins like a formula would run in a spreadsheet; names and quotes come from outside.
  if (typeof v === 'string' && /^[=+\-@\t\r]/.test(s)) s = `'${s}`;
  return /[",\n\r]/.test(s) ? `"${s.replaceAll('"', '""')}"` : s;
}

/** Rows as CSV text, the header first. */
export function csv(header: string[], rows: Value[][]): string {
  return [header, ...rows].map((r) => r.map(field).join(',')).join('\r\n') + '\r\n';
}

/** Hand text to the reader as a file. */
export function save(name: string, text: string, type = 'text/csv;charset=utf-8') {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const a = Object.assign(document.createElement('a'), { href: address, download: name });
  a.click();
  URL.revokeObjectURL(address);
}
