/**
 * Writes `src/intel/extraction/shipped-warning-lists.ts` from a checkout of MISP's warning lists: `node tools/warning-lists.ts FOLDER COMMIT`
 * with the folder that holds `lists/`. The lists are in the public domain (CC0-1.0) as a whole; taken are those that MISP's people gathered
 * themselves, none that is made from somebody's ranking.
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** Lists of names of hosts, whichever type they give themselves. */
const HOSTS: ReadonlySet<string> = new Set([
  "automated-malware-analysis",
  "crl-hostname",
  "captive-portals",
  "microsoft",
  "google",
]);

/** Folder → the name that is told. */
const LISTS: readonly (readonly [folder: string, name: string])[] = [
  ["security-provider-blogpost", "security vendors' pages"],
  ["automated-malware-analysis", "services that analyse malware"],
  ["whats-my-ip", "services that tell one's address"],
  ["crl-hostname", "servers of revocation lists"],
  ["captive-portals", "probes for captive portals"],
  ["microsoft", "Microsoft"],
  ["google", "Google"],
  ["apple", "Apple"],
  ["wikimedia", "Wikimedia's networks"],
  ["empty-hashes", "hashes of empty files"],
];

const [folder = "", commit = ""] = process.argv.slice(2);
if (!existsSync(join(folder, "lists")) || commit === "") {
  console.error("usage: node tools/warning-lists.ts FOLDER COMMIT");
  process.exit(2);
}
const out: string[] = [
  "/**",
  " * Warning lists that come with Letterlock: from MISP's warning lists (CC0-1.0, public domain), commit",
  ` * ${commit}. Made by \`tools/warning-lists.ts\`; do not edit.`,
  " */",
  'import type { ShippedListType } from "./warnings.ts";',
  "",
  "/** Values stand with spaces between. */",
  "export const shippedWarningLists: readonly (readonly [name: string, type: ShippedListType, values: string])[] = [",
];
for (const [name, title] of LISTS) {
  const list: unknown = JSON.parse(readFileSync(join(folder, "lists", name, "list.json"), "utf8"));
  const { type: given, values } = partsOf(list, name);
  const type = HOSTS.has(name) ? "hostname" : given;
  const kept = [...new Set(values)].filter((value) => !/\s/.test(value)).sort();
  out.push("  [", `    ${JSON.stringify(title)},`, `    ${JSON.stringify(type)},`, `    \`${wrapped(kept)}\`,`, "  ],");
}
out.push("];", "");
writeFileSync(
  fileURLToPath(new URL("../src/intel/extraction/shipped-warning-lists.ts", import.meta.url)),
  out.join("\n"),
);

function partsOf(list: unknown, name: string): { readonly type: string; readonly values: readonly string[] } {
  if (
    typeof list !== "object" ||
    list === null ||
    !("list" in list) ||
    !Array.isArray(list.list) ||
    !("type" in list)
  ) {
    throw new Error(`${name} is no warning list`);
  }
  return { type: String(list.type), values: list.list.map(String) };
}

function wrapped(values: readonly string[]): string {
  const lines: string[] = [""];
  for (const value of values) {
    const last = lines[lines.length - 1] ?? "";
    if (last.length + value.length > 138) lines.push(value);
    else lines[lines.length - 1] = last === "" ? value : `${last} ${value}`;
  }
  return lines.join("\n").replaceAll("\\", "\\\\").replaceAll("`", "\\`").replaceAll("$", "\\$");
}
