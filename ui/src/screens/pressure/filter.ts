// The filters of the page: which episodes are shown, and the lanes that are left of them.
import type { EpisodeRow, PressureLane, PressureView } from '../../lib/types';

export interface Filter { link: string; shape: string }

export function shownEpisodes(view: PressureView, f: Filter): EpisodeRow[] {
  return (view.episodes ?? []).filter((e) => (!f.link || e.link === f.link) && (!f.shape || e.shape === f.shape));
}

/** Lanes with only the marks and arcs of the given episodes; a lane without any is left out. */
export function shownLanes(view: PressureView, episodes: EpisodeRow[]): PressureLane[] {
  const keys = new Set(episodes.map((e) => e.key));
  return (view.lanes ?? []).map((l) => ({
    target: l.target,
    triggers: (l.triggers ?? []).filter((m) => keys.has(m.episode)),
    responses: (l.responses ?? []).filter((m) => keys.has(m.episode)),
    arcs: (l.arcs ?? []).filter((a) => keys.has(a.episode)),
  })).filter((l) => l.triggers.length || l.responses.length);
}

/** Episodes under the targets that they name, in the order in which those first come. One that names several stands under them together. */
export function byTarget(episodes: EpisodeRow[]): { name: string; list: EpisodeRow[] }[] {
  const groups = new Map<string, EpisodeRow[]>();
  for (const e of episodes) {
    const name = (e.targets ?? []).map((t) => t.name).join(', ');
    groups.set(name, [...(groups.get(name) ?? []), e]);
  }
  return [...groups].map(([name, list]) => ({ name, list }));
}

/** The first date of an episode, of its steps or else of its measures. */
export const firstDate = (e: EpisodeRow) => [...(e.triggers ?? []), ...(e.responses ?? [])].map((m) => m.when).sort()[0] ?? '';
