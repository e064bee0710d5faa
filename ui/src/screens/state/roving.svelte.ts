// One tab stop for many marks: arrows move along them in time, up and down to the nearest mark of another row.
export interface Point { x: number; y: number }

export class Roving {
  at = $state(0);

  /** Handle a key over `points`, in order of time. Gives the index to focus, or -1 when the key is not ours. */
  move(e: KeyboardEvent, points: Point[]): number {
    if (!points.length || e.ctrlKey || e.metaKey || e.altKey) return -1;
    const now = Math.min(this.at, points.length - 1);
    let to = -1;
    if (e.key === 'ArrowRight') to = Math.min(points.length - 1, now + 1);
    else if (e.key === 'ArrowLeft') to = Math.max(0, now - 1);
    else if (e.key === 'Home') to = 0;
    else if (e.key === 'End') to = points.length - 1;
    else if (e.key === 'ArrowUp' || e.key === 'ArrowDown') to = nearest(points, now, e.key === 'ArrowDown' ? 1 : -1);
    if (to < 0) return -1;
    this.at = to;
    return to;
  }
}

function nearest(points: Point[], from: number, way: 1 | -1): number {
  const here = points[from];
  let best = -1, least = Infinity;
  points.forEach((p, i) => {
    const dy = (p.y - here.y) * way;
    if (dy < 1) return;
    const far = Math.abs(p.x - here.x) + dy * 0.5;
    if (far < least) { least = far; best = i; }
  });
  return best;
}
