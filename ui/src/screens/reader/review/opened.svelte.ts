// What is folded open in the review, for as long as the page lives.
class Opened { how = $state(true); }
export const opened = new Opened();
