/**
 * One real sender of the registry: who is imitated, and from which domains it really writes.
 *
 * The lists beside this file are our own selection of general public knowledge: names, and the domains that their bearers
 * themselves publish. They are dated, and never complete: a case adds who has long written with aligned DKIM. A missing
 * domain makes a false alarm, a wrong one hides a forgery; so only domains that the bearer itself holds stand here, no service's.
 */
export type SenderKind =
  | "news"
  | "government"
  | "institution"
  | "think-tank"
  | "university"
  | "mail-provider"
  | "technology"
  | "finance"
  | "parcel"
  | "shop"
  | "person"
  | "own"
  | "correspondent";

export interface KnownSender {
  readonly kind: SenderKind;
  /** As people write it. */
  readonly name: string;
  readonly names: readonly KnownName[];
  /** Registrable domains, or hosts where many share one; lower case. The first is the best known. */
  readonly domains: readonly string[];
  /** Lower case; of people, who have no domain to themselves. */
  readonly addresses: readonly string[];
}

export interface KnownName {
  readonly text: string;
  /** Also a word or a person's name: it means the sender only where nothing but words of roles stands beside it. */
  readonly isCommon: boolean;
}

/**
 * Reads lines of `Name; other name; ~common word = domain address`. A `~` marks a name that is also an ordinary word or a
 * person's. Lines that hold no domain name nobody.
 */
export function knownSenders(kind: SenderKind, lines: string): readonly KnownSender[] {
  return lines
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line.includes("="))
    .map((line) => {
      const [left = "", right = ""] = line.split("=");
      const homes = right.trim().split(/\s+/);
      const names = left.split(";").map((text) => text.trim());
      return {
        kind,
        name: (names[0] ?? "").replace(/^~/, ""),
        names: names.map((text) => ({ text: text.replace(/^~/, ""), isCommon: text.startsWith("~") })),
        domains: homes.filter((home) => !home.includes("@")),
        addresses: homes.filter((home) => home.includes("@")),
      };
    });
}
