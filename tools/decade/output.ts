/**
 * Writes a decade to a folder: one mbox a mailbox folder in a tree, or one big mbox; truth, kinds, people, events,
 * clients, indicators, logs (formats: README.md). Buffers at most `BUFFERED_MAX` bytes.
 */
import { createHash } from "node:crypto";
import { appendFileSync, closeSync, mkdirSync, openSync, writeFileSync, writeSync } from "node:fs";
import { dirname, join } from "node:path";
import { writeMbox } from "../../src/demo/containers.ts";
import { decade } from "../../src/demo/decade/generate.ts";
import { clientsCsv, eventsCsv, iocsCsv, rosterCsv, stixBundle } from "../../src/demo/decade/handed-over.ts";
import { logsOf } from "../../src/demo/decade/logs.ts";
import { type Mail, withMarks } from "../../src/demo/decade/wire.ts";
import type { Parameters } from "../../src/demo/world/size.ts";

export interface Form {
  /** `tree`: `mail/<account>/<folder>.mbox`; `mbox`: all in `mail/all.mbox`. */
  readonly mail: "tree" | "mbox";
}

export interface Written {
  readonly messages: number;
  readonly planted: number;
  readonly bytes: number;
}

const BUFFERED_MAX = 48 * 1024 * 1024;
const CHUNK = 256 * 1024;

/** Appends to many files with few open ones. */
class Files {
  readonly #parts = new Map<string, string[]>();
  readonly #sizes = new Map<string, number>();
  readonly #made = new Set<string>();
  #buffered = 0;
  readonly #root: string;

  constructor(root: string) {
    this.#root = root;
  }

  append(path: string, octets: string): void {
    const parts = this.#parts.get(path);
    if (parts === undefined) this.#parts.set(path, [octets]);
    else parts.push(octets);
    const size = (this.#sizes.get(path) ?? 0) + octets.length;
    this.#sizes.set(path, size);
    this.#buffered += octets.length;
    if (size >= CHUNK) this.#flush(path);
    if (this.#buffered >= BUFFERED_MAX) this.close();
  }

  #flush(path: string): void {
    const file = join(this.#root, path);
    if (!this.#made.has(path)) {
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, "");
      this.#made.add(path);
    }
    appendFileSync(file, Buffer.from((this.#parts.get(path) ?? []).join(""), "latin1"));
    this.#buffered -= this.#sizes.get(path) ?? 0;
    this.#parts.delete(path);
    this.#sizes.delete(path);
  }

  close(): void {
    for (const path of [...this.#parts.keys()]) this.#flush(path);
  }
}

export function mailPath({ account, folder }: Mail, form: Form): string {
  return form.mail === "mbox" ? "mail/all.mbox" : `mail/${account.path}/${folder}.mbox`;
}

export function writeDecade(folder: string, parameters: Parameters, form: Form): Written {
  const made = decade(parameters);
  mkdirSync(folder, { recursive: true });
  const files = new Files(folder);
  const kinds = openSync(join(folder, "kinds.tsv"), "w");
  let messages = 0;
  let planted = 0;
  let bytes = 0;
  let lines: string[] = [];
  for (const mail of made.mails()) {
    const octets = withMarks(mail);
    const sha256 = createHash("sha256").update(octets, "latin1").digest("hex");
    files.append(mailPath(mail, form), writeMbox([{ octets, envelopeFrom: mail.envelopeFrom, at: mail.at }]));
    lines.push(`${sha256.slice(0, 16)}\t${mail.kind}\n`);
    if (lines.length >= 4096) {
      writeSync(kinds, lines.join(""));
      lines = [];
    }
    if (mail.truth !== null) files.append("truth.jsonl", truthLine(mail, sha256));
    if (mail.truth?.kind === "campaign") planted += 1;
    messages += 1;
    bytes += octets.length;
  }
  writeSync(kinds, lines.join(""));
  closeSync(kinds);
  files.close();
  const write = (name: string, text: string): void => writeFileSync(join(folder, name), text);
  write("roster.csv", rosterCsv(made.world));
  write("events.csv", eventsCsv(made.world));
  write("clients.csv", clientsCsv());
  write("iocs.csv", iocsCsv(made.waves));
  write("intel.stix.json", stixBundle(made.waves));
  mkdirSync(join(folder, "logs"), { recursive: true });
  for (const [name, text] of logsOf(made.world, made.seen)) write(join("logs", name), text);
  return { messages, planted, bytes };
}

/** ASCII: nothing in it comes from texts. */
export function truthLine({ messageId, at, truth }: Mail, sha256: string): string {
  return `${JSON.stringify({ messageId, sha256, date: new Date(at).toISOString(), ...truth })}\n`;
}
