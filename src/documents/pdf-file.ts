/**
 * What may be given to the PDF library: the file without the data of its pictures, which no text needs, and only when all else in it
 * unpacks to less than `limits.documentUnpackedBytesMax`.
 *
 * Pure, linear in what comes out. The library unpacks as it reads and knows no bound of its own, so this is done before.
 */
import { limits } from "../base/limits.ts";
import { err, ok, type Result } from "../base/result.ts";
import { inflateLeniently, type PdfStream, streamsOf } from "../parts/pdf.ts";
import { openPdf } from "../parts/pdf-encryption.ts";
import { PartBudget } from "../parts/reference.ts";
import { unpacked } from "../parts/zip.ts";

/** A copy: the library takes it over. The error is the rest of a sentence. */
export function harmlessPdf(bytes: Buffer): Result<Uint8Array<ArrayBuffer>, string> {
  const raw = bytes.toString("latin1");
  const isEncrypted = /\/Encrypt[\s<\d]/.test(raw);
  const open = isEncrypted ? (openPdf(bytes) ?? bytes) : bytes;
  const streams = streamsOf(open === bytes ? raw : open.toString("latin1"));
  const budget = new PartBudget(limits.documentUnpackedBytesMax);
  for (const stream of streams) {
    const { dictionary } = stream;
    if (!isPicture(stream) && packings(dictionary) > 1)
      return err("is packed several times over, as attacks are; it was not read");
    if (!isPicture(stream)) weigh(open, stream, budget);
    if (budget.bytesLeft <= 0) {
      return err(
        `unpacks to more than ${limits.documentUnpackedBytesMax / 1024 / 1024} MiB without its pictures; it was not read`,
      );
    }
  }
  const copy = new Uint8Array(bytes);
  // What calls itself a picture and is a page would go past the bound.
  for (const stream of open === bytes ? streams : []) if (isPicture(stream)) copy.fill(0, stream.start, stream.end);
  return ok(copy);
}

function isPicture({ dictionary }: PdfStream): boolean {
  return /\/Subtype\s{0,20}\/Image\b/.test(dictionary);
}

function packings(dictionary: string): number {
  return dictionary.match(/\/(?:FlateDecode|Fl|LZWDecode|LZW|RunLengthDecode|RL|BrotliDecode)\b/g)?.length ?? 0;
}

/** No document is packed better by these methods, which are not undone here. */
const OTHER_RATIO = 100;

function weigh(bytes: Buffer, { dictionary, start, end }: PdfStream, budget: PartBudget): void {
  if (/\/(?:FlateDecode|Fl)\b/.test(dictionary)) unpacked(bytes.subarray(start, end), inflateLeniently, budget);
  else budget.takeBytes((end - start) * (packings(dictionary) > 0 ? OTHER_RATIO : 1));
}

const HEAD = /(?<!\d)(\d{1,9})\s{1,9}(\d{1,5})\s{1,9}obj\b/g;
/** Dictionaries of pages are short. */
const DICTIONARY_CHARS = 2_000;
/** Numbers that no file of this size reaches. */
const CATALOG = 8_388_600;

/**
 * A file that lost its end, with a new catalogue of all pages that stand in the open in it; null for one that has its end, or no such page.
 * The library finds the objects themselves.
 */
export function repairedPdf(bytes: Uint8Array): Uint8Array<ArrayBuffer> | null {
  const raw = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("latin1");
  if (/\btrailer\b|\/XRef\b/.test(raw)) return null;
  const pages: string[] = [];
  for (const { index, 0: head, 1: number, 2: generation } of raw.matchAll(HEAD)) {
    const end = Math.min(raw.length, index + head.length + DICTIONARY_CHARS);
    const body = raw.slice(index + head.length, end).split(/\bendobj\b|\bstream\b/, 1)[0] ?? "";
    if (/\/Type\s{0,9}\/Page\b/.test(body) && pages.length < limits.documentPagesMax)
      pages.push(`${number} ${generation} R`);
  }
  if (pages.length === 0) return null;
  const tree = `\n${CATALOG} 0 obj\n<</Type/Catalog/Pages ${CATALOG + 1} 0 R>>\nendobj\n${CATALOG + 1} 0 obj\n<</Type/Pages/Count ${pages.length}/Kids[${pages.join(" ")}]>>\nendobj\n`;
  const end = Buffer.from(
    `\nendobj\n${tree}trailer\n<</Size ${CATALOG + 2}/Root ${CATALOG} 0 R>>\nstartxref\n0\n%%EOF\n`,
    "latin1",
  );
  const whole = new Uint8Array(bytes.length + end.length);
  whole.set(bytes);
  whole.set(end, bytes.length);
  return whole;
}
