/**
 * The organisation: people with roles, who come and go, their work and personal accounts, their relatives; and the
 * outsiders they write to. What an account's program does with remote images is part of it (threat-facts 3).
 */
import { createRandom, hashOf, type Random } from "../../../src/demo/random.ts";
import type { Language } from "../text/phrase-book.ts";
import { nameOf, outsiderDomain } from "./names.ts";
import { DAY, DAYS_TOTAL, END, FIRST_DAY, type Size } from "./size.ts";

export const OFFICE_DOMAIN = "calder-assembly.example";
/** Until the end of 2016; mail to it still arrives. */
export const OLD_DOMAIN = "assembly-of-calder.example";
export const MOVED = Date.UTC(2017, 0, 9);

/** How a writer's program makes mail. */
export interface Kit {
  /** `null`: names itself nowhere. */
  readonly mailer: readonly [name: string, value: string] | null;
  readonly style: "plain" | "alternative";
  readonly encoding: "quoted-printable" | "base64" | "8bit";
  readonly charset: "utf-8" | "iso-8859-1";
  readonly boundary: 0 | 1 | 2 | 3;
  readonly messageId: 0 | 1 | 2 | 3;
  /** Minutes east of UTC that its clock shows; null for the office's. */
  readonly offset: number | null;
}

/** Somebody who writes. */
export interface Party {
  readonly name: string;
  readonly given: string;
  readonly address: string;
  readonly role: string;
  readonly language: Language;
  readonly kit: Kit;
}

export interface Account {
  readonly person: string;
  readonly address: string;
  readonly kind: "work" | "personal";
  /** Folder of the mailbox, relative. */
  readonly path: string;
  /** False for an export that tells nothing of what was read. */
  readonly keepsMarks: boolean;
}

export interface Person extends Party {
  readonly id: string;
  readonly role: string;
  readonly groups: readonly string[];
  readonly household: string;
  readonly consent: "work" | "work+personal" | "none";
  readonly work: Account | null;
  readonly personal: Account | null;
  /** Further addresses at which mail for the work account came in. */
  readonly aliases: readonly string[];
  /** `[joins, leaves)`, ms. */
  readonly joins: number;
  readonly leaves: number;
}

const ROLES: readonly (readonly [role: string, groups: readonly string[], weight: number])[] = [
  ["Member of the assembly", ["members", "trade-committee"], 3],
  ["Member of the assembly", ["members", "foreign-affairs"], 3],
  ["Member of the assembly", ["members"], 4],
  ["Chief of staff", ["staff", "foreign-affairs"], 2],
  ["Adviser", ["staff", "trade-committee"], 3],
  ["Adviser", ["staff"], 4],
  ["Press officer", ["staff", "press"], 3],
  ["Scheduler", ["staff"], 3],
  ["Researcher", ["staff", "library"], 4],
  ["Clerk", ["administration"], 4],
  ["Service desk", ["administration", "it"], 2],
];
const ROLE_WHEEL = ROLES.flatMap(([role, groups, weight]) => Array.from({ length: weight }, () => ({ role, groups })));

export const PERSONAL_PROVIDERS = ["webpost.example", "mail.example", "orchardmail.example"] as const;

const MAILERS: readonly (readonly [name: string, value: string] | null)[] = [
  ["X-Mailer", "Hearthmail 6.2"],
  ["User-Agent", "Paperplane/78.4 (desktop)"],
  ["X-Mailer", "Tidewater Desk 16"],
  ["User-Agent", "Lanyard Webmail/1.4"],
  ["X-Mailer", "Pocketpost 9 (phone)"],
  null,
];

/** How somebody's program writes: fixed by the address. */
export function kitOf(address: string, language: Language): Kit {
  const trait = hashOf(`kit/${address}`);
  const of = <T>(items: readonly T[], shift: number): T => items[(trait >>> shift) % items.length] as T;
  return {
    mailer: of(MAILERS, 0),
    style: of(["plain", "alternative", "alternative"] as const, 4),
    encoding: of(["quoted-printable", "quoted-printable", "8bit", "base64"] as const, 8),
    charset: language === "en" ? "utf-8" : of(["utf-8", "iso-8859-1"] as const, 12),
    boundary: of([0, 1, 2, 3] as const, 14),
    messageId: of([0, 1, 2, 3] as const, 17),
    offset: address.endsWith(OFFICE_DOMAIN) || trait % 5 !== 0 ? null : ((trait >>> 20) % 4) * 60 - 300,
  };
}

export function peopleOf({ seed, people }: Size): readonly Person[] {
  const staff = Array.from({ length: people }, (_, index) => member(seed, index));
  return [...staff, ...staff.flatMap((person, index) => relative(seed, person, index))];
}

function member(seed: string, index: number): Person {
  const random = createRandom(`${seed}/person/${index}`);
  const { name, given, local } = nameOf(seed, index);
  const id = `p${String(index + 1).padStart(4, "0")}`;
  const { role, groups } = random.pick(ROLE_WHEEL);
  const stays = index < 4 || random.chance(0.35);
  const joins = stays ? FIRST_DAY : FIRST_DAY + random.int(DAYS_TOTAL - 700) * DAY;
  const leaves = stays || random.chance(0.4) ? END : joins + (300 + random.int(2500)) * DAY;
  const ends = Math.min(END, leaves);
  const withPersonal = index === 0 || random.chance(0.22);
  const provider = PERSONAL_PROVIDERS[random.int(3)] ?? "mail.example";
  const address = `${local}@${OFFICE_DOMAIN}`;
  const old = joins < MOVED ? [`${local}@${OLD_DOMAIN}`] : [];
  const short = random.chance(0.3) ? [`${local.replace(".", "")}@${OFFICE_DOMAIN}`] : [];
  const personal = `${local.replace(".", random.pick(["", "_", "."]))}${random.chance(0.3) ? random.int(90) + 10 : ""}@${provider}`;
  return {
    ...{ id, name, given, address, role, groups },
    language: "en",
    kit: kitOf(address, "en"),
    household: `h${id.slice(1)}`,
    consent: withPersonal ? "work+personal" : "work",
    work: account(id, address, "work", random),
    personal: withPersonal ? account(id, personal, "personal", random) : null,
    aliases: [...old, ...short],
    ...{ joins, leaves: ends },
  };
}

function account(person: string, address: string, kind: Account["kind"], random: Random): Account {
  return { person, address, kind, path: `${kind}/${address}`, keepsMarks: random.chance(kind === "work" ? 0.95 : 0.8) };
}

/** Some of those who handed in their personal mail have a partner who did so too. */
function relative(seed: string, person: Person, index: number): readonly Person[] {
  const random = createRandom(`${seed}/relative/${index}`);
  if (person.personal === null || !random.chance(0.5)) return [];
  const { given, local } = nameOf(`${seed}/relative`, index);
  const id = `r${person.id.slice(1)}`;
  const family = person.name.slice(person.given.length + 1);
  const address = `${local}@${random.pick(PERSONAL_PROVIDERS)}`;
  const agreed = random.chance(0.7);
  return [
    {
      ...{ id, name: `${given} ${family}`, given, address },
      role: "Relative",
      groups: [],
      language: "en",
      kit: kitOf(address, "en"),
      household: person.household,
      consent: agreed ? "work+personal" : "none",
      work: null,
      personal: agreed ? account(id, address, "personal", random) : null,
      aliases: [],
      joins: FIRST_DAY,
      leaves: END,
    },
  ];
}

export function isThere(person: Person, at: number): boolean {
  return at >= person.joins && at < person.leaves;
}

const OUTSIDE_ROLES = ["", "", "", "Secretary", "Institute of Trade", "Reporter", "Head teacher", "Counsel"];
const LANGUAGES: readonly Language[] = ["en", "en", "en", "en", "en", "de", "fr", "es"];

/** The n-th outsider; the same on every call. */
export function outsiderOf(seed: string, index: number): Party {
  const { name, given, local } = nameOf(`${seed}/outside`, index);
  const domain = outsiderDomain(index);
  const address = `${local}@${domain}`;
  const trait = hashOf(address);
  const language = LANGUAGES[trait % LANGUAGES.length] ?? "en";
  const role = index % 2 === 0 ? "" : (OUTSIDE_ROLES[(trait >>> 5) % OUTSIDE_ROLES.length] ?? "");
  return { name, given, address, role, language, kit: kitOf(address, language) };
}

/** Whom somebody writes to on a day: mostly the same few, now and then somebody new. */
export function correspondentOf(seed: string, person: Person, random: Random): Party {
  const own = hashOf(`${seed}/book/${person.id}`);
  const near = random.chance(0.8) ? random.int(6) : random.int(60);
  return outsiderOf(seed, (own + near * 37) % 12_000);
}
