// How wide words are, in the page's own type. Measured again when the fonts have come.
let context: CanvasRenderingContext2D | null | undefined;
const fonts = $state({ ready: 0 });
const known = new Map<string, number>();
if (typeof document !== 'undefined') void document.fonts?.ready.then(() => { known.clear(); fonts.ready++; });

/** Width in px of a line of text at a size. */
export function measure(text: string, size: number, bold = false): number {
  const key = `${fonts.ready} ${size} ${bold} ${text}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  context ??= document.createElement('canvas').getContext('2d');
  let width = text.length * size * 0.56;
  if (context) {
    context.font = `${bold ? 600 : 400} ${size}px ${getComputedStyle(document.body).fontFamily}`;
    width = context.measureText(text).width;
  }
  known.set(key, width);
  return width;
}
