/**
 * What rules may ask that no message holds: whose mail this is, whom they know, what was there before. All of it is given; what is not
 * given is undetermined with the name of its capability, never empty (mql.md, sections 8 and 11).
 */
import type { EpochMs } from "../base/brand.ts";
import type { Profile } from "../case/profile.ts";
import type { List, Undetermined } from "../mql/value.ts";
import type { PictureReader } from "../ports/picture-reader.ts";

/** The organisation or person whose mailboxes these are. Null: not known, and all that needs it is undetermined (`list.org`). */
export interface Owner {
  /** Lower-case addresses. */
  readonly addresses: readonly string[];
  /** Lower-case domains, none of a provider that gives addresses to everybody. */
  readonly domains: readonly string[];
  /** Whom attackers would play: the roster. Null: no roster was given. */
  readonly vips: readonly { readonly displayName: string; readonly email: string }[] | null;
}

export interface History {
  /** Key: a lower-case address or domain. Null: the archive begins too late to tell (`profile`). */
  readonly profile: (key: string) => Profile | null;
  /** Everyone the owner wrote to, and everyone who wrote, before the moment. */
  readonly recipients: List;
  readonly recipientDomains: List;
  readonly senders: List;
  readonly senderDomains: List;
}

/** Signatures over files (YARA). */
export interface Signatures {
  /** Those that the bytes match, by their order in the rules; null where the file is too large or the engine gave up. */
  readonly matches: (bytes: Uint8Array) => readonly SignatureMatch[] | null;
}

export interface SignatureMatch {
  readonly name: string;
  readonly meta: ReadonlyMap<string, string>;
}

/** What a register said of a domain on a day. */
export interface Registration {
  readonly created: EpochMs;
  /** When it was asked; null where the file does not say. */
  readonly checked: EpochMs | null;
}

/** What the user gave beside lists. Nothing in it was asked for because of the mail. */
export interface Given {
  /** Null: none were given (`yara`). */
  readonly signatures: Signatures | null;
  /** Of a lower-case registrable domain; null where it is not known (`whois`). */
  readonly registration: (domain: string) => Registration | null;
  /** Absent: text in pictures is not to be read (`ocr`). */
  readonly pictures?: PictureReader;
}

export interface Knowledge {
  readonly owner: Owner | null;
  /** Null while messages are read one by one; judging knows it. */
  readonly history: History | null;
  /** Lists that ship and lists that the user gave, by name without the dollar sign. */
  readonly list: (name: string) => List | Undetermined;
  readonly given?: Given;
  /** Names of the owner's own mail servers, whose results at receipt alone count where there are any. */
  readonly servers?: readonly string[];
}
