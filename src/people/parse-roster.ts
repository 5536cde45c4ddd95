/**
 * A roster file → the people that the user named (docs/formats/roster.md): all their addresses are one person. Every row, value
 * and address that cannot be taken is told with its line; the rest is used.
 *
 * Consent: who lives in another person's household, and every private address, is in the roster only where consent is recorded. Of
 * the others nothing is kept but how many they are and hashes of their addresses, so that their mail can be left out. Pure, total.
 */
import { createHash } from "node:crypto";
import { decodeText } from "../base/decode-text.ts";
import { limits } from "../base/limits.ts";
import type { Roster, RosterPerson, RosterProblem } from "../case/roster.ts";
import { registrableDomain } from "../url/registrable-domain.ts";
import { isFreeMail } from "../url/shared-domains.ts";
import { type Column, type RosterRow, rosterRows } from "./roster-rows.ts";

export interface ParsedRoster {
  readonly roster: Roster;
  /** By line; at most `limits.rosterProblemsMax`. */
  readonly problems: readonly RosterProblem[];
}

export function parseRoster(bytes: Uint8Array): ParsedRoster {
  const { text, oddLine } = decodeText(bytes);
  const { rows, problems } = rosterRows(text);
  const builder = new RosterBuilder([...problems]);
  if (oddLine !== null) {
    builder.tell(
      oddLine,
      "encoding",
      "the file is no UTF-8; it was read as Windows-1252, so check names with accents. Save it as UTF-8",
    );
  }
  for (const row of rows.slice(0, limits.rosterPeopleMax)) builder.add(row);
  if (rows.length > limits.rosterPeopleMax) {
    builder.tell(
      rows.at(-1)?.line ?? 0,
      "too-many",
      `more than ${limits.rosterPeopleMax} people; the rest was left out`,
    );
  }
  return builder.done();
}

/** By which the mail of somebody who did not consent is recognised without keeping the address. */
export function withheldKey(address: string): string {
  return createHash("sha256").update(`letterlock withheld\n${address}`).digest("hex").slice(0, 24);
}

interface Draft {
  readonly line: number;
  readonly key: string;
  name: string;
  role: string;
  household: string;
  consent: string;
  readonly groups: Set<string>;
  readonly addresses: Set<string>;
  readonly personal: Set<string>;
}

class RosterBuilder {
  readonly #problems: RosterProblem[];
  readonly #drafts = new Map<string, Draft>();
  /** Address → key of the person who has it, and the line. */
  readonly #holders = new Map<string, { readonly key: string; readonly line: number }>();

  constructor(problems: RosterProblem[]) {
    this.#problems = problems;
  }

  tell(line: number, code: RosterProblem["code"], message: string): void {
    this.#problems.push({ line, code, message });
  }

  add(row: RosterRow): void {
    const { line } = row;
    const written = [...this.#addressesOf(row, "addresses"), ...this.#addressesOf(row, "personal")];
    const key = one(row, "person") || one(row, "name").toLowerCase() || (written[0]?.address ?? "");
    if (key === "") {
      this.tell(
        line,
        "malformed-row",
        "the row names nobody: it has no person, no name and no address, and was left out",
      );
      return;
    }
    const draft = this.#draft(key, row);
    for (const group of row.values.get("groups") ?? []) {
      for (const name of group.split(/[;|,]/)) {
        if (name.trim() !== "" && draft.groups.size < limits.csvCellsMax) draft.groups.add(name.trim());
      }
    }
    for (const { address, column } of written) this.#addAddress(draft, address, { column, line });
  }

  done(): ParsedRoster {
    const people: RosterPerson[] = [];
    const withheld: string[] = [];
    let withheldPeople = 0;
    const heads = this.#headsOfHouseholds();
    for (const draft of this.#drafts.values()) {
      const person = this.#consented(draft, heads);
      const kept = new Set(person?.addresses);
      const left = [...draft.addresses].filter((address) => !kept.has(address));
      if (left.length > 0 || person === null) withheldPeople += 1;
      withheld.push(...left.map(withheldKey));
      if (draft.addresses.size === 0 && person !== null) {
        this.tell(
          draft.line,
          "no-address",
          `${shown(draft.key)} has no address that could be read: nothing can be found for them`,
        );
      }
      if (person !== null) people.push(person);
    }
    const problems = this.#problems.toSorted((a, b) => a.line - b.line).slice(0, limits.rosterProblemsMax);
    return { roster: { people, withheldPeople, withheldAddresses: withheld.length, withheld }, problems };
  }

  /** Household → the person of the organisation in it: its key names them, or they are the first in it with an address for work. */
  #headsOfHouseholds(): ReadonlyMap<string, string> {
    const heads = new Map<string, string>();
    for (const draft of this.#drafts.values()) {
      if (draft.household === "" || heads.has(draft.household) || isKin(draft)) continue;
      if (this.#drafts.has(draft.household)) heads.set(draft.household, draft.household);
      else if (draft.addresses.size > draft.personal.size) heads.set(draft.household, draft.key);
    }
    return heads;
  }

  /** Null where the whole person needs consent and gave none. */
  #consented(draft: Draft, heads: ReadonlyMap<string, string>): RosterPerson | null {
    const { key, name, role, household } = draft;
    const head = this.#drafts.has(household) ? household : heads.get(household);
    const isRelative = household !== "" && household !== key && head !== key;
    if (isRelative && head === undefined) {
      const message = `nobody of the organisation is in the household ${shown(household)}; ${shown(key)} is taken for a relative all the same`;
      this.tell(draft.line, "unknown-household", message);
    }
    const given = this.#consentOf(draft);
    if (isRelative && given.word === "") return null;
    const hasPersonal = given.isForPersonal;
    return {
      ...{ key, name, role, consent: given.word },
      household: isRelative ? (head ?? household) : "",
      groups: [...draft.groups],
      addresses: [...draft.addresses].filter((address) => hasPersonal || !draft.personal.has(address)),
      personal: hasPersonal ? [...draft.personal] : [],
    };
  }

  /** No word unless it plainly says yes: a day, a word for it, or what it is for (`work`, `personal`, `work+personal`). */
  #consentOf({ consent, key, line }: Draft): { readonly word: string; readonly isForPersonal: boolean } {
    const word = consent.trim().toLowerCase();
    if (word === "" || /^(?:no|n|false|0|none|nein|non|refused|-)$/.test(word))
      return { word: "", isForPersonal: false };
    if (/^(?:yes|y|true|1|ja|oui|given|all)$/.test(word)) return { word: "yes", isForPersonal: true };
    if (/^(?:work|office)$/.test(word)) return { word: "work", isForPersonal: false };
    if (/^(?:work\s*[+,&]\s*)?(?:personal|private)$/.test(word)) return { word, isForPersonal: true };
    if (/^\d{4}-\d{2}-\d{2}/.test(word) && !Number.isNaN(Date.parse(word.slice(0, 10)))) {
      return { word: word.slice(0, 10), isForPersonal: true };
    }
    const message = `the consent of ${shown(key)} says ${shown(consent)}, which is neither yes, no, work, personal nor a day (2026-01-31); it was taken for no`;
    this.tell(line, "unclear-consent", message);
    return { word: "", isForPersonal: false };
  }

  #draft(key: string, row: RosterRow): Draft {
    const known = this.#drafts.get(key);
    if (known !== undefined) {
      this.#unite(known, row);
      return known;
    }
    const [name, role, household, consent] = (["name", "role", "household", "consent"] as const).map((column) =>
      one(row, column),
    ) as [string, string, string, string];
    const sets = { groups: new Set<string>(), addresses: new Set<string>(), personal: new Set<string>() };
    const draft = { line: row.line, key, name, role, household, consent, ...sets };
    this.#drafts.set(key, draft);
    return draft;
  }

  /** A person in several rows: the first word counts, and no later row may add consent to an earlier no. */
  #unite(known: Draft, row: RosterRow): void {
    const others: string[] = [];
    for (const column of ["name", "role", "household", "consent"] as const) {
      const value = one(row, column);
      if (value === "") continue;
      if (known[column] === "") known[column] = value;
      else if (known[column] !== value) others.push(column);
    }
    if (others.length === 0) return;
    const message = `${shown(known.key)} was named in line ${known.line} already, with another ${others.join(" and ")}; the first is used and the addresses are united. Give each person a \`person\` of their own`;
    this.tell(row.line, "duplicate-person", message);
  }

  #addressesOf(row: RosterRow, column: "addresses" | "personal"): readonly { address: string; column: Column }[] {
    const words = (row.values.get(column) ?? [])
      .flatMap((cell) => cell.split(/[\s;|,]+/))
      .filter((word) => word !== "");
    return words.slice(0, limits.csvCellsMax).flatMap((word) => {
      const address = addressIn(word);
      if (address !== null) return [{ address, column }];
      this.tell(
        row.line,
        "malformed-address",
        `${shown(word)} is no address and was left out. Write addresses as name@domain, with spaces between`,
      );
      return [];
    });
  }

  #addAddress(draft: Draft, address: string, { column, line }: { column: Column; line: number }): void {
    const holder = this.#holders.get(address);
    if (holder !== undefined && holder.key !== draft.key) {
      const message = `${address} is ${shown(holder.key)}'s in line ${holder.line} already; it stays there. One address is one person's: remove it from one of them`;
      this.tell(line, "shared-address", message);
      return;
    }
    if (holder !== undefined) {
      this.tell(line, "duplicate-address", `${address} was named in line ${holder.line} already; once is enough`);
    }
    this.#holders.set(address, holder ?? { key: draft.key, line });
    draft.addresses.add(address);
    const domain = registrableDomain(address.slice(address.lastIndexOf("@") + 1));
    if (column === "personal" || isFreeMail(domain)) draft.personal.add(address);
  }
}

/** Kept apart from staff also where the household names nobody. */
function isKin({ role }: Draft): boolean {
  return /\b(?:spouse|partner|wife|husband|child|son|daughter|mother|father|parent|sister|brother|relative|family)\b/i.test(
    role,
  );
}

function one({ values }: RosterRow, column: Column): string {
  return values.get(column)?.[0] ?? "";
}

/** Also out of `mailto:` and angle brackets. */
function addressIn(word: string): string | null {
  const bare = word
    .replace(/^(?:mailto:)?<?/i, "")
    .replace(/>$/, "")
    .toLowerCase();
  return /^[^\s@<>"(),:;[\]\\]{1,64}@(?=.{1,253}$)[^\s@<>"(),:;[\]\\.]+(?:\.[^\s@<>"(),:;[\]\\.]+)*$/.test(bare)
    ? bare
    : null;
}

function shown(text: string): string {
  return JSON.stringify(text.slice(0, 80));
}
