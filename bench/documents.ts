/**
 * `npm run bench:documents`: reading published documents on one core, a report of 200 pages as PDF, DOCX, HTML and text; beside each the floor
 * of reading its bytes.
 *
 * The reports are made here, so that anybody can measure; where the corpus is present, its longest PDF is read beside them, made as long by
 * copies of its pages, and what it says and names is looked for (all that `intel read` does), here in one thread and by the command, from its start
 * to its end. CPU seconds by `process.cpuUsage`, first time (cold) and median of the others; of the command, seconds that pass, least and median.
 */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { boundInflating } from "../src/cli/bounded-inflate.ts";
import { readDocument } from "../src/documents/read-document.ts";
import { readReport } from "../src/ledger/read-report.ts";
import { type PdfText, writePdf } from "../test/support/pdf-writer.ts";
import { writeZip } from "../test/support/zip-writer.ts";
import { unpackSet } from "../tools/corpus.ts";
import { longPdf } from "./long-pdf.ts";

const PAGES = 200;
const LINES = 46;
const ROUNDS = Number(process.env["BENCH_ROUNDS"] ?? 3);
const BAR_SECONDS = 2;

const words =
  "the group sent mail with links to offices of the ministry and readers opened pages that asked for passwords".split(
    " ",
  );

function lineOf(seed: number): string {
  let line = "";
  for (let n = seed; line.length < 84; n += 7) line += `${words[(n * 31 + seed) % words.length]} `;
  return line.trim();
}

const pages = Array.from({ length: PAGES }, (_, page) =>
  Array.from({ length: LINES }, (_, line) => lineOf(page * LINES + line)),
);

function pdf(): Buffer {
  const written = pages.map((texts, page): { readonly texts: readonly PdfText[] } => ({
    texts: [
      { text: "TLP:CLEAR", x: 72, y: 770, size: 9 },
      { text: `Chapter ${page + 1}`, x: 72, y: 735, size: 18 },
      ...texts.map((text, line) => ({ text, x: 72, y: 715 - line * 14 - Math.floor(line / 6) * 5, size: 10 })),
      { text: `Page ${page + 1} of ${PAGES}`, x: 280, y: 30, size: 9 },
    ],
  }));
  return writePdf(written, { isPacked: true });
}

function docx(): Buffer {
  const paragraph = (text: string) => `<w:p><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
  const body = pages.flat().map(paragraph).join("");
  const xml = `<?xml version="1.0"?><w:document xmlns:w="urn:w"><w:body>${body}</w:body></w:document>`;
  const entry = (name: string, data: string) => ({ name, data: Buffer.from(data), method: 8 });
  return writeZip([entry("[Content_Types].xml", "<Types/>"), entry("word/document.xml", xml)]);
}

const html = Buffer.from(
  `<!doctype html><html><body><main>${pages.map((texts) => `<h2>Chapter</h2>${texts.map((text) => `<p>${text}</p>`).join("")}`).join("")}</main></body></html>`,
);
const text = Buffer.from(pages.map((texts) => texts.join("\n")).join("\n\n"));

async function secondsOf(work: () => unknown): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

/** The largest of the corpus, made long; null where there is none. */
function realPdf(): Buffer | null {
  const root = unpackSet("intel");
  const folder = root === null ? "" : join(root, "advisories");
  const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(".pdf")) : [];
  const read = files.map((name) => readFileSync(join(folder, name))).sort((a, b) => b.length - a.length);
  return read[0] === undefined ? null : longPdf(read[0], PAGES);
}

const PROGRAM = fileURLToPath(new URL("../letterlock", import.meta.url));

/** Seconds that each run of the whole command takes; the first, which fills the cache of compiled code, is left out. */
function secondsOfCommand(bytes: Buffer): readonly number[] {
  const folder = mkdtempSync(join(tmpdir(), "letterlock-bench-"));
  try {
    const path = join(folder, "report.pdf");
    writeFileSync(path, bytes);
    const times = Array.from({ length: ROUNDS + 1 }, () => {
      const begun = performance.now();
      const { status, stderr } = spawnSync(PROGRAM, ["intel", "read", "--json", path], { maxBuffer: 1 << 28 });
      if (status !== 0) throw new Error(`the command failed: ${stderr}`);
      return (performance.now() - begun) / 1000;
    });
    return times.slice(1).sort((a, b) => a - b);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

// As in the worker that the command reads documents in.
boundInflating();
const real = realPdf();
if (real !== null) {
  const spent = await secondsOf(() => readReport(real, "report.pdf"));
  console.log(
    `real pdf, ${PAGES} pages, its statements and indicators: cold ${spent.toFixed(2)} s CPU; bar ${BAR_SECONDS} s`,
  );
  const times = secondsOfCommand(real);
  const [least = Number.NaN] = times;
  const median = times[times.length >> 1] ?? Number.NaN;
  console.log(
    `the same by the command, from start to end: least ${least.toFixed(2)} s, median ${median.toFixed(2)} s; bar ${BAR_SECONDS} s ${median <= BAR_SECONDS ? "reached" : "missed"}`,
  );
}
for (const [name, bytes] of [
  ["pdf", pdf()],
  ["docx", docx()],
  ["html", html],
  ["text", text],
] as const) {
  const floor = await secondsOf(() => createHash("sha256").update(bytes).digest());
  const times: number[] = [];
  let chars = 0;
  for (let round = 0; round <= ROUNDS; round += 1) {
    times.push(
      await secondsOf(async () => {
        const read = await readDocument(bytes, `report.${name}`);
        chars = read.ok ? read.value.text.length : 0;
      }),
    );
  }
  const [cold = Number.NaN, ...warm] = times;
  const median = warm.sort((a, b) => a - b)[warm.length >> 1] ?? Number.NaN;
  const bar = cold <= BAR_SECONDS ? "reached" : "missed";
  console.log(
    `${name.padEnd(5)} ${PAGES} pages, ${chars.toLocaleString("en")} characters, ${(bytes.length / 1e6).toFixed(1)} MB: cold ${cold.toFixed(2)} s, warm ${median.toFixed(2)} s CPU (hash alone ${floor.toFixed(3)} s); bar ${BAR_SECONDS} s ${bar}`,
  );
}
