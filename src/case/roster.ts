/**
 * Whose people these are, as the user said (docs/formats/roster.md), in the form that the case keeps. Who needs consent and did not
 * give it is not in it: only how many there are, and hashes by which their mail is recognised and left out.
 */

import type { EpochMs } from "../base/brand.ts";

/** Somebody of the roster. */
export interface RosterPerson {
  /** The user's own word for the person, unique; the id is made of it. */
  readonly key: string;
  readonly name: string;
  readonly role: string;
  readonly groups: readonly string[];
  /** Key of the person in whose household this one lives; empty for nobody's. */
  readonly household: string;
  /** Lower case, each once; what needs consent only where it was given. */
  readonly addresses: readonly string[];
  /** Of these, the private ones. */
  readonly personal: readonly string[];
  /** What was written of consent: a day or `yes`; empty where none was recorded. */
  readonly consent: string;
}

/** A row or a value that could not be taken as it is; the rest is used. */
export interface RosterProblem {
  /** From 1; 0 where no line can be named. */
  readonly line: number;
  readonly code:
    | "encoding"
    | "syntax"
    | "no-people"
    | "unknown-column"
    | "malformed-row"
    | "malformed-address"
    | "duplicate-address"
    | "shared-address"
    | "duplicate-person"
    | "no-address"
    | "unknown-household"
    | "unclear-consent"
    | "too-many";
  /** What, and what to do: sentences. */
  readonly message: string;
}

export interface Roster {
  /** In the order of the file. */
  readonly people: readonly RosterPerson[];
  /** People left out whole, and people of whom private addresses were, for want of consent. */
  readonly withheldPeople: number;
  readonly withheldAddresses: number;
  /** `withheldKey` of each address that was left out. */
  readonly withheld: readonly string[];
}

/** A roster as the case remembers it. */
export interface KeptRoster extends Roster {
  /** Absolute path that it was read from. */
  readonly path: string;
  /** SHA-256 of the file's bytes. */
  readonly sha256: string;
}

/** What programs do with remote content at accounts of a domain, from a day on, as the user knows it. */
export interface GivenClient {
  /** Lower case. */
  readonly domain: string;
  readonly since: EpochMs;
  readonly effect: "proxies" | "preloads" | "blocks" | "never" | "loads";
}

/** Of the roles of those who were chosen the one that stands out most, by the same test as `SharedTrait`. */
export interface SharedRole {
  readonly role: string;
  /** Of the chosen: with a known role · with this one. */
  readonly chosen: number;
  readonly chosenWithRole: number;
  /** Of all people with a known role. */
  readonly all: number;
  readonly allWithRole: number;
  /** 0 to 1: how often as many would share it if the chosen were drawn by lot, corrected for the roles that were tried. */
  readonly chance: number;
}

/** What the chosen have in common. */
export interface SharedTrait {
  /** Id of the campaign; null for all of them together. */
  readonly campaign: string | null;
  readonly kind: "role" | "group";
  readonly name: string;
  /** People of the roster who were reached, and how many of these share it. */
  readonly reached: number;
  readonly reachedWith: number;
  /** People of the roster whose mail was read, and how many of these share it. */
  readonly all: number;
  readonly allWith: number;
  /** How probable so many would be by chance (one-sided, exact), corrected for the traits that were tried; 0 to 1. */
  readonly chance: number;
  /** Traits that were tried. */
  readonly tried: number;
}

/** An address that may be a roster person's too. */
export interface ProposedAlias {
  readonly address: string;
  /** Id of the person, and the address of theirs that it is like. */
  readonly person: string;
  readonly like: string;
  readonly kind: "plus-tag" | "dots" | "old-domain" | "same-name";
  readonly reason: string;
  readonly messages: number;
}

/** What is said of people beside each one. */
export interface PeopleNotes {
  readonly roster: { readonly people: number; readonly path: string } | null;
  readonly withheldPeople: number;
  readonly withheldAddresses: number;
  /** Most telling first. */
  readonly traits: readonly SharedTrait[];
  /** Why nothing is said of what the chosen share; empty when something could be. */
  readonly traitsNote: string;
  readonly proposed: readonly ProposedAlias[];
  /** What the logs could not tell, as sentences. */
  readonly logNotes: readonly string[];
}

export const NO_PEOPLE_NOTES: PeopleNotes = {
  roster: null,
  withheldPeople: 0,
  withheldAddresses: 0,
  traits: [],
  traitsNote: "",
  proposed: [],
  logNotes: [],
};
