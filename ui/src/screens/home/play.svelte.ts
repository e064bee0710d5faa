// Moves time along. It stops at once on any key or press, and never runs for readers who asked for less motion.
import { advance } from '../../lib/orreryTime';

export class Player {
  at = $state(0); // step, with a fraction while time runs
  on = $state(false);
  #frame = 0;
  #last = 0;
  #done: () => void = () => {};
  #pressed = false; // the press that stopped it is over its own button: the click that follows starts nothing

  /** Runs from here, or from the first step when it stands at the last. `done` is told when it stops, however it stops. */
  play(last: number, done: () => void) {
    if (this.#pressed) { this.#pressed = false; return; }
    if (last < 1) return;
    if (this.at >= last) this.at = 0;
    this.on = true;
    this.#last = last;
    this.#done = done;
    let before = 0, ran = 0;
    const tick = (now: number) => {
      const dt = before ? Math.min(0.05, (now - before) / 1000) : 0;
      before = now;
      this.at = advance(this.at, ran, dt, this.#last);
      ran += dt;
      if (this.at >= this.#last) this.stop();
      else this.#frame = requestAnimationFrame(tick);
    };
    this.#frame = requestAnimationFrame(tick);
    addEventListener('keydown', this.#halt, true);
    addEventListener('pointerdown', this.#halt, true);
  }

  stop() {
    if (!this.on) return;
    cancelAnimationFrame(this.#frame);
    removeEventListener('keydown', this.#halt, true);
    removeEventListener('pointerdown', this.#halt, true);
    this.on = false;
    this.at = Math.round(this.at);
    this.#done();
  }

  #halt = (e: Event) => {
    this.#pressed = !!(e.target as Element | null)?.closest?.('[data-play]') && (!(e instanceof KeyboardEvent) || e.key === ' ' || e.key === 'Enter');
    if (this.#pressed) {
      const release = () => setTimeout(() => (this.#pressed = false));
      addEventListener(e.type === 'keydown' ? 'keyup' : 'pointerup', release, { once: true });
    }
    this.stop();
  };
}
