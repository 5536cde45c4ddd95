/**
 * Writes `src/statements/data/groups.ts` from a copy of the MISP galaxy (clusters `threat-actor`, `microsoft-activity-group`,
 * `mitre-intrusion-set`): names, aliases and the country that the galaxy says is claimed.
 *
 *     node tools/group-names.ts PATH/TO/misp-galaxy/clusters
 */
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

interface Cluster {
  readonly values: readonly {
    readonly value: string;
    readonly meta?: {
      readonly country?: unknown;
      readonly synonyms?: readonly string[];
      readonly external_id?: unknown;
    };
  }[];
}

interface Group {
  readonly name: string;
  readonly country: string;
  readonly aliases: readonly string[];
}

const folder = process.argv[2];
if (folder === undefined) throw new Error("name the folder of the clusters");

const clusterOf = (name: string) => JSON.parse(readFileSync(`${folder}/${name}.json`, "utf8")) as Cluster;
const keyOf = (name: string) =>
  name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
/** What a text can name: no sentences, no notes in brackets, no lists. */
const isName = (name: string) => /^[\p{L}\p{N}][\p{L}\p{N} .'_-]{2,39}$/u.test(name) && name.split(" ").length <= 5;
/** Names of states' bodies, of programs and of nothing in particular are no group's. */
const NO_GROUP = /^(?:unit 8200|nsa|gru|fsb|svr|mss|anonymous|the a-team|admin|apt|lead|group 3|operation .*|g\d{4})$/i;

function read(cluster: string): readonly Group[] {
  return clusterOf(cluster).values.flatMap(({ value, meta }) => {
    const name = value
      .replace(/\s*[-–]\s*G\d{4}$/, "")
      .replace(/\s*\(.*\)$/, "")
      .trim();
    if (!isName(name) || NO_GROUP.test(name)) return [];
    const country = typeof meta?.country === "string" && /^[A-Z]{2}$/.test(meta.country) ? meta.country : "";
    const aliases = (meta?.synonyms ?? []).map((alias) => alias.trim());
    return [{ name, country, aliases: aliases.filter((one) => isName(one) && !NO_GROUP.test(one)) }];
  });
}

interface Known {
  readonly name: string;
  country: string;
  readonly aliases: Map<string, string>;
}

/** The first cluster gives the groups. An alias that several of them are said to have stands for itself: which is meant is not known. */
const [first, ...others] = ["threat-actor", "mitre-intrusion-set", "microsoft-activity-group"];
const groups = new Map<string, Known>();
const owners = new Map<string, Set<Known>>();
const given = read(first ?? "");
for (const { name, country } of given) groups.set(keyOf(name), { name, country, aliases: new Map() });
for (const { name, aliases } of given) {
  const group = groups.get(keyOf(name));
  for (const alias of group === undefined ? [] : aliases) {
    if (group === undefined || groups.has(keyOf(alias))) continue;
    if (!group.aliases.has(keyOf(alias))) group.aliases.set(keyOf(alias), alias);
    owners.set(keyOf(alias), (owners.get(keyOf(alias)) ?? new Set()).add(group));
  }
}
for (const [key, sharing] of owners) {
  const [one] = sharing;
  const written = one?.aliases.get(key);
  if (sharing.size < 2 || one === undefined || written === undefined) continue;
  const countries = new Set([...sharing].map(({ country }) => country));
  for (const group of sharing) group.aliases.delete(key);
  groups.set(key, { name: written, country: countries.size === 1 ? one.country : "", aliases: new Map() });
}
/** The others add: a group whose name, or one of whose aliases, is known adds what nobody has. */
for (const { name, country, aliases } of others.flatMap(read)) {
  const names = [name, ...aliases];
  const knownAs = (key: string) =>
    groups.get(key) ?? (owners.get(key)?.size === 1 ? [...(owners.get(key) ?? [])][0] : undefined);
  const group = names.map((one) => knownAs(keyOf(one))).find((one) => one !== undefined) ?? {
    name,
    country,
    aliases: new Map(),
  };
  if (group.country === "") group.country = country;
  groups.set(keyOf(group.name), group);
  for (const one of names) {
    const key = keyOf(one);
    if (groups.has(key) || owners.has(key)) continue;
    group.aliases.set(key, one);
    owners.set(key, new Set([group]));
  }
}

const lines = [...groups.values()]
  .map(({ name, country, aliases }) => `${name}|${country}|${[...aliases.values()].join(";")}`)
  .sort()
  .map((line) => line.replaceAll("\\", "").replaceAll("`", "").replaceAll("${", ""));
const text = `/**
 * Groups that publishers name, and the names that others use for them: \`name | country that is claimed | aliases\`. Aliases are their
 * vendors' claims, not identities; the country is a claim too.
 *
 * Written by \`tools/group-names.ts\` from the MISP galaxy (MISP Project and contributors), clusters threat-actor,
 * mitre-intrusion-set and microsoft-activity-group, used under CC0 1.0. Never edited by hand.
 */
export const GROUPS = \`
${lines.join("\n")}
\`;
`;
writeFileSync(fileURLToPath(new URL("../src/statements/data/groups.ts", import.meta.url)), text);
console.log(`${groups.size} groups, ${text.length} characters`);
