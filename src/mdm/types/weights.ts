/**
 * Fields that have to be worked out, and about how many microseconds that takes on a letter with 15 kB of HTML: rules ask what is
 * cheap first. Only the order of these numbers matters.
 */
export const weights: ReadonlyMap<string, number> = new Map([
  ["Body.current_thread", 250],
  ["Body.previous_threads", 250],
  ["Body.links", 150],
  ["HTML.letterlock", 200],
  ["Letterlock.links", 230],
  ["Letterlock.lures", 150],
  ["Letterlock.hidden_words", 130],
  ["Letterlock.forms", 100],
  ["Letterlock.picture", 80],
  ["Letterlock.impersonation", 30],
  ["Impersonation.subject", 100],
  ["Impersonation.copyright", 100],
  ["Impersonation.text", 140],
]);
