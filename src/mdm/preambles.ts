/**
 * What the lines above a quoted message say of it: who wrote it, to whom, when, about what (mdm.md, 4.6). A block of head lines in any
 * language that `mail/reply-words.ts` knows, or a line like `On … Ada <ada@example.org> wrote:`. Pure, total, linear.
 */
import type { EpochMs } from "../base/brand.ts";
import { parseAddressList } from "../mail/addresses.ts";
import { parseDate } from "../mail/dates.ts";
import type { Mailbox } from "../mail/message.ts";
import { type HeadRole, headLabels, plainPhrase } from "../mail/reply-words.ts";

export interface Preamble {
  /** Null where nobody is named. */
  readonly sender: Mailbox | null;
  readonly to: readonly Mailbox[];
  readonly cc: readonly Mailbox[];
  readonly date: EpochMs | null;
  readonly subject: string | null;
}

const CHARS_MAX = 8_192;
/** A line with a date, a name and an address is shorter. */
const ATTRIBUTION_CHARS_MAX = 600;
const NO_ONE: Preamble = { sender: null, to: [], cc: [], date: null, subject: null };

export function parsePreamble(text: string): Preamble {
  if (text === "") return NO_ONE;
  const lines = text.slice(0, CHARS_MAX).split("\n");
  const values = headValues(lines);
  if (values.size < 2) return ofAttribution(lines.join(" ").slice(0, ATTRIBUTION_CHARS_MAX));
  return {
    sender: mailboxes(values.get("from"))[0] ?? null,
    to: mailboxes(values.get("to")),
    cc: mailboxes(values.get("cc")),
    date: parseDate(values.get("date") ?? ""),
    subject: values.get("subject") ?? null,
  };
}

/** At the start of a line without the marks that bold text and quotes leave there. */
const LABEL = /^([^:：]{1,30}?)[*_\s]*[:：]/;
const LABEL_CHARS_MAX = 64;

interface Labelled {
  readonly label: string;
  readonly value: string;
}

function labelled(line: string): Labelled | null {
  const text = line.replace(/^[*_|>\s]+/, "");
  const found = LABEL.exec(text.slice(0, LABEL_CHARS_MAX));
  if (found === null) return null;
  return { label: found[1] ?? "", value: text.slice(found[0].length).replace(/^[*_\s]+/, "") };
}

function headValues(lines: readonly string[]): ReadonlyMap<HeadRole, string> {
  const values = new Map<HeadRole, string>();
  let open: HeadRole | null = null;
  for (const line of lines) {
    const head = labelled(line);
    const roles = head === null ? undefined : headLabels.get(plainPhrase(head.label));
    const role = roles === undefined ? undefined : [...roles].find((one) => !values.has(one));
    if (role !== undefined) values.set(role, head?.value.trim() ?? "");
    else if (open !== null && line.trim() !== "") values.set(open, `${values.get(open) ?? ""} ${line.trim()}`);
    open = role ?? (line.trim() === "" ? null : open);
  }
  return values;
}

/** Outlook parts addresses by semicolons and writes `[mailto:a@example.org]`. */
function mailboxes(text: string | undefined): readonly Mailbox[] {
  if (text === undefined || text === "") return [];
  const plain = text
    .replace(/\[(?:mailto:|SMTP:)?([^[\]\s]{1,320}@[^[\]\s]{1,255})\]/gi, "<$1>")
    .replace(/<mailto:/gi, "<")
    .replace(/;/g, ",");
  return parseAddressList(plain).mailboxes;
}

const ADDRESS = /[<[(]?(?:mailto:)?([^\s<>[\]()"',;:]{1,64}@[^\s<>[\]()"',;:]{1,255})[>\])]?/i;

function ofAttribution(line: string): Preamble {
  const found = ADDRESS.exec(line);
  const before = line.slice(0, found?.index ?? line.length);
  const name = nameIn(before);
  const address = (found?.[1] ?? "").toLowerCase();
  const sender = address === "" && name === "" ? null : { name, address };
  return { ...NO_ONE, sender, date: parseDate(before.replace(/^\s*\S{1,12}\s+/, "")) ?? parseDate(before) };
}

/** Behind the time or date, before the verb: `On 25 Mar 2024, at 10:20, Ada Example`. */
function nameIn(text: string): string {
  const words = text.replace(
    /\s+(?:wrote|schrieb|a écrit|escribió|ha scritto|escreveu|schreef|skrev|napisał\(?a?\)?|пишет|написал\(?а?\)?)\s*(?:[:：]\s*)?$/i,
    "",
  );
  const time = [
    ...words.matchAll(
      /\d{1,2}[:.h]\d{2}(?:[:.]\d{2})?(?:\s*[AP]\.?M\.?)?(?:\s*(?:Uhr|GMT|UTC|[+-]\d{4}))*|\b\d{4}\b/gi,
    ),
  ].at(-1);
  const rest = time === undefined ? "" : words.slice(time.index + time[0].length);
  return rest
    .replace(/^[\s,.;:)）-]+|[\s,"'<:]+$/g, "")
    .replace(/^["']/, "")
    .slice(0, NAME_CHARS_MAX);
}

const NAME_CHARS_MAX = 200;
