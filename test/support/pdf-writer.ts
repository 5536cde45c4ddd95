/** Small PDF files by hand (ISO 32000-1, 7.5), so that tests can lie in every place. One standard font, Latin text. */
import { deflateSync } from "node:zlib";

export interface PdfText {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  /** Default 11. */
  readonly size?: number;
  readonly font?: "F1" | "F2";
}

export interface PdfLinkArea {
  readonly href: string;
  readonly rect: readonly [number, number, number, number];
  /** ISO 32000-1, table 165. */
  readonly flags?: number;
}

export interface PdfPageWritten {
  readonly texts: readonly PdfText[];
  readonly links?: readonly PdfLinkArea[];
}

export interface PdfOptions {
  readonly title?: string;
  readonly isPacked?: boolean;
}

/** Pages of 612 by 792. `F2` is of fixed width. */
export function writePdf(pages: readonly PdfPageWritten[], { title, isPacked = false }: PdfOptions = {}): Buffer {
  const objects: (string | Buffer)[] = ["", "", FONT("Helvetica"), FONT("Courier")];
  const add = (object: string | Buffer) => objects.push(object);
  const kids: number[] = [];
  for (const { texts, links = [] } of pages) {
    const content = add(stream(Buffer.from(contentOf(texts), "latin1"), isPacked));
    const annotations = links.map(({ href, rect, flags = 0 }) => {
      const number = add(
        `<</Type/Annot/Subtype/Link/Rect[${rect.join(" ")}]/Border[0 0 0]/F ${flags}/A<</S/URI/URI(${escaped(href)})>>>>`,
      );
      return `${number} 0 R`;
    });
    const annots = annotations.length > 0 ? `/Annots[${annotations.join(" ")}]` : "";
    kids.push(
      add(
        `<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Resources<</Font<</F1 3 0 R/F2 4 0 R>>>>/Contents ${content} 0 R${annots}>>`,
      ),
    );
  }
  objects[0] = "<</Type/Catalog/Pages 2 0 R>>";
  objects[1] = `<</Type/Pages/Count ${kids.length}/Kids[${kids.map((kid) => `${kid} 0 R`).join(" ")}]>>`;
  const info = title === undefined ? "" : `/Info ${add(`<</Title(${escaped(title)})>>`)} 0 R`;
  return writeObjects(objects, info);
}

/** Objects from number 1 on; the first is the catalogue. */
export function writeObjects(objects: readonly (string | Buffer)[], trailer = ""): Buffer {
  const pieces: Buffer[] = [Buffer.from("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "latin1")];
  const offsets: number[] = [];
  let length = pieces[0]?.length ?? 0;
  for (const [index, object] of objects.entries()) {
    offsets.push(length);
    const body = typeof object === "string" ? Buffer.from(object, "latin1") : object;
    const whole = Buffer.concat([Buffer.from(`${index + 1} 0 obj\n`), body, Buffer.from("\nendobj\n")]);
    pieces.push(whole);
    length += whole.length;
  }
  const table = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
  const size = objects.length + 1;
  pieces.push(
    Buffer.from(
      `xref\n0 ${size}\n0000000000 65535 f \n${table}trailer\n<</Size ${size}/Root 1 0 R${trailer}>>\nstartxref\n${length}\n%%EOF\n`,
    ),
  );
  return Buffer.concat(pieces);
}

export function stream(data: Buffer, isPacked = false, entries = ""): Buffer {
  const bytes = isPacked ? deflateSync(data) : data;
  const filter = isPacked ? "/Filter/FlateDecode" : "";
  return Buffer.concat([
    Buffer.from(`<</Length ${bytes.length}${filter}${entries}>>\nstream\n`, "latin1"),
    bytes,
    Buffer.from("\nendstream"),
  ]);
}

/** Lines from `top` down, `gap` apart. */
export function lines(texts: readonly string[], { x = 72, top = 700, gap = 14, size = 11 } = {}): readonly PdfText[] {
  return texts.map((text, index) => ({ text, x, y: top - index * gap, size }));
}

function FONT(name: string): string {
  return `<</Type/Font/Subtype/Type1/BaseFont/${name}/Encoding/WinAnsiEncoding>>`;
}

function contentOf(texts: readonly PdfText[]): string {
  return texts
    .map(
      ({ text, x, y, size = 11, font = "F1" }) =>
        `BT /${font} ${size} Tf 1 0 0 1 ${x} ${y} Tm (${escaped(text)}) Tj ET`,
    )
    .join("\n");
}

function escaped(text: string): string {
  return text.replace(/[\\()]/g, "\\$&");
}
