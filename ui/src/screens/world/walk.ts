// Arrow keys over a map, and the classes of its colours.

export interface Spot { x: number; y: number }
const ways: Record<string, [number, number]> = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] };

/** The nearest spot in the direction of an arrow key, straight ahead preferred; -1 when there is none or the key is another. */
export function towards(spots: Spot[], from: number, key: string): number {
  const way = ways[key], here = spots[from];
  if (!way || !here) return -1;
  let best = -1, least = Infinity;
  spots.forEach((s, i) => {
    const ahead = (s.x - here.x) * way[0] + (s.y - here.y) * way[1];
    const aside = Math.abs((s.x - here.x) * way[1]) + Math.abs((s.y - here.y) * way[0]);
    if (i === from || ahead <= 0 || aside > 2 * ahead) return;
    const far = ahead + 2 * aside;
    if (far < least) { least = far; best = i; }
  });
  return best;
}

/** Borders of the colour classes, in standard deviations. */
export const steps = [-1.75, -1.25, -0.75, -0.25, 0.25, 0.75, 1.25, 1.75];

/** The class of a value: −4 … 4, 0 in the middle. */
export const classOf = (v: number) => steps.filter((s) => v >= s).length - 4;

/** The colour of a class, in the page's own colours: blue high, grey in the middle, orange low. */
export const fill = (k: number) => `color-mix(in oklab, var(--${k >= 0 ? 'with' : 'against'}) ${[0, 22, 46, 72, 100][Math.abs(k)]}%, var(--map-middle))`;
