/**
 * Who plants mail, and when: actors of several trades, their campaigns and waves over the years. An actor changes
 * senders, hosts, lures and schemes from campaign to campaign, and keeps some habits of its tools (its kit).
 */
import type { Random } from "../random.ts";
import type { Language } from "../text/phrase-book.ts";
import { isWorkday, weekday } from "../world/calendar.ts";
import { firmDomain } from "../world/names.ts";
import { type Account, correspondentOf, isThere, type Kit, type Party, type Person } from "../world/people.ts";
import { DAY, DAYS_TOTAL, FIRST_DAY, HOUR } from "../world/size.ts";
import type { World } from "../world/world.ts";

export type Trade = "press" | "scholar" | "rapport" | "insider" | "forum" | "gallery" | "alert";

/** How a copy tells its reader apart (README.md). */
export type Scheme =
  | "reader"
  | "copy"
  | "hashed"
  | "encoded"
  | "file"
  | "segment"
  | "picture"
  | "css"
  | "host"
  | "service"
  | "link"
  | "receipt"
  | "share"
  | "calendar"
  | "none";

export interface Actor {
  readonly id: string;
  readonly trade: Trade;
  readonly kit: Kit;
  /** How its pages are laid out; kept over the years. */
  readonly layout: 0 | 1 | 2;
  /** How its addresses are built; kept over the years. */
  readonly grammar: 0 | 1 | 2;
  /** Which of its trade's schemes it begins with. */
  readonly firstScheme: number;
  /** Minutes east of UTC of its working day. */
  readonly offset: number;
  readonly servers: readonly string[];
}

export interface Campaign {
  readonly actor: Actor;
  readonly id: string;
  readonly index: number;
  readonly scheme: Scheme;
  readonly language: Language;
  /** `http` in the first years, by some. */
  readonly protocol: "http" | "https";
  /** Its own domain, or a persona's that it borrows. */
  readonly senderDomain: string;
  readonly senderName: string;
  readonly loadDomain: string;
  readonly replyDomain: string;
  readonly server: string;
  /** Account at a bulk service; empty when it sends by itself. */
  readonly bulkAccount: string;
  /** From is a known correspondent, by forgery or by that person's own account. */
  readonly borrowed: Party | null;
}

export interface Target {
  readonly person: Person;
  readonly account: Account;
  /** The address on the actor's list where it is an alias: an old domain, a short form (threat-facts TF-031); else null. */
  readonly listed: string | null;
}

export interface Wave {
  readonly campaign: Campaign;
  readonly number: number;
  readonly day: number;
  /** When its first copy goes out, ms. */
  readonly at: number;
  readonly targets: readonly Target[];
}

const TRADES: readonly Trade[] = [
  "press",
  "rapport",
  "scholar",
  "forum",
  "insider",
  "gallery",
  "alert",
  "press",
  "scholar",
];
/** How often each comes up among waves. */
const WHEEL = [0, 0, 0, 1, 2, 2, 3, 4, 5, 5, 6, 7, 7, 8];
const OFFSETS = [480, 540, 180, 210, 330, 420];
const KIT_MAILERS: readonly (readonly [string, string])[] = [
  ["X-Mailer", "Pressdesk 2.0"],
  ["X-Mailer", "Sendwell 4.11"],
  ["User-Agent", "Plainletter 1.9"],
  ["X-Mailer", "Mailsmith Pro 7"],
  ["X-Mailer", "Foxletter 7.2"],
];

function actorOf(world: World, index: number): Actor {
  const random = world.random(`actor/${index}`);
  const pick = (below: number): number => random.int(below);
  return {
    id: `A${index + 1}`,
    trade: TRADES[index % TRADES.length] ?? "press",
    kit: {
      mailer: random.chance(0.8) ? random.pick(KIT_MAILERS) : null,
      style: "alternative",
      encoding: random.pick(["quoted-printable", "base64", "8bit"] as const),
      charset: "utf-8",
      boundary: pick(4) as 0 | 1 | 2 | 3,
      messageId: pick(4) as 0 | 1 | 2 | 3,
      offset: random.chance(0.5) ? 0 : random.pick(OFFSETS),
    },
    layout: pick(3) as 0 | 1 | 2,
    grammar: pick(3) as 0 | 1 | 2,
    firstScheme: pick(5),
    offset: random.pick(OFFSETS),
    servers: Array.from({ length: 3 }, () => `203.0.113.${1 + pick(250)}`),
  };
}

/** Which schemes a trade uses, campaign after campaign. */
const SCHEMES: Readonly<Record<Trade, readonly Scheme[]>> = {
  press: ["reader", "encoded", "service", "file", "css"],
  scholar: ["none", "hashed", "copy", "hashed"],
  rapport: ["link", "encoded", "link"],
  insider: ["css", "copy", "segment"],
  forum: ["receipt", "share", "calendar", "reader"],
  gallery: ["picture", "segment", "file", "picture"],
  alert: ["link", "host", "picture"],
};

const LANGUAGES: readonly Language[] = ["en", "en", "en", "en", "en", "de", "fr", "es"];
const OUTLET_WORDS = [
  "Continental",
  "Strait",
  "Civic",
  "Meridian",
  "Open",
  "Frontier",
  "Capital",
  "Northern",
  "Global",
  "Public",
];
const OUTLET_KINDS = ["Dispatch", "Chronicle", "Digest", "Press Review", "Affairs", "Observer", "Brief", "Agenda"];
const INSTITUTES = [
  "Institute for Open Trade",
  "Centre for Strait Studies",
  "Policy Lantern",
  "Forum on Civic Order",
  "Chair of Sea Law",
];
const EVENTS = ["Harbour Forum", "Round Table on Trade", "Straits Dialogue", "Civic Summit", "Registers Conference"];
const SERVICES_NAMES = ["Orchard Mail security", "Webpost account team", "Calder service desk", "Document vault"];
const TAGS = ["press", "news", "desk", "media", "online", "post", "review", "hub"];
const LOADS = ["cdn", "static", "assets", "img", "files", "edge"];

function slugOf(name: string): string {
  return name.toLowerCase().replace(/[^a-z]+/g, "-");
}

const PERSONAS: Readonly<Record<Trade, readonly string[] | null>> = {
  press: null,
  scholar: INSTITUTES,
  rapport: null,
  insider: null,
  forum: EVENTS,
  gallery: null,
  alert: SERVICES_NAMES,
};

function senderNameOf(trade: Trade, random: Random): string {
  const names = PERSONAS[trade];
  return names === null ? `${random.pick(OUTLET_WORDS)} ${random.pick(OUTLET_KINDS)}` : random.pick(names);
}

interface CampaignPlan {
  readonly actor: Actor;
  readonly index: number;
  readonly pool: readonly Target[];
  readonly earlier: Campaign | null;
  /** Of its first wave, ms. */
  readonly at: number;
}

function campaignOf(world: World, { actor, index, pool, earlier, at }: CampaignPlan): Campaign {
  const random = world.random(`campaign/${actor.id}/${index}`);
  const schemes = SCHEMES[actor.trade];
  const scheme = schemes[(actor.firstScheme + index) % schemes.length] ?? "reader";
  const name = senderNameOf(actor.trade, random);
  const top = random.pick(["example", "example", "test"]);
  const own = `${slugOf(name)}-${random.pick(TAGS)}.${top}`;
  const loadDomain = `${random.pick(LOADS)}-${random.text(5, "bcdfghklmnprstvz")}${random.pick(["a", "e", "io", "u"])}.${top}`;
  const known = pool[0];
  const borrows = actor.trade === "insider" || (actor.trade === "scholar" && index % 2 === 1);
  const borrowed = borrows && known !== undefined ? correspondentOf(world.seed, known.person, random) : null;
  return {
    actor,
    id: `${actor.id}-C${index + 1}`,
    index,
    scheme,
    language: borrowed?.language ?? random.pick(LANGUAGES),
    protocol: at < Date.UTC(2018, 0, 1) && random.chance(0.5) ? "http" : "https",
    senderDomain:
      actor.trade === "rapport" ? random.pick(["post.example", "webmail.example", "inbox-mail.example"]) : own,
    senderName: name,
    // Every third campaign keeps the infrastructure of the one before it; else only the kit stays.
    loadDomain: earlier !== null && index % 3 === 1 ? earlier.loadDomain : random.chance(0.4) ? own : loadDomain,
    replyDomain: `${slugOf(name)}.${firmDomain(400 + random.int(900))}`,
    server: actor.servers[earlier !== null && index % 3 === 1 ? earlier.index % 3 : index % 3] ?? "203.0.113.9",
    bulkAccount: scheme === "service" ? random.text(5, "0123456789") : "",
    borrowed,
  };
}

function aliasOf({ aliases }: Person, random: Random): string | null {
  return aliases.length > 0 && random.chance(0.2) ? random.pick(aliases) : null;
}

/** Whom an actor looks for: a group of the organisation, their personal accounts where its trade prefers these. */
function poolOf(world: World, actor: Actor, day: number, random: Random): readonly Target[] {
  const groups = random.sample(["trade-committee", "foreign-affairs", "members", "press", "staff"], 2);
  const at = FIRST_DAY + day * DAY;
  const there = world.people.filter((person) => isThere(person, at));
  const chosen = there.filter((person) => person.groups.some((group) => groups.includes(group)));
  const rest = there.filter((person) => !chosen.includes(person) && person.work !== null);
  const prefersHome = actor.trade === "rapport" || actor.trade === "alert";
  const targets: Target[] = [];
  for (const person of [...random.sample(chosen, chosen.length), ...random.sample(rest, Math.ceil(rest.length / 3))]) {
    if (person.personal !== null && (prefersHome || random.chance(0.35)))
      targets.push({ person, account: person.personal, listed: null });
    if (person.work !== null && !(prefersHome && person.personal !== null))
      targets.push({ person, account: person.work, listed: aliasOf(person, random) });
    // Relatives are reached through whom they live with (threat-facts TF-207).
    const kin = there.find(
      ({ household, work, personal }) => household === person.household && work === null && personal !== null,
    );
    if (kin?.personal !== undefined && kin.personal !== null && random.chance(0.25))
      targets.push({ person: kin, account: kin.personal, listed: null });
  }
  return targets;
}

/** All waves in date order; the number of their targets is `planted`, or a little less where few people are there. */
export function wavesOf(world: World): readonly Wave[] {
  const { planted, actors: count, people } = world.size;
  if (planted === 0) return [];
  const actors = Array.from({ length: count }, (_, index) => actorOf(world, index));
  const wheel = WHEEL.filter((index) => index < count);
  const usual = Math.max(2, Math.round(0.6 * Math.sqrt(planted)));
  const most = Math.max(2, Math.floor(people * 0.3));
  const random = world.random("waves");
  const sizes = actors.map((): number[] => []);
  let left = planted;
  for (let index = 0; left > 0; index += 1) {
    const size = Math.min(left, most, 1 + random.int(2 * usual));
    sizes[wheel[index % wheel.length] ?? 0]?.push(size);
    left -= size;
  }
  return actors.flatMap((actor, index) => wavesOfActor(world, actor, sizes[index] ?? [])).sort((a, b) => a.at - b.at);
}

function wavesOfActor(world: World, actor: Actor, sizes: readonly number[]): readonly Wave[] {
  if (sizes.length === 0) return [];
  const random = world.random(`waves/${actor.id}`);
  const campaigns = Math.min(5, Math.max(1, Math.ceil(sizes.length / 4)));
  const begin = 60 + random.int(campaigns > 1 ? 700 : 2600);
  const step = Math.floor((DAYS_TOTAL - 120 - begin) / campaigns);
  const waves: Wave[] = [];
  let earlier: Campaign | null = null;
  for (let index = 0; index < campaigns; index += 1) {
    const share = sizes.filter((_, at) => Math.floor((at * campaigns) / sizes.length) === index);
    // Room for its waves before the next campaign begins; gaps of years are left where there are few campaigns.
    let day = afterEvent(world, begin + index * step + random.int(Math.max(1, step - 30 * share.length - 30)), random);
    const pool = poolOf(world, actor, day, random);
    const campaign: Campaign = campaignOf(world, { actor, index, pool, earlier, at: FIRST_DAY + day * DAY });
    for (const [number, size] of share.entries()) {
      while (!isWorkday(day)) day += 1;
      waves.push(waveOf(campaign, { number: number + 1, day, size, pool }, random));
      day += 2 + random.int(random.chance(0.3) ? 28 : 8);
    }
    earlier = campaign;
  }
  return waves;
}

/** Six in ten campaigns begin within four days of an event. */
function afterEvent(world: World, day: number, random: Random): number {
  const next = world.events.find((event) => event.day >= day && event.day < day + 60);
  return next === undefined || !random.chance(0.6) ? day : next.day + random.int(5);
}

interface WavePlan {
  readonly number: number;
  readonly day: number;
  readonly size: number;
  readonly pool: readonly Target[];
}

function waveOf(campaign: Campaign, { number, day, size, pool }: WavePlan, random: Random): Wave {
  const hour = 9 + random.int(8) + (weekday(day) === 5 ? -1 : 0);
  const at = FIRST_DAY + day * DAY + hour * HOUR - campaign.actor.offset * 60_000;
  const there = pool.filter(({ person }) => isThere(person, at));
  // Mostly the first of the pool, whom every wave of the campaign is after; the others change.
  const steady = there.slice(0, Math.ceil(size * 0.7));
  const others = random.sample(there.slice(steady.length), size - Math.min(size, steady.length));
  return { campaign, number, day, at, targets: [...steady, ...others].slice(0, size) };
}
