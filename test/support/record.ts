/** Invented records for tests of the comparing steps: the shortest true one, changed where the test needs it. */
import { createHash } from "node:crypto";
import { type EpochMs, type Sha256, sha256Of } from "../../src/base/brand.ts";
import { NO_CLAIMS, NO_CONTENT } from "../../src/case/empty.ts";
import type { ClaimsRecord, ContentRecord, LoadRecord, MessageRecord } from "../../src/case/record.ts";

export function shaOf(name: string): Sha256 {
  return sha256Of(createHash("sha256").update(name).digest("hex"));
}

export function day(text: string): EpochMs {
  return Date.parse(`${text}T12:00:00Z`) as EpochMs;
}

export interface RecordWish extends Partial<Omit<MessageRecord, "claims" | "content" | "to" | "date">> {
  readonly name: string;
  readonly from?: string;
  readonly to?: readonly string[];
  readonly on?: string | null;
  readonly claims?: Partial<ClaimsRecord>;
  readonly content?: Partial<ContentRecord>;
}

export function recordOf({ name, from, to, on, claims, content, ...rest }: RecordWish): MessageRecord {
  return {
    sha256: shaOf(name),
    size: 1000,
    fidelity: "original",
    outlook: null,
    piece: null,
    rules: null,
    status: "ok",
    problems: [],
    flags: [],
    messageId: `${name}@example.org`,
    date: on === undefined || on === null ? null : day(on),
    dateFrom: on === undefined || on === null ? "none" : "date",
    subject: `About ${name}`,
    to: (to ?? ["reader@office.example"]).map((address) => ({ name: "", address })),
    cc: [],
    deliveredTo: [],
    claims: {
      ...NO_CLAIMS,
      from: [{ name: "", address: from ?? "sender@stranger.example" }],
      messageIdDomain: "example.org",
      ...claims,
    },
    auth: [],
    loads: [],
    loadCount: 0,
    content: { ...NO_CONTENT, html: true, ...content },
    ...rest,
  };
}

/** A hidden pixel; the host is the sender's to choose. */
export function pixel(url: string, wish: Partial<LoadRecord> = {}): LoadRecord {
  const host = new URL(url).hostname;
  return {
    vector: "RL-01",
    url,
    resolved: url,
    host,
    domain: host.split(".").slice(-2).join("."),
    hidden: true,
    why: "1 × 1 pixel by attributes",
    fires: "open",
    token: { kind: "likely", value: url.slice(-12), detail: "opaque, 12 characters", address: null },
    view: "",
    span: { start: 10, end: 20 },
    ...wish,
  };
}
