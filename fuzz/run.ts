/** One run of the fuzzer: its bytes, worked out from seed and number alone, and what the reading of them breaks. */
import { createRandom, type Random } from "../src/demo/random.ts";
import { createTokenFinder } from "../src/signals/tokens.ts";
import { brokenDecoding, brokenReading, context, fingerprint, readFile } from "../test/hostile/read.ts";
import { mutate } from "./mutate.ts";
import { mutateBytes } from "./mutate-bytes.ts";
import type { Container, Sources } from "./sources.ts";

export type FindKind = "crash" | "skip" | "span" | "order" | "slow" | "hang" | "memory" | "death";

export interface Find {
  readonly kind: FindKind;
  /** Equal for finds that are probably one bug. */
  readonly key: string;
  readonly what: string;
}

/** Share of runs that start from a corpus file, where there are any. */
const CORPUS_SHARE = 0.25;
/** Share of runs that edit a container inside a mail. */
const CONTAINER_SHARE = 0.1;
/** Every so many runs the bytes are read twice, the second time by a reader that has seen nothing (INV-6). */
const TWICE_EVERY = 4;

/** INV-2: 250 ms + 2 s per MiB. */
export function allowedMs(bytes: number): number {
  return 250 + (2_000 * bytes) / (1024 * 1024);
}

export function bytesOfRun(sources: Sources, seed: string, run: number): Buffer {
  const random = createRandom(`${seed}/${run}`);
  const isContainer = sources.made.length === 0 || (sources.containers.length > 0 && random.chance(CONTAINER_SHARE));
  if (isContainer) return attached(random.pick(sources.containers), random);
  const any = () => {
    const isCorpus = sources.corpus.length > 0 && random.chance(CORPUS_SHARE);
    return random.pick(isCorpus ? sources.corpus : sources.made);
  };
  return Buffer.from(mutate(any(), random, any), "latin1");
}

/** Edited, and attached to a mail by a name that is its own or says nothing. */
function attached({ name, bytes }: Container, random: Random): Buffer {
  const fileName = random.chance(0.8) ? name : "a.bin";
  const lines = [
    "From: ada@example.org",
    "MIME-Version: 1.0",
    `Content-Type: application/octet-stream; name=${fileName}`,
  ];
  const content = mutateBytes(bytes, random).toString("base64").replace(/.{76}/g, "$&\r\n");
  return Buffer.from([...lines, "Content-Transfer-Encoding: base64", "", content, ""].join("\r\n"));
}

export function isReadTwice(run: number): boolean {
  return run % TWICE_EVERY === 0;
}

/** The first thing that the whole reading of these bytes breaks, time apart; null when all is well. */
export function findIn(bytes: Buffer, twice: boolean): Find | null {
  try {
    const seen = readFile(bytes);
    const [broken] = [...brokenReading(seen), ...brokenDecoding(seen.views.strict)];
    if (broken !== undefined)
      return { kind: broken.startsWith("INV-4") ? "skip" : "span", key: keyOf(broken), what: broken };
    if (!twice) return null;
    const again = readFile(bytes, { ...context, finder: createTokenFinder() });
    return fingerprint(again) === fingerprint(seen) ? null : orderFind;
  } catch (cause) {
    const stack = String(cause instanceof Error ? cause.stack : cause).split("\n");
    const frame = stack.find((line) => line.includes("/src/")) ?? "";
    const what = `${stack[0] ?? ""} ${frame.trim()}`;
    return { kind: "crash", key: keyOf(what), what };
  }
}

const orderFind: Find = { kind: "order", key: "order", what: "INV-6: a second reading differs" };

/** Milliseconds that the whole reading takes, the least of three when the first is over what is allowed. */
export function readingMs(bytes: Buffer, firstMs: number): number {
  let best = firstMs;
  for (let n = 0; n < 2 && best > allowedMs(bytes.length); n++) {
    const start = cpuMs();
    findIn(bytes, false);
    best = Math.min(best, cpuMs() - start);
  }
  return best;
}

/** Processor time of this thread: on a busy machine the clock on the wall says nothing of the reader. Hangs are timed by it all the same. */
export function cpuMs(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

/** Numbers and quoted texts differ from input to input. */
function keyOf(what: string): string {
  return what
    .replace(/"[^"]*"/g, '""')
    .replace(/(?<!\.ts:)\b\d+\b(?!:)/g, "N")
    .slice(0, 300);
}
