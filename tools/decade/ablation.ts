/**
 * `node tools/decade/ablation.ts DIR [--sizes 2000] [--seeds 2,3] [--kinds a,b …]`: which kinds of links carry the result. DIR is what
 * `trial.ts --keep DIR` left. Each case is copied and judged again with one family of links weighing nothing, then with all of them; no mail is
 * read. `--kinds`, any number of times: kinds to leave out together in place of families. Copies of one lure make waves all the same.
 */
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { conditionsOf, judge, rulesOf } from "../../src/cli/judging.ts";
import { chooseRules } from "../../src/cli/rule-choice.ts";
import { FAMILIES, KIND_NAMES, KINDS, type KindName } from "../../src/cluster/linking/kinds.ts";
import { openCase } from "../../src/store/sqlite/open-case.ts";
import { registrableDomain } from "../../src/url/registrable-domain.ts";
import { saidOf } from "./read-case.ts";
import { type Score, scoreOf } from "./scoring.ts";
import { readTruths } from "./truth-files.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    sizes: { type: "string", default: "2000" },
    seeds: { type: "string", default: "2,3" },
    kinds: { type: "string", multiple: true },
  },
});
const [kept] = positionals;
if (kept === undefined) throw new Error("node tools/decade/ablation.ts DIR [--sizes N] [--seeds S]");

interface Leaving {
  readonly name: string;
  readonly kinds: ReadonlySet<KindName>;
}

function leavings(): readonly Leaving[] {
  const given = (values.kinds ?? []).map((list) => new Set(list.split(",").map(kindOf)));
  const families = FAMILIES.map((name) => ({
    name: `${name} (${KIND_NAMES.filter((kind) => KINDS[kind].family === name).length} kinds)`,
    kinds: new Set(KIND_NAMES.filter((kind) => KINDS[kind].family === name)),
  }));
  return [
    { name: "nothing", kinds: new Set() },
    ...(given.length > 0 ? given.map((kinds) => ({ name: [...kinds].join(", "), kinds })) : families),
    { name: "everything", kinds: new Set(KIND_NAMES) },
  ];
}

function kindOf(name: string): KindName {
  const kind = KIND_NAMES.find((one) => one === name);
  if (kind === undefined) throw new Error(`no kind of link is called ${name}: ${KIND_NAMES.join(", ")}`);
  return kind;
}

async function scoreWithout(folder: string, decade: string, kinds: ReadonlySet<KindName>): Promise<Score> {
  const opened = await openCase(folder, { mode: "write", registrableDomain });
  if (!opened.ok) throw new Error(opened.error.message);
  const store = opened.value;
  try {
    const choice = chooseRules(true, []);
    if (!choice.ok) throw new Error(choice.error);
    const conditions = conditionsOf(rulesOf(choice.value).ready);
    const judged = await judge(store, conditions, () => {}, { linksLeftOut: kinds });
    if (!judged.ok) throw new Error(judged.error.message);
    return scoreOf(await saidOf(store), readTruths(decade));
  } finally {
    await store.close();
  }
}

/** One line: means over the cases. */
function row(name: string, scores: readonly Score[]): string {
  const mean = (of: (score: Score) => number): string =>
    (scores.reduce((sum, score) => sum + of(score), 0) / Math.max(1, scores.length)).toFixed(3);
  const cells = [
    mean(({ planted }) => planted.found / Math.max(1, planted.of)),
    mean(({ campaigns }) => campaigns.all.precision),
    mean(({ campaigns }) => campaigns.all.recall),
    mean(({ campaigns }) => campaigns.actors.precision),
    mean(({ campaigns }) => campaigns.actors.recall),
    mean(({ campaigns }) => campaigns.makers.precision),
    mean(({ campaigns }) => campaigns.makers.recall),
    mean((score) => score.false.messages),
  ];
  return `| ${name} | ${cells.join(" | ")} |`;
}

const work = mkdtempSync(join(tmpdir(), "letterlock-ablation-"));
console.log(
  "| left out | planted found | campaigns P | campaigns R | actors P | actors R | perhaps one maker P | R | false messages |\n| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |",
);
try {
  const names = values.sizes.split(",").flatMap((size) => values.seeds.split(",").map((seed) => `${size}-${seed}`));
  for (const name of names) cpSync(join(kept, `case-${name}`), join(work, name), { recursive: true });
  for (const leaving of leavings()) {
    const scores: Score[] = [];
    for (const name of names) {
      scores.push(await scoreWithout(join(work, name), join(kept, `decade-${name}`), leaving.kinds));
    }
    console.log(row(leaving.name, scores));
  }
} finally {
  rmSync(work, { recursive: true });
}
