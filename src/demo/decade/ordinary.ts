/** Ordinary mail: threads with outsiders and colleagues, family, meetings, lists, receipts of shops, bounces, absences. */

import {
  calendarTime,
  escapeHtml,
  type Header,
  header,
  leafPart,
  mailDate,
  multipart,
  type Part,
  textPart,
  wrapText,
} from "../compose.ts";
import { domainOf, type Flag, officeOffset } from "../office.ts";
import { BASE62, HEX, hashOf, type Random } from "../random.ts";
import { books, closingIn, greetingIn, subjectIn, wordsIn } from "../text/writing.ts";
import { answerMoment, homeMoment, workMoment } from "../world/calendar.ts";
import { firmDomain } from "../world/names.ts";
import {
  type Account,
  correspondentOf,
  kitOf,
  MOVED,
  OFFICE_DOMAIN,
  OLD_DOMAIN,
  outsiderOf,
  type Party,
  type Person,
} from "../world/people.ts";
import { HOUR, MINUTE } from "../world/size.ts";
import type { World } from "../world/world.ts";
import {
  bodyOf,
  boundaryOf,
  honestRoute,
  type Letter,
  type Mail,
  messageIdOf,
  nameText,
  type Route,
  receivedOctets,
  scriptOf,
  sentOctets,
} from "./wire.ts";

/** Somebody in a thread: an account of ours, or nobody's. */
export interface Voice {
  readonly party: Party;
  readonly account: Account | null;
}

export function atWork(person: Person): Voice {
  return { party: person, account: person.work };
}

/** Under the address of the personal account. */
export function atHome(person: Person): Voice {
  const account = person.personal;
  return account === null
    ? { party: person, account: null }
    : { party: { ...person, address: account.address, role: "", kit: kitOf(account.address, "en") }, account };
}

export function outside(party: Party): Voice {
  return { party, account: null };
}

interface Sending {
  readonly letter: Letter;
  readonly kind: string;
  readonly route?: Route;
  readonly flags?: readonly Flag[];
  readonly folder?: Mail["folder"];
  readonly seen?: boolean;
}

/** The writer's own copy. */
export function sentMail(voice: Voice, letter: Letter, kind: string): readonly Mail[] {
  const { account } = voice;
  if (account === null) return [];
  const { at, messageId, from } = letter;
  return [
    {
      ...{ account, at, messageId, kind },
      folder: "Sent",
      flags: ["seen"],
      envelopeFrom: from.address,
      octets: sentOctets(letter),
      truth: null,
    },
  ];
}

/** The copy of one reader. */
export function receivedMail(
  to: Account,
  { letter, kind, route, flags = [], folder = "Inbox", seen }: Sending,
  random: Random,
): Mail {
  const at = letter.at + 4000 + random.int(40_000);
  const way = route ?? honestRoute(domainOf(letter.from.address), letter.from.address, at);
  const read: readonly Flag[] = (seen ?? random.chance(0.94)) ? ["seen", ...flags] : [];
  const octets = receivedOctets(letter, way, to, at, random);
  return {
    account: to,
    folder,
    at,
    flags: read,
    messageId: letter.messageId,
    envelopeFrom: way.envelopeFrom,
    octets,
    kind,
    truth: null,
  };
}

interface Turn {
  readonly from: Party;
  readonly at: number;
  readonly text: string;
}

function quoted(earlier: Turn, wrote: string): string {
  const lines = wrapText(earlier.text, 68)
    .split("\n")
    .map((line) => (line === "" || line.startsWith(">") ? `>${line}` : `> ${line}`));
  return `${mailDate(earlier.at, officeOffset(earlier.at))}, ${earlier.from.name} ${wrote}:\n\n${lines.join("\n")}`;
}

function htmlOf(text: string): string {
  const blocks = text.split("\n\n").map((block) => {
    const inner = escapeHtml(block.replaceAll("\n> ", "\n").replace(/^> ?/, "")).replaceAll("\n", "<br>\n");
    return block.startsWith(">") ? `<blockquote type="cite"><p>${inner}</p></blockquote>` : `<p>${inner}</p>`;
  });
  return `<html><body>\n${blocks.join("\n")}\n</body></html>\n`;
}

/** The address at which somebody is written to on that day: in the first years the old domain. */
function addressOn(person: Party, at: number): string {
  return at < MOVED ? person.address.replace(`@${OFFICE_DOMAIN}`, `@${OLD_DOMAIN}`) : person.address;
}

/** Before the organisation moved, its people wrote from the old domain. */
export function partyOn(party: Party, at: number): Party {
  return at < MOVED && party.address.endsWith(`@${OFFICE_DOMAIN}`)
    ? { ...party, address: addressOn(party, at) }
    : party;
}

interface ThreadPlan {
  readonly opener: Voice;
  readonly answerer: Voice;
  readonly cc: readonly Voice[];
  readonly at: number;
  /** Letters in all. */
  readonly length: number;
  readonly kind: string;
}

/** The letters of a thread, in every mailbox of ours that took part. */
function thread({ opener, answerer, cc, at: begin, length, kind }: ThreadPlan, random: Random): readonly Mail[] {
  const { language } = opener.party;
  const subject = subjectIn(language, random);
  const ids: string[] = [];
  const mails: Mail[] = [];
  let earlier: Turn | null = null;
  let at = begin;
  for (let index = 0; index < length; index += 1) {
    const [voice, other] = index % 2 === 0 ? [opener, answerer] : [answerer, opener];
    const from = partyOn(voice.party, at);
    const to = partyOn(other.party, at);
    const words = [
      greetingIn(language, to, random),
      wordsIn(language, index === 0 ? "letter" : "reply", random),
      closingIn(language, from.name, from.role, random),
    ].join("\n\n");
    const text: string = earlier === null ? words : `${words}\n\n${quoted(earlier, books[language].wrote)}`;
    const body = withFile(
      bodyOf(text, from.kit.style === "plain" ? "" : htmlOf(text), from.kit, random),
      index === 0 && random.chance(0.1),
      random,
    );
    const messageId = messageIdOf(from.kit.messageId, domainOf(from.address), at, random);
    const letter: Letter = {
      from,
      to: [to],
      cc: cc.map(({ party }) => partyOn(party, at)),
      subject: index === 0 ? subject : `Re: ${subject}`,
      at,
      messageId,
      references: [...ids],
      body,
    };
    mails.push(...sentMail(voice, letter, kind));
    const answered: readonly Flag[] = index + 1 < length ? ["answered"] : random.chance(0.04) ? ["flagged"] : [];
    if (other.account !== null)
      mails.push(
        receivedMail(
          other.account,
          { letter, kind, flags: answered, ...(answered.length > 0 ? { seen: true } : {}) },
          random,
        ),
      );
    for (const { account } of cc) if (account !== null) mails.push(receivedMail(account, { letter, kind }, random));
    ids.push(messageId);
    earlier = { from, at, text: words };
    at = answerMoment(at, random);
  }
  return mails;
}

const FILES = ["letter.pdf", "figures.pdf", "minutes.pdf", "draft-2.pdf", "programme.pdf", "statement.pdf"];

function withFile(body: Part, attach: boolean, random: Random): Part {
  if (!attach) return body;
  const fileName = random.pick(FILES);
  const filler = Array.from({ length: 8 + random.int(20) }, () => `% ${random.text(60, HEX)}`).join("\n");
  const octets = `%PDF-1.4\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [] /Count 0 >>\nendobj\n${filler}\ntrailer\n<< /Root 1 0 R /Size 3 >>\n%%EOF\n`;
  const file = leafPart(`application/pdf; name="${fileName}"`, "base64", octets, [
    header("Content-Disposition", `attachment; filename="${fileName}"`),
  ]);
  return multipart("mixed", boundaryOf(random.int(4) as 0 | 1 | 2 | 3, random), [body, file]);
}

type Maker = (world: World, day: number, random: Random) => readonly Mail[];

const withOutsider: Maker = (world, day, random) => {
  const person = random.pick(world.staffOn(day));
  const party = correspondentOf(world.seed, person, random);
  const [opener, answerer] = random.chance(0.75) ? [outside(party), atWork(person)] : [atWork(person), outside(party)];
  const cc = random.chance(0.12)
    ? [atWork(random.pick(world.staffOn(day)))].filter(({ party: one }) => one.address !== person.address)
    : [];
  return thread(
    { opener, answerer, cc, at: workMoment(day, 60, random), length: 1 + random.int(3), kind: "letter" },
    random,
  );
};

const inside: Maker = (world, day, random) => {
  const [one, two, three] = random.sample(world.staffOn(day).slice(0, 400), 3);
  if (one === undefined || two === undefined) return withOutsider(world, day, random);
  const cc = three !== undefined && random.chance(0.25) ? [atWork(three)] : [];
  return thread(
    {
      opener: atWork(one),
      answerer: atWork(two),
      cc,
      at: workMoment(day, 60, random),
      length: 1 + random.int(2),
      kind: "internal",
    },
    random,
  );
};

const fromHome: Maker = (world, day, random) => {
  if (world.atHome.length === 0) return withOutsider(world, day, random);
  const person = random.pick(world.atHome);
  const friend = outsiderOf(`${world.seed}/home`, (hashOf(person.id) % 4000) + random.int(8) * 31);
  const kin = world.atHome.find((other) => other.household === person.household && other.id !== person.id);
  const other = kin !== undefined && random.chance(0.3) ? atHome(kin) : outside(friend);
  const [opener, answerer] = random.chance(0.6) ? [other, atHome(person)] : [atHome(person), other];
  return thread(
    { opener, answerer, cc: [], at: homeMoment(day, random), length: 1 + random.int(3), kind: "family" },
    random,
  );
};

/** An invitation by somebody known, and mostly its acceptance (LK-08). */
const meeting: Maker = (world, day, random) => {
  const person = random.pick(world.staffOn(day));
  const organiser = random.chance(0.4)
    ? atWork(random.pick(world.staffOn(day)))
    : outside(correspondentOf(world.seed, person, random));
  if (organiser.party.address === person.address) return inside(world, day, random);
  const at = workMoment(day, 60, random);
  const start = Math.ceil((at + (2 + random.int(14)) * 24 * HOUR) / HOUR) * HOUR;
  const summary = subjectIn("en", random);
  const uid = `${random.int(1_000_000_000)}@${domainOf(organiser.party.address)}`;
  const invite = (
    method: "REQUEST" | "REPLY",
    from: Party,
    to: Party,
    when: number,
    references: readonly string[],
  ): Letter => {
    const calendar = calendarText(
      { uid, summary, organiser: partyOn(organiser.party, at), attendee: partyOn(person, at), start, at: when },
      method,
    );
    const text =
      method === "REQUEST"
        ? `You are invited: ${summary}\nWhen: ${mailDate(start, officeOffset(start))}\n\n${from.name}\n`
        : `${from.name} has accepted: ${summary}\n`;
    const octets = Buffer.from(calendar, "utf8").toString("latin1");
    const body = multipart("alternative", boundaryOf(from.kit.boundary, random), [
      textPart("plain", text, scriptOf(text, from.kit)),
      leafPart(`text/calendar; charset=utf-8; method=${method}`, "base64", octets),
    ]);
    const messageId = messageIdOf(from.kit.messageId, domainOf(from.address), when, random);
    return {
      from,
      to: [to],
      subject: `${method === "REQUEST" ? "Invitation" : "Accepted"}: ${summary}`,
      at: when,
      messageId,
      references,
      body,
    };
  };
  const request = invite("REQUEST", partyOn(organiser.party, at), partyOn(person, at), at, []);
  const mails: Mail[] = [...sentMail(organiser, request, "calendar")];
  if (person.work !== null) mails.push(receivedMail(person.work, { letter: request, kind: "calendar" }, random));
  if (random.chance(0.6)) {
    const later = answerMoment(at, random);
    const reply = invite("REPLY", partyOn(person, later), partyOn(organiser.party, later), later, [request.messageId]);
    mails.push(...sentMail(atWork(person), reply, "calendar"));
    if (organiser.account !== null)
      mails.push(receivedMail(organiser.account, { letter: reply, kind: "calendar" }, random));
  }
  return mails;
};

interface Meeting {
  readonly uid: string;
  readonly summary: string;
  readonly organiser: Party;
  readonly attendee: Party;
  readonly start: number;
  readonly at: number;
}

export function calendarText(
  { uid, summary, organiser, attendee, start, at }: Meeting,
  method: "REQUEST" | "REPLY",
): string {
  const status = method === "REPLY" ? "ACCEPTED" : "NEEDS-ACTION;RSVP=TRUE";
  return [
    "BEGIN:VCALENDAR",
    "PRODID:-//Lanyard//Diary 2//EN",
    "VERSION:2.0",
    `METHOD:${method}`,
    "BEGIN:VEVENT",
    `UID:${uid}`,
    `DTSTAMP:${calendarTime(at)}`,
    `DTSTART:${calendarTime(start)}`,
    `DTEND:${calendarTime(start + HOUR)}`,
    `SUMMARY:${summary}`,
    `ORGANIZER;CN="${organiser.name}":mailto:${organiser.address}`,
    `ATTENDEE;CN="${attendee.name}";PARTSTAT=${status}:mailto:${attendee.address}`,
    "SEQUENCE:0",
    "END:VEVENT",
    "END:VCALENDAR",
    "",
  ].join("\r\n");
}

const LISTS = ["trade-forum", "archive-notes", "harbour-watch", "clerks-network", "press-room", "open-registers"];

/** A discussion list of another organisation: it rewrites From and adds a footer, so authors' signatures no longer hold (LK-07). */
const listMail: Maker = (world, day, random) => {
  const list = random.int(LISTS.length);
  const name = LISTS[list] ?? "trade-forum";
  const address = `${name}@lists.civicnet.example`;
  const staff = world.staffOn(day);
  const readers = staff.filter(
    (person) => hashOf(`${name}/${person.id}`) % Math.max(4, Math.floor(staff.length / 4)) === 0,
  );
  const author = outsiderOf(world.seed, (list * 411 + random.int(9) * 17) % 12_000);
  if (readers.length === 0) return withOutsider(world, day, random);
  const at = workMoment(day, 60, random);
  const text = `${wordsIn("en", "letter", random)}\n\n${author.name}\n\n_______________________________________________\n${name} mailing list\nhttps://lists.civicnet.example/options/${name}`;
  const extra: readonly Header[] = [
    header("Sender", `${name}-bounces@lists.civicnet.example`),
    header("Reply-To", nameText(author)),
    header("List-Id", `${name} <${name}.lists.civicnet.example>`),
    header("List-Post", `<mailto:${address}>`),
    header(
      "List-Unsubscribe",
      `<https://lists.civicnet.example/options/${name}>,\n <mailto:${name}-leave@lists.civicnet.example>`,
    ),
    header("Precedence", "list"),
  ];
  const from: Party = { ...author, name: `${author.name} via ${name}`, address };
  const letter: Letter = {
    from,
    to: [{ name: "", address }],
    subject: `[${name}] ${subjectIn("en", random)}`,
    at,
    messageId: messageIdOf(author.kit.messageId, domainOf(author.address), at, random),
    extra,
    body: bodyOf(text, "", author.kit, random),
  };
  const route: Route = {
    envelopeFrom: `${name}-bounces@lists.civicnet.example`,
    host: "lists.civicnet.example",
    signedBy: [domainOf(author.address)],
    spf: "pass",
    dkim: "fail",
  };
  return readers.flatMap(({ work }) =>
    work === null
      ? []
      : [receivedMail(work, { letter, kind: "list", route, folder: "Lists", seen: random.chance(0.5) }, random)],
  );
};

const SHOPS = ["parcel", "bank", "rail", "grocer", "phone", "bookshop", "insurer", "hotel"] as const;
const ORDERS: Readonly<Record<(typeof SHOPS)[number], readonly [subject: string, text: string]>> = {
  parcel: [
    "Your parcel {n} is on its way",
    "your parcel will be brought between nine and one. You need not be at home: name a neighbour and we ring there.",
  ],
  bank: [
    "Your statement is ready",
    "your statement for the past quarter is in your letter box at the bank's own site. We never ask for your password by mail.",
  ],
  rail: ["Ticket {n}", "thank you for your order. Please be at the platform five minutes before departure."],
  grocer: ["Order {n} confirmed", "we have packed your order. What was not in stock was left out and is not charged."],
  phone: ["Bill {n}", "your bill of this month is ready. It will be taken from your account on the fifteenth."],
  bookshop: ["Your order {n}", "the books you asked for have arrived and are kept for two weeks."],
  insurer: ["Policy {n}", "nothing changes in your policy this year but the premium; the new sum stands on page two."],
  hotel: ["Booking {n}", "your room is booked. Breakfast is from seven; the gate is locked at midnight."],
};

/** Receipts and notices of firms, with one opaque value a mail and years of the same (LK-09). */
const transaction: Maker = (world, day, random) => {
  const person =
    world.atHome.length > 0 && random.chance(0.7) ? random.pick(world.atHome) : random.pick(world.staffOn(day));
  const account = person.personal ?? person.work;
  if (account === null) return withOutsider(world, day, random);
  const shop = SHOPS[(hashOf(`shop/${person.id}`) + random.int(3)) % SHOPS.length] ?? "bank";
  const domain = `${shop}-${firmDomain((hashOf(shop) % 40) + (hashOf(person.id) % 3))}`;
  const [subject, text] = ORDERS[shop];
  const at = homeMoment(day, random);
  const from: Party = {
    name: `${capitalised(shop)} service`,
    given: "",
    address: `service@${domain}`,
    role: "",
    language: "en",
    kit: { ...kitOf(domain, "en"), mailer: ["X-Mailer", "Orderdesk 4"], style: "alternative" },
  };
  const pixel = `<img src="https://o.${domain}/o/${random.text(32, HEX)}.gif" width="1" height="1" alt="">`;
  const html = `<html><body>\n<img src="https://static.${domain}/logo.png" width="160" height="40" alt="">\n<p>Dear ${escapeHtml(person.name)},</p>\n<p>${escapeHtml(text)}</p>\n${pixel}\n</body></html>\n`;
  const number = random.text(8, "0123456789");
  const letter: Letter = {
    from,
    to: [{ name: person.name, address: account.address }],
    subject: subject.replace("{n}", number),
    at,
    messageId: messageIdOf(0, domain, at, random),
    body: bodyOf(`Dear ${person.name},\n\n${text}\n`, html, from.kit, random),
  };
  const route: Route = {
    envelopeFrom: `bounce-${random.text(8, BASE62)}@${domain}`,
    host: `out.${domain}`,
    signedBy: [domain],
    spf: "pass",
    dkim: "pass",
  };
  return [receivedMail(account, { letter, kind: "transaction", route, seen: random.chance(0.75) }, random)];
};

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** A report of failed delivery (RFC 3464) or an absence note (RFC 3834), after a letter that was sent (LK-16). */
const returned: Maker = (world, day, random) => {
  const person = random.pick(world.staffOn(day));
  if (person.work === null) return [];
  const at = workMoment(day, 60, random);
  const to = correspondentOf(world.seed, person, random);
  const from = partyOn(person, at);
  const subject = subjectIn("en", random);
  const text = [
    greetingIn("en", to, random),
    wordsIn("en", "letter", random),
    closingIn("en", from.name, from.role, random),
  ].join("\n\n");
  const letter: Letter = {
    from,
    to: [to],
    subject,
    at,
    messageId: messageIdOf(from.kit.messageId, domainOf(from.address), at, random),
    body: bodyOf(text, "", from.kit, random),
  };
  const later = at + 2 * MINUTE;
  const back = random.chance(0.5) ? bounce(letter, to, later, random) : absence(letter, to, later, random);
  const route: Route = { ...honestRoute(domainOf(back.from.address), "", later), envelopeFrom: "" };
  return [
    ...sentMail(atWork(person), letter, "letter"),
    receivedMail(person.work, { letter: back, kind: "bounce", route }, random),
  ];
};

function bounce(letter: Letter, to: Party, at: number, random: Random): Letter {
  const domain = domainOf(to.address);
  const from: Party = {
    ...to,
    name: "Mail Delivery System",
    address: `mailer-daemon@${domain}`,
    kit: { ...to.kit, mailer: null },
  };
  const status = `Reporting-MTA: dns; mail.${domain}\n\nFinal-Recipient: rfc822; ${to.address}\nAction: failed\nStatus: 5.1.1\nDiagnostic-Code: smtp; 550 5.1.1 no such user\n`;
  const head = `From: ${nameText(letter.from)}\nTo: ${nameText(to)}\nSubject: ${letter.subject}\nMessage-ID: ${letter.messageId}\n`;
  const text = "This is the mail system. Your message could not be delivered; the report below says why.\n";
  const body = multipart(
    "report",
    boundaryOf(0, random),
    [
      textPart("plain", text, scriptOf(text, from.kit)),
      leafPart("message/delivery-status", "7bit", status),
      leafPart("text/rfc822-headers", "7bit", head),
    ],
    "; report-type=delivery-status",
  );
  return {
    from,
    to: [letter.from],
    subject: "Undelivered mail returned to sender",
    at,
    messageId: messageIdOf(0, domain, at, random),
    extra: [header("Auto-Submitted", "auto-replied")],
    body,
  };
}

function absence(letter: Letter, to: Party, at: number, random: Random): Letter {
  const text = `I am away until ${random.pick(["Monday", "Wednesday", "the end of the month"])} and read mail seldom.\n\n${to.name}\n`;
  const extra = [header("Auto-Submitted", "auto-replied"), header("X-Auto-Response-Suppress", "All")];
  return {
    from: to,
    to: [letter.from],
    subject: `Absent: ${letter.subject}`,
    at,
    messageId: messageIdOf(to.kit.messageId, domainOf(to.address), at, random),
    references: [letter.messageId],
    extra,
    body: bodyOf(text, "", to.kit, random),
  };
}

/** Colleagues who ask for a receipt (LK-06). */
const withReceipt: Maker = (world, day, random) => {
  const [one, two] = random.sample(world.staffOn(day).slice(0, 400), 2);
  if (one === undefined || two?.work === undefined || two.work === null) return withOutsider(world, day, random);
  const at = workMoment(day, 60, random);
  const from = partyOn(one, at);
  const to = partyOn(two, at);
  const text = [
    greetingIn("en", to, random),
    wordsIn("en", "letter", random),
    closingIn("en", from.name, from.role, random),
  ].join("\n\n");
  const letter: Letter = {
    from,
    to: [to],
    subject: subjectIn("en", random),
    at,
    messageId: messageIdOf(from.kit.messageId, domainOf(from.address), at, random),
    extra: [header("Disposition-Notification-To", nameText(from))],
    body: bodyOf(text, "", from.kit, random),
  };
  return [...sentMail(atWork(one), letter, "internal"), receivedMail(two.work, { letter, kind: "internal" }, random)];
};

// biome-ignore format: a table reads by column
const MAKERS: readonly (readonly [weight: number, make: Maker])[] = [
  [44, withOutsider],
  [24, inside],
  [ 9, fromHome],
  [ 7, meeting],
  [ 3, listMail],
  [ 8, transaction],
  [ 3, returned],
  [ 2, withReceipt],
];
const WHEEL = MAKERS.flatMap(([weight, make]) => Array.from({ length: weight }, () => make));

/** One event of a day: the letters of one thread, one meeting, one list mail … in all mailboxes of ours. */
export function ordinaryEvent(world: World, day: number, random: Random): readonly Mail[] {
  return random.pick(WHEEL)(world, day, random);
}

/** One letter in one mailbox: what the last places of a given size are filled with. */
export function singleLetter(world: World, day: number, random: Random): readonly Mail[] {
  const person = random.pick(world.staffOn(day));
  const opener = outside(correspondentOf(world.seed, person, random));
  return thread(
    { opener, answerer: atWork(person), cc: [], at: workMoment(day, 60, random), length: 1, kind: "letter" },
    random,
  );
}
