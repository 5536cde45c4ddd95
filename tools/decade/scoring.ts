/**
 * How well a case matches the truth of the decade it was made from: pure, from what the program said and what is so.
 *
 * B-cubed (Bagga, Baldwin 1998; Amigó et al. 2009): for each planted message, the share of its found campaign that is of its
 * true one (precision), and the share of its true campaign that is in its found one (recall); means over messages. A
 * message that was put in no campaign is one by itself. Other mail in a found campaign is of no true campaign.
 */

/** A line of `truth.jsonl`, as far as scoring reads it. */
export interface TruthLine {
  readonly sha256: string;
  readonly kind: "campaign" | "crime" | "decoy" | "reaction";
  readonly actor: string;
  readonly campaign: string;
  readonly wave: number;
  readonly person: string;
  readonly scheme: string;
  readonly exposure: { readonly mail: Level; readonly all: Level } | null;
}

export interface Level {
  readonly level: number;
  readonly likelihood: string;
}

/** What the program says of a message that it finds of interest, or puts in a campaign. */
export interface SaidMessage {
  readonly sha256: string;
  /** Suspicious or hostile by what speaks of targeting. */
  readonly found: boolean;
  readonly campaign: string | null;
}

export interface SaidPerson {
  readonly addresses: readonly string[];
  /** How many messages of interest reached this person. */
  readonly messages: number;
  readonly exposure: Level;
}

/** Campaigns that perhaps have one maker. */
export type SaidMakers = readonly (readonly [one: string, other: string])[];

export interface Said {
  readonly messages: readonly SaidMessage[];
  readonly makers: SaidMakers;
  readonly people: readonly SaidPerson[];
}

export interface Truths {
  readonly lines: readonly TruthLine[];
  /** What a message is, by its hash: kinds.tsv. */
  kindOf(sha256: string): string;
  /** Person of the roster, by address; the address itself when it is nobody's. */
  personOf(address: string): string;
}

export interface Share {
  readonly found: number;
  readonly of: number;
}

export interface Agreement {
  readonly precision: number;
  readonly recall: number;
  readonly messages: number;
}

export interface Levels {
  readonly right: number;
  readonly low: number;
  readonly high: number;
  /** Of the right ones, those with the right likelihood. */
  readonly likelihood: number;
}

export interface Score {
  readonly planted: Share;
  readonly byActor: Readonly<Record<string, Share>>;
  readonly byScheme: Readonly<Record<string, Share>>;
  readonly byWave: Readonly<Record<string, Share>>;
  /** Waves of which anything was found. */
  readonly waves: Share;
  readonly false: { readonly messages: number; readonly byKind: Readonly<Record<string, number>> };
  readonly campaigns: {
    readonly true: number;
    /** With a planted message in them. */
    readonly said: number;
    /** Without one. */
    readonly saidFalse: number;
    readonly all: Agreement;
    /** Among the planted messages that were found. */
    readonly found: Agreement;
    /** Against actors in place of campaigns, among the found. */
    readonly actors: Agreement;
    /** The same, with campaigns that perhaps have one maker taken together, and what hangs together by them. */
    readonly makers: Agreement;
    /** Pairs that perhaps have one maker: `found` whose actor, that of most planted messages, is the same. */
    readonly pairs: Share;
  };
  readonly targets: Share & { readonly false: number };
  /**
   * Of targets that were found: against the messages of theirs that were found, by the mail alone (`mail`) and with logs and clients (`all`);
   * `planted`: as `all`, against everything that was planted for them.
   */
  readonly exposure: { readonly mail: Levels; readonly all: Levels; readonly planted: Levels };
}

export function scoreOf(said: Said, truths: Truths): Score {
  const planted = truths.lines.filter(({ kind }) => kind === "campaign");
  const found = new Set(said.messages.filter((message) => message.found).map(({ sha256 }) => sha256));
  const foundOnes = planted.filter(({ sha256 }) => found.has(sha256));
  const byWave = sharesBy(planted, found, ({ campaign, wave }) => `${campaign}-W${wave}`);
  const waves = Object.values(byWave);
  return {
    planted: shareOf(planted, found),
    byActor: sharesBy(planted, found, ({ actor }) => actor),
    byScheme: sharesBy(planted, found, ({ scheme }) => scheme),
    byWave,
    waves: { found: waves.filter((share) => share.found > 0).length, of: waves.length },
    false: falseOnes(said, truths),
    campaigns: campaignsOf(said, planted, found),
    targets: targetsOf(said, truths, planted),
    exposure: {
      mail: levelsOf(said, truths, foundOnes, "mail"),
      all: levelsOf(said, truths, foundOnes, "all"),
      planted: levelsOf(said, truths, planted, "all"),
    },
  };
}

function shareOf(lines: readonly TruthLine[], found: ReadonlySet<string>): Share {
  return { found: lines.filter(({ sha256 }) => found.has(sha256)).length, of: lines.length };
}

function sharesBy(
  lines: readonly TruthLine[],
  found: ReadonlySet<string>,
  keyOf: (line: TruthLine) => string,
): Readonly<Record<string, Share>> {
  return sorted([...Map.groupBy(lines, keyOf)].map(([key, group]) => [key, shareOf(group, found)]));
}

function sorted<T>(entries: readonly (readonly [string, T])[]): Readonly<Record<string, T>> {
  return Object.fromEntries(entries.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

function falseOnes({ messages }: Said, { lines, kindOf }: Truths): Score["false"] {
  const spared = new Set(
    lines.filter(({ kind }) => kind === "campaign" || kind === "reaction").map(({ sha256 }) => sha256),
  );
  const wrong = messages.filter(({ found, sha256 }) => found && !spared.has(sha256));
  const byKind = Map.groupBy(wrong, ({ sha256 }) => kindOf(sha256));
  return { messages: wrong.length, byKind: sorted([...byKind].map(([kind, group]) => [kind, group.length])) };
}

/** Messages with the campaigns taken together that hang together by pairs; named by one of them. */
export function takenTogether({ messages, makers }: Pick<Said, "messages" | "makers">): readonly SaidMessage[] {
  const others = new Map<string, string[]>();
  for (const [one, other] of makers) {
    others.set(one, [...(others.get(one) ?? []), other]);
    others.set(other, [...(others.get(other) ?? []), one]);
  }
  const nameOf = new Map<string, string>();
  for (const start of others.keys()) {
    if (nameOf.has(start)) continue;
    const open = [start];
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      if (nameOf.has(at)) continue;
      nameOf.set(at, start);
      open.push(...(others.get(at) ?? []));
    }
  }
  return messages.map((one) => ({ ...one, campaign: nameOf.get(one.campaign ?? "") ?? one.campaign }));
}

/** Of one actor: that which most of the campaign's planted messages are of, the same for both. */
function rightPairs({ messages, makers }: Said, planted: readonly TruthLine[]): Share {
  const actorOf = new Map(planted.map(({ sha256, actor }) => [sha256, actor]));
  const actors = new Map<string, Map<string, number>>();
  for (const { sha256, campaign } of messages) {
    const actor = actorOf.get(sha256);
    if (campaign === null || actor === undefined) continue;
    const counts = actors.get(campaign) ?? new Map<string, number>();
    actors.set(campaign, counts.set(actor, (counts.get(actor) ?? 0) + 1));
  }
  const most = (campaign: string) => [...(actors.get(campaign) ?? [])].sort(([, n], [, m]) => m - n)[0]?.[0];
  const found = makers.filter(([one, other]) => most(one) !== undefined && most(one) === most(other)).length;
  return { found, of: makers.length };
}

function campaignsOf(said: Said, planted: readonly TruthLine[], found: ReadonlySet<string>): Score["campaigns"] {
  const truth = new Set(planted.map(({ sha256 }) => sha256));
  const clusters = Map.groupBy(
    said.messages.filter(({ campaign }) => campaign !== null),
    ({ campaign }) => campaign,
  );
  const withPlanted = [...clusters.values()].filter((group) => group.some(({ sha256 }) => truth.has(sha256))).length;
  const foundOnes = planted.filter(({ sha256 }) => found.has(sha256));
  return {
    true: new Set(planted.map(({ campaign }) => campaign)).size,
    said: withPlanted,
    saidFalse: clusters.size - withPlanted,
    all: bCubed(said.messages, planted, ({ campaign }) => campaign),
    found: bCubed(said.messages, foundOnes, ({ campaign }) => campaign),
    actors: bCubed(said.messages, foundOnes, ({ actor }) => actor),
    makers: bCubed(takenTogether(said), foundOnes, ({ actor }) => actor),
    pairs: rightPairs(said, planted),
  };
}

/** Linear in messages: counts of each pair of found and true group. */
export function bCubed(
  messages: readonly SaidMessage[],
  lines: readonly TruthLine[],
  goldOf: (line: TruthLine) => string,
): Agreement {
  const clusterOf = new Map<string, string>();
  const clusterSizes = new Map<string, number>();
  for (const { sha256, campaign } of messages) {
    if (campaign === null) continue;
    clusterOf.set(sha256, campaign);
    add(clusterSizes, campaign);
  }
  const goldSizes = new Map<string, number>();
  const pairs = new Map<string, number>();
  for (const line of lines) {
    const cluster = clusterOf.get(line.sha256);
    add(goldSizes, goldOf(line));
    if (cluster !== undefined) add(pairs, `${cluster} ${goldOf(line)}`);
  }
  let precision = 0;
  let recall = 0;
  for (const line of lines) {
    const gold = goldOf(line);
    const cluster = clusterOf.get(line.sha256);
    const both = cluster === undefined ? 1 : (pairs.get(`${cluster} ${gold}`) ?? 1);
    precision += both / (cluster === undefined ? 1 : (clusterSizes.get(cluster) ?? 1));
    recall += both / (goldSizes.get(gold) ?? 1);
  }
  const count = Math.max(1, lines.length);
  return { precision: precision / count, recall: recall / count, messages: lines.length };
}

function add(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function saidByPerson({ people }: Said, { personOf }: Truths): ReadonlyMap<string, readonly SaidPerson[]> {
  const of = new Map<string, SaidPerson[]>();
  for (const person of people) {
    if (person.messages === 0) continue;
    for (const id of new Set(person.addresses.map(personOf))) {
      const known = of.get(id);
      if (known === undefined) of.set(id, [person]);
      else known.push(person);
    }
  }
  return of;
}

function targetsOf(said: Said, truths: Truths, planted: readonly TruthLine[]): Score["targets"] {
  const targets = new Set(planted.map(({ person }) => person));
  // Whoever got a forward of a lure is no false target.
  const touched = new Set(truths.lines.filter(({ kind }) => kind === "reaction").map(({ person }) => person));
  const people = [...saidByPerson(said, truths).keys()];
  return {
    found: people.filter((id) => targets.has(id)).length,
    of: targets.size,
    false: people.filter((id) => !targets.has(id) && !touched.has(id)).length,
  };
}

/** Highest level of each target over these messages, for targets that were found. */
function levelsOf(said: Said, truths: Truths, planted: readonly TruthLine[], view: "mail" | "all"): Levels {
  const people = saidByPerson(said, truths);
  const counts = { right: 0, low: 0, high: 0, likelihood: 0 };
  for (const [id, lines] of Map.groupBy(planted, ({ person }) => person)) {
    const told = people.get(id)?.map(({ exposure }) => exposure) ?? [];
    if (told.length === 0) continue;
    const so = highest(lines.flatMap(({ exposure }) => (exposure === null ? [] : [exposure[view]])));
    const is = highest(told);
    if (is.level === so.level) {
      counts.right += 1;
      if (is.likelihood === so.likelihood) counts.likelihood += 1;
    } else if (is.level < so.level) counts.low += 1;
    else counts.high += 1;
  }
  return counts;
}

const LIKELIHOODS = ["possible", "probable", "confirmed"];

function highest(levels: readonly Level[]): Level {
  const rank = ({ level, likelihood }: Level): number => level * 10 + LIKELIHOODS.indexOf(likelihood);
  return levels.reduce((best, one) => (rank(one) > rank(best) ? one : best), { level: 0, likelihood: "possible" });
}

/** For people: a table a view. */
export function scoreText(score: Score): string {
  const part = ({ found, of }: Share): string =>
    `${found} of ${of} (${((100 * found) / Math.max(1, of)).toFixed(0)} %)`;
  const shares = (title: string, of: Readonly<Record<string, Share>>): string =>
    `\n| ${title} | found |\n| --- | ---: |\n${Object.entries(of)
      .map(([key, share]) => `| ${key} | ${part(share)} |`)
      .join("\n")}\n`;
  const agreement = ({ precision, recall }: Agreement): string => `${precision.toFixed(3)} | ${recall.toFixed(3)}`;
  const levels = ({ right, low, high, likelihood }: Levels): string => `${right} | ${low} | ${high} | ${likelihood}`;
  const { planted, waves, targets, campaigns, exposure } = score;
  return `planted found: ${part(planted)}; waves: ${part(waves)}; targets: ${part(targets)}, ${targets.false} false
false messages: ${score.false.messages} (${Object.entries(score.false.byKind)
    .map(([kind, count]) => `${kind} ${count}`)
    .join(", ")})
campaigns: ${campaigns.true} planted; said: ${campaigns.said} with planted mail, ${campaigns.saidFalse} without

| B-cubed | precision | recall |
| --- | ---: | ---: |
| campaigns, all planted | ${agreement(campaigns.all)} |
| campaigns, among found | ${agreement(campaigns.found)} |
| actors, among found | ${agreement(campaigns.actors)} |
| actors, by campaigns that perhaps have one maker | ${agreement(campaigns.makers)} |

pairs of campaigns that perhaps have one maker: ${part(campaigns.pairs)} of one actor

| exposure of found targets | right | too low | too high | right likelihood |
| --- | ---: | ---: | ---: | ---: |
| by mail alone | ${levels(exposure.mail)} |
| with logs and clients | ${levels(exposure.all)} |
| with these, over all planted | ${levels(exposure.planted)} |
${shares("actor", score.byActor)}${shares("scheme", score.byScheme)}`;
}
