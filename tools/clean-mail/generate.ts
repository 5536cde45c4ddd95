/**
 * Honest mail of 2019 to 2026, deterministic: the same seed and size give the same bytes. It knows nothing of what will judge it.
 *
 * Messages go round the kinds of a half; language, way, form, receiver, sender and day are drawn by seed and number alone, so that a longer run
 * begins with a shorter one.
 */
import {
  addressText,
  composeMail,
  type Header,
  header,
  headerText,
  leafPart,
  mailDate,
  multipart,
  type Part,
  type Script,
  textPart,
} from "../../src/demo/compose.ts";
import { BASE62, createRandom, HEX, type Random } from "../../src/demo/random.ts";
import { type Attachment, pngFile } from "./files.ts";
import { heldOut } from "./held-out/index.ts";
import { layouts as heldOutLayouts } from "./held-out/layouts.ts";
import type { Form, Half, Kind, Language, WayName } from "./kind.ts";
import { lookedAt } from "./looked-at/index.ts";
import { layouts as lookedAtLayouts } from "./looked-at/layouts.ts";
import { type Page, plainText } from "./markup.ts";
import { parseText } from "./notation.ts";
import { deliveredBy, type ReceiverName, readersDomain } from "./receivers.ts";
import { fillerOf, readerOf, type Sender, senderOf } from "./senders.ts";
import { type Sending, sendingOf } from "./ways.ts";

export interface CleanMessage {
  readonly half: Half;
  readonly kind: Kind;
  readonly language: Language;
  readonly way: WayName;
  readonly form: Form;
  readonly receiver: ReceiverName;
  /** Name of the service that carried it; empty for none. */
  readonly service: string;
  readonly bytes: Buffer;
}

export const kindsOf: Readonly<Record<Half, readonly Kind[]>> = { "looked-at": lookedAt, "held-out": heldOut };
const layoutsOf = { "looked-at": lookedAtLayouts, "held-out": heldOutLayouts } as const;
const FIRST_DAY = Date.UTC(2019, 0, 7);
const DAYS = 2750;
/** Firms of one language: few enough that some write again. */
const HOUSES = 48;
/** In twentieths. */
const RECEIVERS: readonly ReceiverName[] = [
  ...Array<ReceiverName>(4).fill("postfix"),
  ...Array<ReceiverName>(3).fill("rspamd"),
  ...Array<ReceiverName>(4).fill("workspace"),
  ...Array<ReceiverName>(4).fill("exchange-online"),
  ...Array<ReceiverName>(4).fill("no-results"),
  "alias",
];

export function* cleanMail(half: Half, seed: string, size: number): Generator<CleanMessage> {
  const kinds = kindsOf[half];
  for (let index = 0; index < size; index += 1) {
    const kind = kinds[index % kinds.length];
    if (kind !== undefined) yield messageOf(half, kind, createRandom(`clean/${seed}/${half}/${index}`));
  }
}

function messageOf(half: Half, kind: Kind, random: Random): CleanMessage {
  const language = random.pick(Object.keys(kind.texts) as Language[]);
  const way = random.pick(kind.ways);
  const form = random.pick(kind.forms);
  const receiver = way === "inside" ? random.pick(RECEIVERS.filter((one) => one !== "alias")) : random.pick(RECEIVERS);
  const at = FIRST_DAY + random.int(DAYS) * 86_400_000 + (6 + random.int(14)) * 3_600_000 + random.int(3_600_000);
  const reader = readerOf(random, readersDomain[receiver]);
  const sender = senderOf(random, language, random.int(HOUSES), reader, at);
  const sending = sendingOf(way, half, kind, sender);
  const bytes = Buffer.from(octetsOf({ half, kind, form, receiver, sender, sending, random }), "latin1");
  return { half, kind, language, way, form, receiver, service: sending.service, bytes };
}

interface Written {
  readonly half: Half;
  readonly kind: Kind;
  readonly form: Form;
  readonly receiver: ReceiverName;
  readonly sender: Sender;
  readonly sending: Sending;
  readonly random: Random;
}

function octetsOf(written: Written): string {
  const { half, kind, form, receiver, sender, sending, random } = written;
  const fill = fillerOf(sender);
  const notation = fill(kind.texts[sender.language] ?? "");
  const text = parseText(notation);
  const script: Script = {
    charset: "utf-8",
    word: random.chance(0.5) ? "B" : "Q",
    encoding: random.pick(["quoted-printable", "base64", "8bit"] as const),
  };
  const boundary = boundaryOf(random);
  const local = fill(random.pick(kind.from));
  const address = `${local}@${sending.fromDomain}`;
  const returnPath = sending.returnPath === "" ? address : sending.returnPath;
  const files = kind.attach?.(random, sender) ?? [];
  const hasPicture = form === "person" && random.chance(0.3);
  const page: Page = {
    subject: text.subject,
    blocks: text.blocks,
    language: sender.language,
    firm: sender.firm,
    domain: sender.domain,
    href: hrefOf(sender, sending),
    logo: hasPicture
      ? `cid:image001.png@01D${random.text(5, HEX).toUpperCase()}`
      : `https://${random.pick(["assets", "cdn", "www", "img"])}.${sender.domain}/mail/logo.png`,
    pixel: form === "plain" ? "" : sending.pixel,
    exit: sending.isList ? "" : sending.exit,
    viewOnline:
      kind.group === "newsletter" && sending.exit !== "" ? sending.wrap(`https://www.${sending.site}/mail/view`) : "",
  };
  const layout = form === "plain" ? null : random.pick(layoutsOf[half][form]);
  const plain = textPart("plain", plainText(page), script);
  const part =
    layout === null
      ? plain
      : htmlBody({ plain, html: textPart("html", layout(page), script), boundary, random, hasPicture, page, files });
  const bounced = kind.id.startsWith("bounce");
  const whole = bounced ? reportOf(part, sender, boundary) : withFiles(part, files, boundary);
  const isOwnHand = form === "person" && random.chance(0.3);
  const headers: Header[] = [
    ...deliveredBy(receiver, {
      sending,
      sender,
      returnPath: bounced ? "" : returnPath,
      fromDomain: (sending.listFrom?.address ?? address).split("@")[1] ?? "",
      random,
    }),
    ...sending.signatures.map(({ domain, selector }) => signatureField(domain, selector, random)),
    ...fromFields(written, fill, address, script),
    header("Subject", headerText(text.subject, script)),
    header("Date", mailDate(sender.at - 3000, random.pick([0, 60, 120, -300]))),
    header("Message-ID", `<${sending.messageId}>`),
    ...(kind.isAnswer === true ? answerFields(sender, random) : []),
    ...[...sending.headers, ...(kind.headers ?? [])].map(([name, value]) =>
      header(name, headerText(fill(value), script)),
    ),
    ...exitFields(kind, sending),
    ...(isOwnHand ? [header("X-Priority", "3")] : []),
  ];
  return composeMail(headers, whole);
}

function hrefOf(sender: Sender, sending: Sending): (to: string) => string {
  return (to) => {
    if (to.startsWith("mailto:")) return to;
    if (to.startsWith("other:")) return sending.wrap(`https://www.${sender.otherDomain}${to.slice("other:".length)}`);
    return sending.wrap(`https://${sending.site.startsWith("intranet.") ? "" : "www."}${sending.site}${to}`);
  };
}

const boundaryOf = (random: Random): string =>
  random.pick([
    (one: string) => `----=_Part_${one.slice(0, 6)}_${one.slice(6, 14)}.${one.slice(14)}`,
    (one: string) => `_000_${one.toUpperCase()}_`,
    (one: string) => `000000000000${one}`,
    (one: string) => `b1_${one}`,
  ])(random.text(24, HEX));

interface Body {
  readonly plain: Part;
  readonly html: Part;
  readonly boundary: string;
  readonly random: Random;
  readonly hasPicture: boolean;
  readonly page: Page;
  readonly files: readonly Attachment[];
}

/** HTML alone in one of five, else with its text before it; an invitation has its calendar as a third alternative. */
function htmlBody({ plain, html, boundary, random, hasPicture, page, files }: Body): Part {
  const invitation = files.find(({ method }) => method !== undefined);
  const isAlone = invitation === undefined && random.chance(0.2);
  const related = hasPicture
    ? multipart("related", `${boundary}r`, [html, pictureOf(page.logo)], '; type="text/html"')
    : html;
  if (isAlone) return related;
  const calendar = invitation === undefined ? [] : [calendarPart(invitation)];
  return multipart("alternative", `${boundary}a`, [plain, related, ...calendar]);
}

function calendarPart({ bytes, method }: Attachment): Part {
  return leafPart(`text/calendar; charset=utf-8; method=${method}`, "base64", bytes.toString("latin1"));
}

function pictureOf(logo: string): Part {
  const picture = pngFile("image001.png");
  return leafPart(`${picture.type}; name="${picture.name}"`, "base64", picture.bytes.toString("latin1"), [
    header("Content-ID", `<${logo.slice("cid:".length)}>`),
    header("Content-Disposition", `inline; filename="${picture.name}"`),
  ]);
}

function withFiles(body: Part, files: readonly Attachment[], boundary: string): Part {
  if (files.length === 0) return body;
  const parts = files.map(({ name, type, bytes }) =>
    leafPart(`${type}; name="${name}"`, "base64", bytes.toString("latin1"), [
      header("Content-Disposition", `attachment; filename="${name}"`),
    ]),
  );
  return multipart("mixed", `${boundary}m`, [body, ...parts]);
}

/** A report of non-delivery with the head of what was sent (RFC 3462, 3464). */
function reportOf(body: Part, { reader, domain, personSlug, at }: Sender, boundary: string): Part {
  const to = `${personSlug}@${domain}`;
  const status = `Reporting-MTA: dns; mail.${domain}\n\nFinal-Recipient: rfc822; ${to}\nAction: failed\nStatus: 5.1.1\n`;
  const sent = `From: ${reader.address}\nTo: ${to}\nSubject: Minutes of Tuesday\nDate: ${mailDate(at - 9000, 0)}\n`;
  const parts = [
    body,
    leafPart("message/delivery-status", "7bit", status),
    leafPart("text/rfc822-headers", "7bit", sent),
  ];
  return multipart("report", `${boundary}b`, parts, "; report-type=delivery-status");
}

function signatureField(domain: string, selector: string, random: Random): Header {
  const value = `v=1; a=rsa-sha256; c=relaxed/relaxed; d=${domain}; s=${selector};\n h=From:To:Subject:Date:Message-ID;\n bh=${random.text(43, BASE62)}=;\n b=${random.text(60, BASE62)}\n ${random.text(60, BASE62)}==`;
  return header("DKIM-Signature", value);
}

function fromFields(
  { kind, sender, sending, random }: Written,
  fill: (text: string) => string,
  address: string,
  script: Script,
): readonly Header[] {
  const shown = fill(random.pick(kind.display));
  // An empty display is the firm's bare name in programs' mail, and the bare address in people's.
  const name = shown === "" && !kind.forms.includes("person") ? sender.firm : shown;
  const from = sending.listFrom ?? { name, address };
  const to = sending.isList
    ? { name: "", address: `open-councils@lists.${sender.otherDomain}` }
    : { name: random.chance(0.5) ? sender.reader.name : "", address: sender.reader.address };
  const isHidden = !sending.isList && kind.id.includes("merge");
  return [
    header("From", addressText(from, script)),
    header("To", isHidden ? "undisclosed-recipients:;" : addressText(to, script)),
    ...replyFields(kind, sender, random, address),
  ];
}

function replyFields({ replyTo }: Kind, sender: Sender, random: Random, address: string): readonly Header[] {
  const [, domain = ""] = address.split("@");
  if (replyTo === "person-elsewhere") return [header("Reply-To", `${sender.personSlug}@${sender.otherDomain}`)];
  if (replyTo === "colleague") return [header("Reply-To", sender.personAddress)];
  if (replyTo === "ticket")
    return [header("Reply-To", `reply+${random.text(24, "abcdefghijklmnop0123456789")}@${domain}`)];
  return [];
}

function answerFields({ reader }: Sender, random: Random): readonly Header[] {
  const id = `<${random.text(32, HEX)}@${reader.domain}>`;
  return [header("In-Reply-To", id), header("References", id)];
}

function exitFields({ group }: Kind, { exit, isList }: Sending): readonly Header[] {
  if (exit === "" || isList) return [];
  const oneClick = group === "newsletter" ? [header("List-Unsubscribe-Post", "List-Unsubscribe=One-Click")] : [];
  return [header("List-Unsubscribe", `<${exit}>`), ...oneClick];
}
