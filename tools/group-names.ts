/**
 * Writes `src/intel/assertions/data/groups.ts` from a copy of the MISP galaxy (clusters `threat-actor`, `microsoft-activity-group`,
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
  country: string;
  readonly aliases: Set<string>;
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

const groups: Group[] = [];
const byKey = new Map<string, Group>();

function add(value: string, aliases: readonly string[], country: string): void {
  const name = value
    .replace(/\s*[-–]\s*G\d{4}$/, "")
    .replace(/\s*\(.*\)$/, "")
    .trim();
  const names = [name, ...aliases.map((alias) => alias.trim())].filter((one) => isName(one) && !NO_GROUP.test(one));
  if (names.length === 0 || names[0] !== name) return;
  let group =
    byKey.get(keyOf(name)) ??
    names
      .map(keyOf)
      .map((key) => byKey.get(key))
      .find((one) => one !== undefined);
  if (group === undefined) {
    group = { name, country: "", aliases: new Set() };
    groups.push(group);
  }
  if (group.country === "" && /^[A-Z]{2}$/.test(country)) group.country = country;
  for (const one of names) {
    if (byKey.has(keyOf(one))) continue;
    byKey.set(keyOf(one), group);
    if (one !== group.name) group.aliases.add(one);
  }
}

for (const cluster of ["threat-actor", "mitre-intrusion-set", "microsoft-activity-group"]) {
  for (const { value, meta } of clusterOf(cluster).values) {
    add(value, meta?.synonyms ?? [], typeof meta?.country === "string" ? meta.country : "");
  }
}

const lines = groups
  .map(({ name, country, aliases }) => `${name}|${country}|${[...aliases].join(";")}`)
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
writeFileSync(fileURLToPath(new URL("../src/intel/assertions/data/groups.ts", import.meta.url)), text);
console.log(`${groups.length} groups, ${byKey.size} names, ${text.length} characters`);
