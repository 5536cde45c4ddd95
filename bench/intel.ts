/**
 * `npm run bench:intel [FOLDER]`: ATT&CK and the MISP galaxy read as graphs and clusters, from the shared corpus or a folder with `attack/` and
 * `misp-galaxy/clusters/`. Beside each the floor: `JSON.parse` of the same bytes. Wall clock and processor time of three rounds,
 * and the peak of the process. The bar: both in less than two seconds and 300 MB.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseJson } from "../src/intel/formats/json.ts";
import { parseGalaxy } from "../src/intel/misp/galaxy.ts";
import { stixGraph } from "../src/intel/stix/graph.ts";
import { unpackSet } from "../tools/corpus.ts";

const folder = process.argv[2] ?? unpackSet("intel");
if (folder === null || !existsSync(join(folder, "attack"))) {
  console.log("no folder with attack/ and misp-galaxy/clusters/: name one");
  process.exit(0);
}

function filesIn(part: string): readonly string[] {
  const path = join(folder ?? "", part);
  return readdirSync(path)
    .filter((name) => name.endsWith(".json"))
    .map((name) => join(path, name));
}

function readAttack(text: string): number {
  const parsed = parseJson(text);
  if (!parsed.ok) throw new Error(parsed.error.why);
  const { objects } = parsed.value as { readonly objects: readonly unknown[] };
  return stixGraph(objects).objects.size;
}

function readGalaxy(text: string): number {
  const parsed = parseGalaxy(text);
  if (!parsed.ok) throw new Error(parsed.error);
  return parsed.value.clusters.length;
}

function measure(name: string, paths: readonly string[], read: (text: string) => number): number {
  const started = performance.now();
  const cpu = process.cpuUsage();
  let found = 0;
  for (const path of paths) found += read(readFileSync(path, "utf8"));
  const { user, system } = process.cpuUsage(cpu);
  const milliseconds = performance.now() - started;
  const told = found === 0 ? "" : `, ${found.toLocaleString("en")} things`;
  console.log(
    `${name.padEnd(28)} ${milliseconds.toFixed(0)} ms, ${((user + system) / 1000).toFixed(0)} ms of processor time${told}`,
  );
  return milliseconds;
}

const plain = (text: string): number => {
  JSON.parse(text);
  return 0;
};
// The first round is what a command pays that reads each once; the later ones what the code can do.
for (const round of ["first", "second", "third"]) {
  console.log(`${round} round`);
  let all = 0;
  for (const [name, paths, read] of [
    ["ATT&CK", filesIn("attack"), readAttack],
    ["MISP galaxy", filesIn("misp-galaxy/clusters"), readGalaxy],
  ] as const) {
    measure(`  floor of ${name}`, paths, plain);
    all += measure(`  ${name}`, paths, read);
  }
  console.log(`  together ${all.toFixed(0)} ms; peak ${Math.round(process.resourceUsage().maxRSS / 1024)} MiB`);
}
