/** `node tools/decade/main.ts OUT [--seed S] [--size N] [--planted N] [--people N] [--form tree|mbox]`: writes a decade (README.md). */
import { parseArgs } from "node:util";
import { writeDecade } from "./output.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seed: { type: "string", default: "1" },
    size: { type: "string", default: "20000" },
    planted: { type: "string" },
    people: { type: "string" },
    form: { type: "string", default: "tree" },
  },
});
const [folder] = positionals;
if (folder === undefined) throw new Error("say where to write: node tools/decade/main.ts OUT");
const number = (text: string | undefined): number | undefined =>
  text === undefined ? undefined : Number.parseInt(text, 10);
const planted = number(values.planted);
const people = number(values.people);
const started = performance.now();
const parameters = {
  seed: values.seed,
  size: number(values.size) ?? 20_000,
  ...(planted === undefined ? {} : { planted }),
  ...(people === undefined ? {} : { people }),
};
const written = writeDecade(folder, parameters, { mail: values.form === "mbox" ? "mbox" : "tree" });
const seconds = (performance.now() - started) / 1000;
const rate = Math.round(written.messages / seconds);
const peak = Math.round(process.resourceUsage().maxRSS / 1024);
console.log(
  `${written.messages} messages, ${written.planted} planted, ${(written.bytes / 1e6).toFixed(1)} MB in ${seconds.toFixed(1)} s: ${rate} messages/s, peak ${peak} MiB`,
);
