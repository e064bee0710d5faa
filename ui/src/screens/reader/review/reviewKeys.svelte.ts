// The keys of the review. Words in hand are coded, a record in hand is decided: the Reader's other keys are in deskKeys.
import { useKeys } from '../../../lib/keys.svelte';
import { reviewWords as say } from '../../../messages/review';
import type { Inquiry } from './inquiry.svelte';
import type { Review } from './review.svelte';

/** Bind the keys while a component is there. */
export function reviewKeys(review: Review, inquiry: Inquiry) {
  useKeys([
    { keys: 'n', does: say.key.next(), run: () => review.step(1) },
    { keys: 'p', does: say.key.previous(), run: () => review.step(-1) },
    { keys: 'y', does: say.key.accept(), run: () => review.decide('accepted') },
    { keys: 'x', does: say.key.reject(), run: () => review.decide('rejected') },
    { keys: 'u', does: say.key.undo(), run: () => review.undo() },
    { keys: 'w', does: say.key.why(), run: () => void inquiry.toggle() },
  ]);
}
