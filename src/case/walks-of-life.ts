/**
 * Walks of life that mail is aimed at, by the words that reports and rosters have for them. One table for both, so that what a
 * report calls `members of parliament` and a roster calls `MP` is held to be the same. Source of the list: threat-facts 1 (TF-008 to
 * TF-015) and 5. English words, as the grammar of statements is English; a role in another language has no walk of life.
 */

export type WalkOfLife =
  | "government"
  | "legislature"
  | "elections"
  | "campaigning"
  | "journalism"
  | "advocacy"
  | "research"
  | "law"
  | "defence"
  | "telecommunications"
  | "finance"
  | "energy"
  | "technology"
  | "trade"
  | "family";

interface Walk {
  readonly id: WalkOfLife;
  /** In a sentence, as people or bodies. */
  readonly words: string;
  readonly pattern: RegExp;
}

// biome-ignore format: a table reads by column
export const WALKS_OF_LIFE: readonly Walk[] = [
  { id: "government",         words: "officials and government offices",       pattern: /\b(?:government|officials?|ministr(?:y|ies)|ministers?|diplomats?|diplomatic|embass(?:y|ies)|ambassadors?|civil servants?|public bod(?:y|ies)|state departments?|white house|treasury|foreign office|foreign ministry|municipal|mayors?)\b/i },
  { id: "legislature",        words: "members of parliament and their staff",  pattern: /\b(?:parliaments?|parliamentarians?|parliamentary|mps?|meps?|legislators?|lawmakers?|legislatures?|senators?|senate|congress|congress(?:men|women|man|woman)|peers|house of (?:commons|lords|representatives)|bundestag|knesset|members? of (?:the )?(?:\w+ )?assembly|assembly members?)\b/i },
  { id: "elections",          words: "those who run elections",                pattern: /\b(?:elections?|electoral|returning officers?|polling|voter registration)\b/i },
  { id: "campaigning",        words: "parties, candidates and campaign staff", pattern: /\b(?:campaign (?:staff|staffers|managers?|workers?|teams?|officials?)|(?:presidential|election|political) campaigns?|candidates?|political (?:parties|party|organi[sz]ations?|figures?)|party (?:staff|officials?|leaders?|members?)|politicians?)\b/i },
  { id: "journalism",         words: "journalists and newsrooms",              pattern: /\b(?:journalists?|reporters?|editors?|correspondents?|newsrooms?|news organi[sz]ations?|media (?:outlets?|organi[sz]ations?|compan(?:y|ies))|the press|broadcasters?|columnists?)\b/i },
  { id: "advocacy",           words: "critics, activists and advocates",       pattern: /\b(?:activists?|dissidents?|critics?|campaigners?|advocates?|advocacy|human rights|defenders?|ngos?|non-?governmental|civil society|diaspora|exiles?|opposition (?:figures?|members?|politicians?)|minorit(?:y|ies))\b/i },
  { id: "research",           words: "researchers and think tanks",            pattern: /\b(?:academics?|academia|universit(?:y|ies)|think[- ]tanks?|researchers?|scholars?|professors?|lecturers?|scientists?|policy (?:experts?|analysts?)|fellows?)\b/i },
  { id: "law",                words: "lawyers and courts",                     pattern: /\b(?:lawyers?|law firms?|legal (?:sector|services|adviser|advisers|counsel|officer|team)|judges?|judiciary|courts?|prosecutors?|counsel)\b/i },
  { id: "defence",            words: "the military and its suppliers",         pattern: /\b(?:defen[cs]e|military|armed forces|army|navy|naval|air force|soldiers?|veterans?|aerospace)\b/i },
  { id: "telecommunications", words: "telecommunications firms",               pattern: /\b(?:telecom(?:s|munications?)?|mobile operators?|5g)\b/i },
  { id: "finance",            words: "banks and finance",                      pattern: /\b(?:finance|financial(?! (?:gains?|loss(?:es)?|motiv\w+|interests?|rewards?|harm|support))|banks?|banking|insurers?|investors?|investments?)\b/i },
  { id: "energy",             words: "energy firms",                           pattern: /\b(?:energy|oil and gas|utilit(?:y|ies)|power (?:plants?|grids?|companies))\b/i },
  { id: "technology",         words: "technology firms",                       pattern: /\b(?:technology (?:firms?|compan(?:y|ies)|sector)|information technology|it (?:staff|firms?|compan(?:y|ies)|sector|services|administrators?)|software (?:firms?|compan(?:y|ies)|developers?)|semiconductors?|cloud providers?)\b/i },
  { id: "trade",              words: "manufacturing and trade",                pattern: /\b(?:manufactur(?:ing|ers?)|trade (?:sector|associations?|officials?|negotiators?)|exporters?|logistics|shipping)\b/i },
  { id: "family",             words: "relatives and partners",                 pattern: /\b(?:spouses?|wives|wife|husbands?|partners? of|family members?|famil(?:y|ies)|relatives?)\b/i },
];

/** As a check of what comes in from outside needs them. */
export function isWalkOfLife(value: unknown): value is WalkOfLife {
  return WALKS_OF_LIFE.some(({ id }) => id === value);
}

/** All that the words name; a `campaign manager` is one, an `editor at the ministry` two. Looks at 400 characters. */
export function walksOf(words: string): readonly WalkOfLife[] {
  const text = words.slice(0, WORDS_CHARS);
  return WALKS_OF_LIFE.filter(({ pattern }) => pattern.test(text)).map(({ id }) => id);
}

export function walkWords(id: WalkOfLife): string {
  return WALKS_OF_LIFE.find((walk) => walk.id === id)?.words ?? id;
}

const WORDS_CHARS = 400;
