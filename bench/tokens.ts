/**
 * CPU time of the search for tokens, a URL: over the URLs of real mail as the scan asks for them, and over invented ones
 * with one and three layers and 1, 20 and 200 readers' addresses.
 *
 *   node bench/tokens.ts [--against FOLDER] [PATH…]
 *
 * `--against` names another checkout; both are measured in turn, A B A B, and the ratio of their medians is given. Without
 * paths: phishing-pot of the shared corpus, where it lies beside the project.
 */
import { createHash } from "node:crypto";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { createMailboxReader } from "../src/mailbox/reader.ts";
import { analyse } from "../src/pipeline/analyse.ts";
import type { PlanMemory } from "../src/ports/mailbox.ts";
import { createTokenFinder, type TokenContext, type TokenFinder } from "../src/signals/tokens.ts";
import { pathsOrSets } from "../tools/corpus.ts";

const ROUNDS = Number(process.env["BENCH_ROUNDS"] ?? 5);
const nothingKnown: PlanMemory = { source: null, slices: [], files: async () => new Map() };

interface Asked {
  readonly href: string;
  readonly addresses: readonly string[];
  readonly context: TokenContext;
}

interface Side {
  readonly name: string;
  readonly create: () => TokenFinder;
}

const { values, positionals } = parseArgs({ options: { against: { type: "string" } }, allowPositionals: true });
const sides: Side[] = [{ name: "this", create: createTokenFinder }];
if (values.against !== undefined) {
  const other = (await import(join(resolve(values.against), "src/signals/tokens.ts"))) as {
    readonly createTokenFinder: () => TokenFinder;
  };
  sides.push({ name: "against", create: other.createTokenFinder });
}
for (const path of pathsOrSets(positionals, ["phishing-pot"])) print(path, await askedIn(path));
for (const readers of [1, 20, 200]) {
  for (const layers of [0, 1, 3]) print(`invented, ${readers} readers, ${layers} layers`, invented(readers, layers));
}
for (const encoding of ["base64", "hex"] as const) {
  for (const layers of [0, 1, 2, 3])
    print(`opaque under ${layers} of ${encoding}, 8 readers`, opaque(encoding, layers));
}

/** Every search that a scan of these mails makes, in its order. */
async function askedIn(path: string): Promise<readonly Asked[]> {
  const asked: Asked[] = [];
  const finder = createTokenFinder();
  const listening: TokenFinder = {
    find: (href, addresses, context = {}) => {
      asked.push({ href, addresses, context: { ...context, onLimit: () => {} } });
      return finder.find(href, addresses, context);
    },
  };
  const reader = createMailboxReader();
  for await (const found of reader.discover([path])) {
    if (found.kind !== "source") continue;
    const { slices } = await reader.plan(found.source, nothingKnown);
    for await (const slice of slices) {
      for await (const item of reader.read(slice)) {
        if (item.kind === "message") analyse(item.message, { owners: [], finder: listening });
      }
    }
  }
  return asked;
}

/** 2,000 URLs; each is asked for once. `layers` of 0: opaque values; 1: the MD5 of an address; 3: in base64 and base16. */
function invented(readers: number, layers: number): readonly Asked[] {
  const addresses = Array.from({ length: readers }, (_, n) => `reader.number${n}@press${n % 7}.example`);
  const bytes = (n: number) =>
    createHash("md5")
      .update(layers === 0 ? `no ${n}` : (addresses[n % readers] ?? ""))
      .digest();
  const value = (n: number) => {
    const hex = bytes(n).toString("hex");
    return layers === 3 ? Buffer.from(Buffer.from(hex).toString("base64")).toString("hex") : hex;
  };
  return Array.from({ length: 2000 }, (_, n) => ({
    href: `https://t${n}.example.net/open/${n}/pixel.gif?c=spring-${n}&r=${value(n)}`,
    addresses,
    context: {},
  }));
}

/** Values of nobody, encoded again and again: all layers are taken off, and nothing is there. */
function opaque(encoding: "base64" | "hex", layers: number): readonly Asked[] {
  const addresses = Array.from({ length: 8 }, (_, n) => `reader.number${n}@press${n}.example`);
  return Array.from({ length: 2000 }, (_, n) => {
    let value = createHash("md5").update(`no ${n}`).digest("hex");
    for (let layer = 0; layer < layers; layer += 1) value = Buffer.from(value).toString(encoding);
    return { href: `https://t.example.net/open/pixel.gif?c=spring&r=${value}`, addresses, context: {} };
  });
}

function print(name: string, asked: readonly Asked[]): void {
  const figures = sides.map(() => [] as number[]);
  for (let round = 0; round < ROUNDS; round += 1)
    for (const [at, side] of sides.entries()) figures[at]?.push(microseconds(side, asked));
  const medians = figures.map((all) => all.sort((a, b) => a - b)[all.length >> 1] ?? 0);
  const words = sides.map((side, at) => `${side.name} ${medians[at]?.toFixed(2)} µs`);
  const ratio = medians.length > 1 ? `, ratio ${((medians[0] ?? 0) / (medians[1] ?? 1)).toFixed(3)}` : "";
  console.log(`${name}: ${asked.length} URLs; a URL ${words.join(", ")}${ratio}`);
}

function microseconds(side: Side, asked: readonly Asked[]): number {
  const finder = side.create();
  const before = process.cpuUsage();
  let found = 0;
  for (const { href, addresses, context } of asked)
    if (finder.find(href, addresses, context).kind !== "none") found += 1;
  const { user, system } = process.cpuUsage(before);
  if (found < 0) throw new Error("unreachable");
  return (user + system) / Math.max(1, asked.length);
}
