/** What an organisation hands over beside its mail: roster, events, clients, and what an advisory told it of one actor. */
import { createHash } from "node:crypto";
import { dayStart } from "../world/calendar.ts";
import { clients } from "../world/clients.ts";
import type { World } from "../world/world.ts";
import type { Campaign, Wave } from "./actors.ts";

function csv(rows: readonly (readonly string[])[]): string {
  return rows
    .map((row) => `${row.map((cell) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(",")}\n`)
    .join("");
}

/** Lists are joined by `;`. Relatives without consent are named, their addresses are not. */
export function rosterCsv({ people }: World): string {
  const rows = people.map(({ id, name, work, personal, aliases, role, groups, household, consent }) => {
    const addresses = [work?.address, ...aliases, personal?.address].filter((one) => one !== undefined);
    return [id, name, addresses.join(";"), role, groups.join(";"), household, consent];
  });
  return csv([["person", "name", "addresses", "role", "groups", "household", "consent"], ...rows]);
}

export function eventsCsv({ events }: World): string {
  return csv([
    ["date", "kind", "title"],
    ...events.map(({ day, kind, title }) => [new Date(dayStart(day)).toISOString().slice(0, 10), kind, title]),
  ]);
}

export function clientsCsv(): string {
  return csv([
    ["domain", "since", "behaviour"],
    ...clients.map(({ domain, since, behaviour }) => [domain, new Date(since).toISOString().slice(0, 10), behaviour]),
  ]);
}

interface Indicator {
  readonly type: "domain" | "ipv4" | "email";
  readonly value: string;
  readonly first: number;
}

/** Of the first actor: the infrastructure of every other campaign, as advisories have it: some, and late. */
function indicators(waves: readonly Wave[]): readonly Indicator[] {
  const campaigns = new Map<string, { campaign: Campaign; at: number }>();
  for (const { campaign, at } of waves) if (!campaigns.has(campaign.id)) campaigns.set(campaign.id, { campaign, at });
  const known = [...campaigns.values()].filter(
    ({ campaign }) => campaign.actor.id === "A1" && campaign.index % 2 === 0,
  );
  const all = known.flatMap(({ campaign, at }): readonly Indicator[] => [
    { type: "domain", value: campaign.senderDomain, first: at },
    { type: "domain", value: campaign.loadDomain, first: at },
    { type: "ipv4", value: campaign.server, first: at },
  ]);
  return [...new Map(all.toReversed().map((one) => [`${one.type} ${one.value}`, one])).values()].toReversed();
}

const PUBLISHED = "2023-11-06";

export function iocsCsv(waves: readonly Wave[]): string {
  const rows = indicators(waves).map(({ type, value, first }) => [
    type,
    value,
    "A1",
    new Date(first).toISOString().slice(0, 10),
    PUBLISHED,
    "advisory of the invented national centre",
  ]);
  return csv([["type", "value", "actor", "first_seen", "published", "source"], ...rows]);
}

function uuid(text: string): string {
  const hex = createHash("sha256").update(text).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

const PATTERN: Readonly<Record<Indicator["type"], string>> = {
  domain: "domain-name",
  ipv4: "ipv4-addr",
  email: "email-addr",
};

/** STIX 2.1: an intrusion set and its indicators. */
export function stixBundle(waves: readonly Wave[]): string {
  const stamp = `${PUBLISHED}T09:00:00.000Z`;
  const common = { spec_version: "2.1", created: stamp, modified: stamp };
  const set = {
    type: "intrusion-set",
    id: `intrusion-set--${uuid("A1")}`,
    ...common,
    name: "GREY HERON",
    aliases: ["A1"],
  };
  const objects = indicators(waves).flatMap(({ type, value, first }) => {
    const id = `indicator--${uuid(`${type}/${value}`)}`;
    return [
      {
        type: "indicator",
        id,
        ...common,
        name: `${type} of GREY HERON`,
        indicator_types: ["malicious-activity"],
        pattern: `[${PATTERN[type]}:value = '${value}']`,
        pattern_type: "stix",
        valid_from: new Date(first).toISOString(),
      },
      {
        type: "relationship",
        id: `relationship--${uuid(`r/${type}/${value}`)}`,
        ...common,
        relationship_type: "indicates",
        source_ref: id,
        target_ref: set.id,
      },
    ];
  });
  const distinct = [...new Map([set, ...objects].map((object) => [object.id, object])).values()];
  return `${JSON.stringify({ type: "bundle", id: `bundle--${uuid(JSON.stringify(distinct))}`, objects: distinct }, null, 2)}\n`;
}
