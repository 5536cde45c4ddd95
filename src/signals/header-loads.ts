/**
 * Header fields that name a server or an address, besides requests for receipts, as references (threat-facts RL-44 to RL-47, RL-49;
 * RFC 2369, 8058; BIMI by draft-brand-indicators; the OpenPGP field by draft-josefsson-openpgp-mailnews-header).
 *
 * Pure and total; linear in the fields, which the header's own limits bound. `start` and `end` are the field's value in the raw
 * message.
 */
import type { ClaimsRecord } from "../case/record.ts";
import type { HtmlReference } from "../html/reading.ts";
import { displayText, fieldsNamed } from "../mail/headers.ts";
import type { HeaderField, Message } from "../mail/message.ts";

interface FieldKind {
  readonly key: string;
  readonly vector: string;
  readonly fires: HtmlReference["fires"];
  readonly why: string;
  /** A parameter that holds the address, as `url=…`; absent: it stands anywhere. */
  readonly parameters?: readonly string[];
}

const PICTURE = "a picture of the sender, shown by some programs";
const KEY = "where the sender's key is kept; programs that fetch keys ask there";
const LOGO = "the sender's logo, which the mail provider fetches";

// biome-ignore format: a table reads by column
const FIELDS: readonly FieldKind[] = [
  { key: "x-image-url",          vector: "RL-45", fires: "open",     why: PICTURE },
  { key: "x-face-url",           vector: "RL-45", fires: "open",     why: PICTURE },
  { key: "x-avatar-url",         vector: "RL-45", fires: "open",     why: PICTURE },
  { key: "bimi-location",        vector: "RL-46", fires: "delivery", why: LOGO, parameters: ["l", "a"] },
  { key: "openpgp",              vector: "RL-47", fires: "click",    why: KEY, parameters: ["url"] },
  { key: "x-openpgp",            vector: "RL-47", fires: "click",    why: KEY },
  { key: "x-openpgp-key-url",    vector: "RL-47", fires: "click",    why: KEY },
  { key: "x-pgp-key",            vector: "RL-47", fires: "click",    why: KEY },
  { key: "x-pgp-key-url",        vector: "RL-47", fires: "click",    why: KEY },
  { key: "x-pgp-url",            vector: "RL-47", fires: "click",    why: KEY },
  { key: "x-pgp-keyserver",      vector: "RL-47", fires: "click",    why: KEY },
  { key: "x-gpg-key",            vector: "RL-47", fires: "click",    why: KEY },
  { key: "x-gpg-key-url",        vector: "RL-47", fires: "click",    why: KEY },
  { key: "x-key-url",            vector: "RL-47", fires: "click",    why: KEY },
];

/** In the order of the table, then unsubscribing, then the reply address where it is none of the sender's. */
export function headerReferences(message: Message, claims: ClaimsRecord): readonly HtmlReference[] {
  const { firsts } = message.root.headers;
  const found: HtmlReference[] = [];
  for (const kind of FIELDS) {
    if (!firsts.has(kind.key)) continue;
    for (const field of fieldsNamed(message.root.headers, kind.key)) {
      found.push(...ofField(message, field, kind));
    }
  }
  if (firsts.has("list-unsubscribe")) found.push(...unsubscribing(message, claims));
  if (firsts.has("reply-to")) found.push(...replies(message, claims));
  return found;
}

function ofField(
  message: Message,
  field: HeaderField,
  { vector, fires, why, parameters }: FieldKind,
): readonly HtmlReference[] {
  const text = displayText(message.bytes, field);
  const urls = parameters === undefined ? addresses(text) : parameters.flatMap((name) => parameter(text, name));
  return urls.map((url) => reference(url, field, { vector, fires, why: `a header, never shown: ${why}` }));
}

/** Web addresses anywhere; what a field of keys holds besides are numbers and words. */
function addresses(text: string): readonly string[] {
  return [...text.matchAll(/\b(?:https?|ftp|hkps?|ldaps?|finger):[^\s<>"',;]{2,4096}/gi)].map(([url]) => url);
}

/** `name=value`, the value bare or in quotes. */
function parameter(text: string, name: string): readonly string[] {
  const match = new RegExp(
    `(?:^|[;\\s])${name}\\s*=\\s*(?:"([^"]{1,4096})"|<([^<>]{1,4096})>|([^;\\s"<>]{1,4096}))`,
    "i",
  ).exec(text);
  const url = (match?.[1] ?? match?.[2] ?? match?.[3] ?? "").trim();
  return url === "" ? [] : [url];
}

/** Targets as `claims.listUnsubscribe` has them; a provider or program asks the web ones when the reader unsubscribes (RFC 8058). */
function unsubscribing(
  message: Message,
  { listUnsubscribe, listUnsubscribePost }: ClaimsRecord,
): readonly HtmlReference[] {
  const [field] = fieldsNamed(message.root.headers, "list-unsubscribe");
  if (field === undefined) return [];
  return listUnsubscribe.map((url) => {
    const isOneClick = listUnsubscribePost && /^https?:/i.test(url);
    const why = isOneClick
      ? "a header, never shown: asked when the reader unsubscribes, by program or provider (one click)"
      : "a header, never shown: asked or written to when the reader unsubscribes";
    return reference(url, field, { vector: "RL-44", fires: "click", why });
  });
}

/** Where it is no address of From: answers and notes of absence tell it that somebody is there, and often more. */
function replies(message: Message, { from, replyTo }: ClaimsRecord): readonly HtmlReference[] {
  const [field] = fieldsNamed(message.root.headers, "reply-to");
  const own = new Set(from.map(({ address }) => address));
  const others = replyTo.filter(({ address }) => address.includes("@") && !own.has(address));
  if (field === undefined) return [];
  const why = "answers, also those that programs send by themselves, go to another address than the sender's";
  return others.map(({ address }) =>
    reference(`mailto:${address}`, field, { vector: "RL-49", fires: "delivery", why }),
  );
}

function reference(
  url: string,
  { value }: HeaderField,
  kind: Pick<HtmlReference, "vector" | "fires" | "why">,
): HtmlReference {
  return { ...kind, url, start: value.start, end: value.end, hidden: true, width: null, height: null };
}
