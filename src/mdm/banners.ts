/**
 * Warnings that a gateway or client puts on top of a message's text. Only lines that are made of such sentences and nothing else are taken
 * for them: whatever else a sender puts there stays the sender's text. Pure and total.
 */

const SENTENCES: readonly string[] = [
  "\\[?\\(?external(?: e-?mail| sender| message)?\\)?\\]?",
  "\\[?(?:caution|warning|attention|alert|notice|be careful)\\]?",
  "(?:this|the) (?:e-?mail|message|sender) (?:is|was|has been|came|comes|originated|originates|has originated)(?: sent)? (?:from )?(?:an )?(?:external|outside)(?: of| to)?(?: (?:the|your|our|this) [\\w' ]{1,60}| sender| source)?",
  "(?:please )?(?:do not|don[’']t|never|avoid) (?:click(?:ing)?|open(?:ing)?|respond(?:ing)?|reply(?:ing)?)[\\w ,/]{0,60}(?: (?:unless|if) (?:you|it)[\\w ,'’]{1,80})?",
  "(?:please )?(?:exercise|use) (?:extra )?caution[\\w ,/]{0,80}",
  "you don[’']t often get e-?mail from \\S{3,120}",
  "some people who received this message don[’']t often get e-?mail from \\S{3,120}",
  "learn why this is important",
  "(?:diese|achtung[:!]? diese) e-?mail (?:kommt|stammt|wurde) von (?:einem )?(?:extern|außerhalb)[\\p{L} ]{0,60}",
  "(?:attention[ :!]+)?(?:ce|cet) (?:courriel|e-?mail|message) (?:provient|vient) (?:de l['’]|d['’]un )?(?:extérieur|expéditeur externe)[\\p{L} ']{0,60}",
];
const BANNER = new RegExp(`^[\\s*_|-]*(?:(?:${SENTENCES.join("|")})[\\s.:!*_|-]*){1,6}$`, "iu");

const LINE_CHARS_MAX = 400;
const LINES_MAX = 4;

export interface Bannered {
  readonly banners: readonly string[];
  readonly text: string;
}

/** Takes the banners off the top of a text. */
export function splitBanners(text: string): Bannered {
  const lines = text.split("\n", LINES_MAX + 1);
  let count = 0;
  while (count < Math.min(LINES_MAX, lines.length) && isBanner(lines[count] ?? "")) count += 1;
  // Blank lines end no banner, and are none.
  while (count > 0 && (lines[count - 1] ?? "").trim() === "") count -= 1;
  if (count === 0) return { banners: [], text };
  const taken = lines.slice(0, count);
  const rest = text.slice(taken.join("\n").length).trimStart();
  return { banners: [taken.filter((line) => line.trim() !== "").join("\n")], text: rest };
}

function isBanner(line: string): boolean {
  return line.length <= LINE_CHARS_MAX && (line.trim() === "" || (line.length > 9 && BANNER.test(line)));
}
