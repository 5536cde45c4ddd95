/**
 * How mail programs and providers treat what a mail would load, as dated data: the one table that exposure is judged by.
 *
 * Defaults, as far as they are public; people change settings, which is why no row alone makes anything certain. `facts` names the rows of
 * threat-facts 3 that say what the effect discloses. `about`: the day is not published, or it came by and by. Read in the order of the
 * table: the first row that fits counts.
 */
import type { EpochMs } from "../base/brand.ts";
import type { GivenClient } from "../case/roster.ts";

/**
 * `proxies`: the provider's servers fetch, and the sender sees those · `preloads`: everything is fetched through relays, read or not ·
 * `blocks`: nothing is fetched unless the reader allows it · `never`: it cannot load anything · `loads`: fetched directly on display.
 */
export type LoadEffect = "proxies" | "preloads" | "blocks" | "never" | "loads";

export interface LoadModel {
  /** For people: `Gmail`, `Apple Mail`. */
  readonly name: string;
  readonly effect: LoadEffect;
  /** Half open; null for no bound that matters. */
  readonly since: EpochMs | null;
  readonly until: EpochMs | null;
  readonly about: boolean;
  readonly facts: readonly string[];
  /** What was seen on which day, in words; empty where the effect says all. */
  readonly note: string;
}

interface Row {
  readonly name: string;
  /** Domains of accounts that are read at the provider, unless the reader's own mail shows another program. */
  readonly domains?: string;
  /** What Sent mail calls its program (User-Agent, X-Mailer), or the domain of its Message-ID. */
  readonly program?: RegExp;
  readonly messageIds?: string;
  readonly effect: LoadEffect;
  readonly since?: string;
  readonly until?: string;
  readonly about?: boolean;
  readonly facts: string;
  readonly note?: string;
}

const GMAIL = { name: "Gmail", domains: "gmail.com googlemail.com", messageIds: "mail.gmail.com" } as const;
const YAHOO = {
  name: "Yahoo Mail",
  domains: "yahoo.com yahoo.co.uk yahoo.fr yahoo.de yahoo.it yahoo.es ymail.com rocketmail.com aol.com",
  messageIds: "mail.yahoo.com",
} as const;
const OUTLOOK_COM = {
  name: "Outlook.com",
  domains: "outlook.com hotmail.com hotmail.co.uk hotmail.fr live.com msn.com",
} as const;
const PROTON = { name: "Proton Mail", domains: "proton.me protonmail.com protonmail.ch pm.me" } as const;
const FASTMAIL = { name: "Fastmail", domains: "fastmail.com fastmail.fm" } as const;
const IPHONE = { name: "Apple Mail on iPhone or iPad" } as const;
const MAC = { name: "Apple Mail" } as const;

// biome-ignore format: a table reads by column
const table: readonly Row[] = [
  { ...GMAIL, effect: "proxies", since: "2013-12-12", facts: "EX-01", note: "announced 12 December 2013: images come through the provider's servers" },
  { ...GMAIL, effect: "blocks", until: "2013-12-12", facts: "EX-03", note: "until December 2013 images were shown only when asked for" },
  { ...YAHOO, effect: "proxies", since: "2018-01-01", about: true, facts: "EX-01", note: "from about 2018 images come through the provider's servers" },
  { ...OUTLOOK_COM, effect: "proxies", since: "2020-01-01", about: true, facts: "EX-01", note: "by 2021 at the latest images came through the provider's servers" },
  { ...PROTON, effect: "proxies", since: "2022-01-01", about: true, facts: "EX-01 EX-03", note: "from January 2022 known trackers are removed and other images come through the provider's servers" },
  { ...PROTON, effect: "blocks", until: "2022-01-01", about: true, facts: "EX-03" },
  { ...FASTMAIL, effect: "proxies", since: "2015-01-01", about: true, facts: "EX-01 EX-03", note: "from about 2015 images come through the provider's servers" },
  // Builds name the system: 19 is iOS 15, which brought Mail Privacy Protection on 20 September 2021.
  { ...IPHONE, program: /\b(?:iPhone|iPad) Mail \((?:19|[2-9]\d)[A-Z]/, effect: "preloads", since: "2021-09-20", facts: "EX-02", note: "iOS 15 asks once whether to protect mail activity; most say yes" },
  { ...IPHONE, program: /\b(?:iPhone|iPad) Mail \(\d/, effect: "loads", facts: "EX-07", note: "loads remote images by default" },
  // 3654 is macOS 11; macOS 12 of 25 October 2021 begins with 3693.
  { ...MAC, program: /\bApple Mail \(2\.(?:3693|36[9]\d|3[7-9]\d\d|[4-9]\d{3})\b/, effect: "preloads", since: "2021-10-25", facts: "EX-02", note: "macOS 12 asks once whether to protect mail activity; most say yes" },
  { ...MAC, program: /\bApple Mail \(\d/, effect: "loads", facts: "EX-06 EX-07", note: "loads remote images by default" },
  { name: "Thunderbird", program: /\b(?:Thunderbird|Icedove|SeaMonkey|Betterbird)\b/i, effect: "blocks", since: "2006-01-01", facts: "EX-03" },
  { name: "Outlook Express", program: /\bOutlook Express\b/i, effect: "loads", until: "2004-08-25", facts: "EX-06 EX-07", note: "before Windows XP SP2 images loaded on display" },
  { name: "Outlook Express", program: /\bOutlook Express\b/i, effect: "blocks", since: "2004-08-25", facts: "EX-03" },
  { name: "Windows Live Mail", program: /\bWindows (?:Live )?Mail\b/i, effect: "blocks", facts: "EX-03" },
  { name: "Outlook", program: /\bMicrosoft (?:Office )?Outlook\b/i, effect: "blocks", since: "2003-10-01", facts: "EX-03" },
  { name: "Evolution", program: /\bEvolution\b/, effect: "blocks", facts: "EX-03" },
  { name: "KMail", program: /\bKMail\b/i, effect: "blocks", facts: "EX-03" },
  { name: "K-9 Mail", program: /\bK-9 Mail\b/i, effect: "blocks", facts: "EX-03" },
  { name: "Roundcube", program: /\bRoundcube\b/i, effect: "blocks", facts: "EX-03" },
  { name: "Horde", program: /\b(?:Horde|Internet Messaging Program \(IMP\))/i, effect: "blocks", facts: "EX-03" },
  { name: "SquirrelMail", program: /\bSquirrelMail\b/i, effect: "blocks", facts: "EX-03" },
  { name: "Zimbra", program: /\bZimbra\b/i, effect: "blocks", facts: "EX-03" },
  { name: "GroupWise", program: /\bGroupWise\b/i, effect: "blocks", facts: "EX-03" },
  { name: "Claws Mail", program: /\b(?:Claws|Sylpheed)/i, effect: "never", facts: "EX-03" },
  { name: "Mutt", program: /^(?:Neo)?Mutt\b/i, effect: "never", facts: "EX-03" },
  { name: "Alpine", program: /\b(?:Alpine|Pine)\b/i, effect: "never", facts: "EX-03" },
  { name: "Gnus", program: /\bGnus\b/i, effect: "never", facts: "EX-03" },
];

interface Compiled extends LoadModel {
  readonly domains: ReadonlySet<string>;
  readonly messageIds: ReadonlySet<string>;
  readonly program: RegExp | null;
}

const models: readonly Compiled[] = table.map(({ name, effect, facts, note = "", about = false, ...row }) => ({
  ...{ name, effect, note, about, facts: facts.split(" ") },
  since: day(row.since),
  until: day(row.until),
  domains: words(row.domains),
  messageIds: words(row.messageIds),
  program: row.program ?? null,
}));

/** What the reader's own mail says of the program it is written with. */
export interface OwnProgram {
  /** User-Agent or X-Mailer; may be empty. */
  readonly program: string;
  readonly messageIdDomain: string;
}

/** Null where no row knows the program, or the date is none. */
export function modelOfProgram({ program, messageIdDomain }: OwnProgram, date: EpochMs | null): LoadModel | null {
  const fits = (model: Compiled): boolean =>
    (program !== "" && model.program?.test(program) === true) ||
    (program === "" && model.messageIds.has(messageIdDomain));
  return models.find((model) => fits(model) && isAsOf(model, date)) ?? null;
}

/** Of the account's domain, where it is read at the provider. */
export function modelOfProvider(domain: string, date: EpochMs | null): LoadModel | null {
  return models.find((model) => model.domains.has(domain) && isAsOf(model, date)) ?? null;
}

/** By what the user says of accounts at the domain: the last row that holds by then. */
export function modelOfGiven(domain: string, date: EpochMs | null, given: readonly GivenClient[]): LoadModel | null {
  const rows = given.filter((row) => row.domain === domain && date !== null && row.since <= date);
  const row = rows.toSorted((a, b) => b.since - a.since)[0];
  if (row === undefined) return null;
  const { effect, since } = row;
  return {
    name: `by your table, the program at ${domain}`,
    effect,
    since,
    until: null,
    about: false,
    facts: [],
    note: "",
  };
}

function isAsOf({ since, until }: LoadModel, date: EpochMs | null): boolean {
  if (since === null && until === null) return true;
  return date !== null && (since === null || date >= since) && (until === null || date < until);
}

function day(text: string | undefined): EpochMs | null {
  return text === undefined ? null : (Date.parse(`${text}T00:00:00Z`) as EpochMs);
}

function words(text: string | undefined): ReadonlySet<string> {
  return new Set(text?.split(" "));
}
