/**
 * What MISP says of who did it, as claims of who published it: clusters of galaxies and tags that name a group, attributes of the category
 * `Attribution`, and the clusters of a galaxy, whose names are claims of its authors. Pure and total.
 */
import type { Party } from "../../case/assertion.ts";
import type { MispAttribute, MispClaim, MispEvent } from "../../intel/misp/event.ts";
import type { Galaxy } from "../../intel/misp/galaxy.ts";
import { Claims, type Origin, partyNamed, type Said } from "./claimed.ts";

/** Galaxies whose clusters are groups. */
const GROUPS = /(?:^|-)(?:threat-actor|intrusion-set|activity-group)(?:$|-)|^(?:threat-actor|360net-threat-actor)$/;
/** Attributes that name who did it. */
const WHO: ReadonlySet<string> = new Set(["threat-actor", "campaign-name", "campaign-id"]);
const ATTRIBUTION = "Attribution";

export function statementsOfMisp(events: readonly MispEvent[], sha256: string): Said {
  const claims = new Claims(sha256);
  for (const event of events) {
    const producer = event.publisher === "" ? null : partyNamed(event.publisher, "unknown");
    const origin: Origin = { producer, date: event.date, id: event.uuid };
    claims.prose(origin, event.info);
    takeClaims(event.claims, event, origin, claims);
    const named = new Set(event.claims.map(keyOf));
    for (const attribute of event.attributes) {
      // Tags of the event are often written at each of its values again.
      const own = attribute.claims.filter((claim) => !named.has(keyOf(claim)));
      takeAttribute({ ...attribute, claims: own }, event, origin, claims);
    }
  }
  const [first] = events;
  const dates = new Set(events.map(({ date }) => date));
  return claims.said({ publisher: first?.publisher ?? "", date: dates.size === 1 ? (first?.date ?? null) : null });
}

function keyOf({ kind, name }: MispClaim): string {
  return `${kind} ${name}`;
}

/** Its clusters are groups. */
export function namesGroups({ type }: Galaxy): boolean {
  return GROUPS.test(type);
}

/** Names and synonyms of groups, as its authors have them. */
export function statementsOfGalaxy({ type, name, source, clusters, unnamed }: Galaxy, sha256: string): Said {
  const claims = new Claims(sha256);
  const by = `MISP galaxy ${name || type}${source === "" ? "" : ` (${source})`}`;
  for (const cluster of clusters) {
    claims.actor(partyNamed(cluster.name, "group"));
    if (cluster.synonyms.length > 0)
      claims.alias({ by, name: cluster.name, aliases: cluster.synonyms, source: name || type });
  }
  if (unnamed.length > 0) claims.problems.push(`${unnamed.length} of its clusters have no name, and were left out.`);
  return claims.said({ publisher: by, date: null });
}

function takeClaims(all: readonly MispClaim[], event: MispEvent, origin: Origin, claims: Claims): void {
  for (const { kind, name, synonyms, by } of all) {
    if (by === "galaxy" ? GROUPS.test(kind) || kind === "" : GROUPS.test(kind)) {
      accuse({ name, words: `${event.info}: ${name}`, about: `${event.info} is tied to ${name}` }, origin, claims);
      if (synonyms.length > 0)
        claims.alias({ by: origin.producer?.name ?? "", name, aliases: synonyms, source: event.info });
    }
    const [, id = ""] = /\b(T\d{4}(?:\.\d{3})?)\b/.exec(name) ?? [];
    const quote = { text: name, start: 0, end: 0, page: 0, line: 0 };
    if (/attack-pattern/.test(kind) && id !== "") claims.technique({ id, name: name.replace(/ - T\d.*/, ""), quote });
  }
}

function takeAttribute(attribute: MispAttribute, event: MispEvent, origin: Origin, claims: Claims): void {
  const { category, type, value, comment, isDeleted, uuid } = attribute;
  if (isDeleted) {
    if (category === ATTRIBUTION) claims.reject(uuid, value, "its source has deleted it");
    return;
  }
  const own = { ...origin, id: uuid || origin.id };
  takeClaims(attribute.claims, event, own, claims);
  if (category !== ATTRIBUTION) return;
  if (WHO.has(type))
    accuse(
      {
        name: value,
        kind: type === "threat-actor" ? "group" : "unknown",
        words: comment,
        about: `${event.info} is attributed to ${value}`,
      },
      own,
      claims,
    );
  else if (type === "comment" || type === "text" || type === "other") claims.prose(own, value);
  else claims.reject(uuid, value, `its type ${type.slice(0, 40)} names nobody who did it`);
}

interface Accused {
  readonly name: string;
  /** A group's where left out; a campaign's name is none. */
  readonly kind?: Party["kind"];
  /** Empty for none. */
  readonly words: string;
  readonly about: string;
}

function accuse({ name, kind = "group", words, about }: Accused, origin: Origin, claims: Claims): void {
  const party: Party = partyNamed(name, kind);
  claims.add(origin, { kind: "accusation", against: [party], about, words: words || about, isVerbatim: false });
}
