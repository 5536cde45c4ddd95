/** Puts messages together from header lines and parts. Characters of every text are bytes (latin1). */
import type { Random } from "../../src/demo/random.ts";
import { allCanaries, type Canary } from "./canary.ts";
import type { HostileFile } from "./file.ts";

export const CRLF = "\r\n";

/** What a row's recipe may use. */
export interface Kit {
  readonly random: Random;
  /** 1 is what the catalogue says; bombs and long series shrink with it. */
  readonly size: number;
}

/** One row of the catalogue. */
export interface Row {
  readonly id: string;
  readonly title: string;
  make(kit: Kit): readonly HostileFile[];
}

/** A count of the catalogue at the kit's size, at least `least`. */
export function scaled({ size }: Kit, count: number, least = 1): number {
  return Math.max(least, Math.round(count * size));
}

/** The recipe for each encoding and kind of payload, named in the variant. */
export function perCanary(
  { random }: Kit,
  make: (canary: Canary, fresh: () => readonly Canary[]) => readonly HostileFile[],
): readonly HostileFile[] {
  return allCanaries(random).flatMap((canary) => {
    const label = `${canary.encoding} ${canary.payload.kind}`;
    return make(canary, () => allCanaries(random)).map((made) => ({ ...made, variant: `${made.variant} [${label}]` }));
  });
}

export const sender = "From: Ada Example <ada@example.org>";

/** What stands above the MIME fields. */
export const envelope: readonly string[] = [
  sender,
  "To: Bo Example <bo@example.net>",
  "Subject: Papers for Monday",
  "Date: Mon, 25 Mar 2024 10:20:30 +0100",
  "Message-ID: <1@example.org>",
];

/** A message: envelope, MIME-Version, `fields`, blank line, body. */
export function mail(fields: readonly string[], body: string): string {
  return [...envelope, "MIME-Version: 1.0", ...fields, "", body].join(CRLF);
}

/** As `mail`, without a MIME-Version and with an envelope of one's own. */
export function bareMail(fields: readonly string[], body: string): string {
  return [...fields, "", body].join(CRLF);
}

export function typeField({ payload }: Canary): string {
  const { mediaType } = payload;
  return `Content-Type: ${mediaType}${mediaType === "text/html" ? "; charset=us-ascii" : '; name="papers.bin"'}`;
}

export function encodingField({ encoding }: Canary): string {
  return `Content-Transfer-Encoding: ${encoding}`;
}

export function dispositionField({ payload }: Canary): string {
  const kind = payload.kind === "html" ? "inline" : "attachment";
  return `Content-Disposition: ${kind}; filename="papers.${payload.kind === "html" ? "html" : "bin"}"`;
}

export function leafFields(canary: Canary): readonly string[] {
  return [typeField(canary), encodingField(canary), dispositionField(canary)];
}

/** A part that holds the canary. */
export function part(canary: Canary): string {
  return [...leafFields(canary), "", canary.encoded].join(CRLF);
}

/** A whole message whose body is the canary. */
export function single(canary: Canary): string {
  return mail(leafFields(canary), canary.encoded + CRLF);
}

export const innocent = ["Content-Type: text/plain; charset=us-ascii", "", "Good morning."].join(CRLF);

/** The body of a multipart. */
export function parts(boundary: string, ...list: readonly string[]): string {
  return [...list.flatMap((text) => [`--${boundary}`, text]), `--${boundary}--`, ""].join(CRLF);
}

/** A message of two parts, the second of which holds the canary. */
export function mixed(canary: Canary, boundary = "b", type = `multipart/mixed; boundary="${boundary}"`): string {
  return mail([`Content-Type: ${type}`], parts(boundary, innocent, part(canary)));
}

/** `count` values spread evenly over `[0, below)`, each once. */
export function spread(below: number, count: number): readonly number[] {
  const step = Math.max(1, below / Math.max(1, count));
  const values: number[] = [];
  for (let at = 0; at < below; at += step) values.push(Math.floor(at));
  return [...new Set(values)];
}
