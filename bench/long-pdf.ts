/**
 * A real PDF made long: copies of its pages' dictionaries, and a new tree that names them all, are appended to it (ISO 32000-1, 7.5.6). What
 * the pages show, their fonts and their links are those of the file.
 */
import { inflateLeniently, type PdfStream, streamsOf } from "../src/parts/pdf.ts";

/** Null where no page is found, or the file says not where its table of objects is. */
export function longPdf(bytes: Buffer, pages: number): Buffer | null {
  const raw = bytes.toString("latin1");
  const found = pagesOf(bytes, raw);
  const before = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(raw)?.[1];
  const size = Math.max(0, ...[...raw.matchAll(/\/Size (\d+)/g)].map(([, count]) => Number(count)));
  if (found.length === 0 || before === undefined || size === 0) return null;
  const copies = Array.from({ length: pages }, (_, at) => found[at % found.length] ?? "");
  const kids = copies.map((_, at) => `${size + 2 + at} 0 R`).join(" ");
  const objects = [
    `<</Type/Catalog/Pages ${size + 1} 0 R>>`,
    `<</Type/Pages/Count ${pages}/Kids[${kids}]>>`,
    ...copies,
  ];
  const parts: Buffer[] = [bytes];
  const places: string[] = [];
  let at = bytes.length;
  for (const [nth, body] of objects.entries()) {
    const written = Buffer.from(`\n${size + nth} 0 obj\n${body}\nendobj\n`, "latin1");
    places.push(`${String(at + 1).padStart(10, "0")} 00000 n \n`);
    parts.push(written);
    at += written.length;
  }
  const count = objects.length;
  const trailer = `trailer\n<</Size ${size + count}/Root ${size} 0 R/Prev ${before}>>\nstartxref\n${at}\n%%EOF\n`;
  return Buffer.concat([...parts, Buffer.from(`xref\n${size} ${count}\n${places.join("")}${trailer}`)]);
}

const PAGE = /\/Type\s*\/Page\b/;
const UNPACKED_BYTES_MAX = 1 << 26;

/** Their dictionaries: in the open, and in streams of objects. */
function pagesOf(bytes: Buffer, raw: string): readonly string[] {
  const open = [...raw.matchAll(/\d+ 0 obj\b([\s\S]{0,3000}?)endobj/g)].map(([, body = ""]) => body);
  const packed = streamsOf(raw).flatMap((stream) => packedObjects(bytes, stream));
  return [...open, ...packed].filter((body) => PAGE.test(body));
}

function packedObjects(bytes: Buffer, { dictionary, start, end }: PdfStream): readonly string[] {
  if (!/\/ObjStm\b/.test(dictionary)) return [];
  const text = inflateLeniently(bytes.subarray(start, end), { maxOutputLength: UNPACKED_BYTES_MAX }).toString("latin1");
  const first = Number(/\/First (\d+)/.exec(dictionary)?.[1] ?? 0);
  const heads = text.slice(0, first).trim().split(/\s+/).map(Number);
  const starts = heads.filter((_, at) => at % 2 === 1);
  return starts.map((from, nth) => text.slice(first + from, first + (starts[nth + 1] ?? text.length)));
}
