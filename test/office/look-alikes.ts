/** Harmless mail that looks like tracking or targeting: one section a class of threat-facts 5. */
import {
  addressText,
  composeMail,
  encodeText,
  escapeHtml,
  type Header,
  header,
  leafPart,
  mailDate,
  multipart,
  type Part,
  type Script,
  textPart,
  wrapText,
} from "../../src/demo/compose.ts";
import { domainOf, type Flag, officeOffset } from "../../src/demo/office.ts";
import { BASE62, createRandom, HEX, type Random } from "../../src/demo/random.ts";
import { filler, greet, signature } from "./correspondence.ts";
import { boundaryOf, copiesOf, type Delivery, fakePdf, type Letter, withAttachment, writtenBy } from "./letter.ts";
import { answerTime, homeTime, type OfficeMail, workTime } from "./mail.ts";
import { issueFacts, issueHtml, outletOf, senderAddress } from "./newsletters.ts";
import { colleagues, constituents, experts, OFFICE_DOMAIN, owners, type Person } from "./people.ts";
import { internalTopics, policyTopics } from "./texts.ts";
import { messageIdAt } from "./trace.ts";

const SCRIPT: Script = { charset: "utf-8", word: "Q", encoding: "quoted-printable" };

export function lookAlikes(): readonly OfficeMail[] {
  return [
    ...outreach(),
    ...helpDesk(),
    ...receipts(),
    ...mailingList(),
    ...forwardedNewsletters(),
    ...transactions(),
    ...logoMails(),
    ...bounces(),
    ...absences(),
    ...ownAppeals(),
  ];
}

function outsider(name: string, address: string, role = ""): Person {
  return { owner: null, name, address, role, style: "alternative", script: SCRIPT };
}

interface Draft {
  readonly id: string;
  readonly from: Person;
  readonly to: Person;
  readonly subject: string;
  readonly at: number;
  readonly body: Part;
  readonly extra?: readonly Header[];
  readonly references?: readonly string[];
  readonly flags?: readonly Flag[];
}

function letterOf(draft: Draft, random: Random): Letter {
  const { id, to, extra = [], references = [], flags = [], ...rest } = draft;
  const messageId = messageIdAt(domainOf(draft.from.address), draft.at, random);
  return { ...rest, to: [to], cc: [], messageId, extra, references, flags, purpose: { kind: "look-alike", id } };
}

function send(draft: Draft, random: Random, delivery: Delivery = {}): readonly OfficeMail[] {
  return copiesOf(letterOf(draft, random), random, delivery);
}

/** `text` with HTML beside it that ends in `tail`. */
function richBody(text: string, tail: string, random: Random): Part {
  const paragraphs = text.split("\n\n").map((block) => `<p>${escapeHtml(block).replaceAll("\n", "<br>\n")}</p>`);
  const html = `<html><body>\n${paragraphs.join("\n")}\n${tail}\n</body></html>\n`;
  return multipart("alternative", boundaryOf(random), [
    textPart("plain", `${wrapText(text, 74)}\n`, SCRIPT),
    textPart("html", html, SCRIPT),
  ]);
}

/** LK-04: a salesman whose tool tells him when he is read. One mail, nobody answered. */
function outreach(): readonly OfficeMail[] {
  const random = createRandom("outreach");
  const from = outsider("Colin Thrale", "colin.thrale@kestrel-analytics.example", "Kestrel Analytics");
  const text =
    "Hi Tomas,\n\nI noticed that your office answers a great many letters. Our tool sorts them by subject and street, and three county offices use it already. Would you have a quarter of an hour next week?\n\nBest,\nColin Thrale\nKestrel Analytics";
  const pixel = `<img src="https://t.outreachdesk.example/p/${random.text(26, BASE62)}.gif" width="1" height="1" style="display:none" alt="">`;
  const at = Date.UTC(2019, 8, 17, 9, 14);
  const body = richBody(text, pixel, random);
  return send({ id: "LK-04", from, to: owners.chief, subject: "Sorting constituency mail", at, body }, random);
}

/** LK-05: a ticket system that answers the office, with a pixel and a token in its reply address. */
function helpDesk(): readonly OfficeMail[] {
  return [0, 1, 2].flatMap((index) => {
    const random = createRandom(`help-desk-${index}`);
    const ticket = 41_000 + index * 377;
    const at = workTime(random, 400 + index * 500, 800 + index * 500);
    const desk = outsider("CivicDesk Support", "support@civicdesk.example");
    const subject = `Case list does not open in the morning (${ticket})`;
    const ask = `Hello,\n\nthe case list takes minutes to open before nine o'clock. It has been so all week.\n\n${signature(owners.chief)}\n`;
    const question = letterOf(
      { id: "LK-05", from: owners.chief, to: desk, subject, at, body: writtenBy(owners.chief, ask, random) },
      random,
    );
    const text = `Hello Tomas,\n\nthank you for your report. We have moved the nightly copy to an earlier hour; please tell us if it is still slow.\n\nTicket ${ticket}\nCivicDesk Support`;
    const pixel = `<img src="https://desk.civicdesk.example/seen/${ticket}/${random.text(20, BASE62)}.gif" width="1" height="1" alt="">`;
    const answer: Draft = {
      id: "LK-05",
      from: desk,
      to: owners.chief,
      subject: `Re: ${subject}`,
      at: answerTime(random, at),
      body: richBody(text, pixel, random),
      references: [question.messageId],
      extra: [
        header("Reply-To", `support+${ticket}-${random.text(10, HEX)}@civicdesk.example`),
        header("X-CivicDesk-Ticket", String(ticket)),
      ],
    };
    return [...copiesOf(question, random), ...send(answer, random.fork("answer"))];
  });
}

/** LK-06: colleagues who ask for a receipt, some of them answered; and a notary who always does. */
function receipts(): readonly OfficeMail[] {
  return [...Array.from({ length: 12 }, (_, index) => internalReceipt(index)), ...notaryLetters()].flat();
}

function internalReceipt(index: number): readonly OfficeMail[] {
  const random = createRandom(`receipt-${index}`);
  const from = index % 3 === 0 ? random.pick(colleagues) : owners.chief;
  const to = random.pick([owners.member, owners.press, owners.scheduler, owners.adviser]);
  const topic = random.pick(internalTopics);
  const fill = filler(random);
  const at = workTime(random);
  const text = fill(
    `${greet(random, to)}\n\n${topic.openings[0] ?? ""}\n\n${topic.asks[0] ?? ""}\n\n${signature(from)}\n`,
  );
  const request = letterOf(
    {
      id: "LK-06",
      from,
      to,
      subject: fill(topic.subject),
      at,
      body: writtenBy(from, text, random),
      extra: [header("Disposition-Notification-To", addressText(from, SCRIPT))],
    },
    random,
  );
  const answered = index % 2 === 0 ? send(notification(request, to, random), random.fork("receipt")) : [];
  return [...copiesOf(request, random, { seen: true }), ...answered];
}

/** The receipt itself, RFC 8098. */
function notification(request: Letter, reader: Person, random: Random): Draft {
  const at = request.at + 1_800_000;
  const fields = `Reporting-UA: desk.${OFFICE_DOMAIN}; Tidewater Desk\nFinal-Recipient: rfc822;${reader.address}\nOriginal-Message-ID: ${request.messageId}\nDisposition: manual-action/MDN-sent-manually; displayed\n`;
  const body = multipart(
    "report",
    boundaryOf(random),
    [
      textPart("plain", `Your message of ${mailDate(request.at, officeOffset(request.at))} was displayed.\n`, SCRIPT),
      leafPart("message/disposition-notification", "7bit", fields),
    ],
    "; report-type=disposition-notification",
  );
  return {
    id: "LK-06",
    from: reader,
    to: request.from,
    subject: `Read: ${request.subject}`,
    at,
    body,
    references: [request.messageId],
    extra: [header("Auto-Submitted", "auto-replied")],
  };
}

function notaryLetters(): readonly (readonly OfficeMail[])[] {
  const from = outsider("Quill & Seal, notaries", "office@quill-and-seal.example");
  return [2016, 2017, 2018, 2019, 2020].map((year) => {
    const random = createRandom(`notary-${year}`);
    const text = `Dear Ms Varga,\n\nplease find the yearly statement for the house on Orchard Lane. Kindly let us know if the address has changed.\n\nQuill & Seal`;
    const body = withAttachment(writtenBy(from, text, random), fakePdf(`statement-${year}.pdf`, random), random);
    const extra = [header("Disposition-Notification-To", from.address), header("Return-Receipt-To", from.address)];
    const at = Date.UTC(year, 2, 3 + random.int(20), 9, random.int(60));
    return send({ id: "LK-06", from, to: owners.personal, subject: `Statement ${year}`, at, body, extra }, random);
  });
}

/** LK-07: a discussion list. The list rewrites From and adds a footer, so the authors' signatures no longer hold. */
function mailingList(): readonly OfficeMail[] {
  return Array.from({ length: 66 }, (_, index) => listMail(index)).flat();
}

function listMail(index: number): readonly OfficeMail[] {
  const random = createRandom(`list-${index}`);
  const author = random.pick(experts.slice(0, 4));
  const topic = random.pick(policyTopics);
  const fill = filler(random);
  const list = "trade-forum@lists.civicnet.example";
  const text = fill(
    `Dear all,\n\n${random.pick(topic.openings)} ${random.pick(topic.points)}\n\n${random.pick(topic.asks)}\n\n${signature(author)}`,
  );
  const footer = `_______________________________________________\ntrade-forum mailing list\n${list}\nhttps://lists.civicnet.example/options/trade-forum`;
  const from: Person = { ...author, name: `${author.name} via trade-forum`, address: list, style: "plain" };
  const at = workTime(random, Math.floor((index * 2192) / 66), Math.floor(((index + 1) * 2192) / 66));
  const extra = [
    header("Sender", "trade-forum-bounces@lists.civicnet.example"),
    header("Reply-To", addressText(author, SCRIPT)),
    header("List-Id", "Trade policy forum <trade-forum.lists.civicnet.example>"),
    header("List-Post", `<mailto:${list}>`),
    header(
      "List-Unsubscribe",
      "<https://lists.civicnet.example/options/trade-forum>,\n <mailto:trade-forum-leave@lists.civicnet.example>",
    ),
    header("List-Archive", "<https://lists.civicnet.example/archives/trade-forum/>"),
    header("Precedence", "list"),
    header("X-BeenThere", list),
  ];
  const subject = `[trade-forum] ${fill(topic.subject)}`;
  const body = textPart("plain", `${wrapText(text, 72)}\n\n${footer}\n`, SCRIPT);
  return send({ id: "LK-07", from, to: owners.adviser, subject, at, body, extra }, random, {
    inbox: "Lists/trade-forum",
    envelopeFrom: "trade-forum-bounces@lists.civicnet.example",
    transit: { sendingHost: "lists.civicnet.example", signedBy: [domainOf(author.address)], dkim: "fail" },
  });
}

/** LK-07: the press officer passes newsletters on, with her own token in them; so does a constituent. */
function forwardedNewsletters(): readonly OfficeMail[] {
  const plans = [
    { domain: "harbourcourier.example", number: 14, from: owners.press, to: owners.member },
    { domain: "meridian-observer.example", number: 27, from: owners.press, to: owners.member },
    { domain: "eveningledger.example", number: 50, from: owners.press, to: owners.chief },
    { domain: "policylantern.example", number: 41, from: owners.adviser, to: owners.member },
    { domain: "meridian-observer.example", number: 33, from: constituents[6], to: owners.chief },
  ];
  return plans.flatMap(({ domain, number, from, to }) => {
    const outlet = outletOf(domain);
    if (outlet === undefined || from === undefined) return [];
    const random = createRandom(`forward/${domain}/${number}`);
    const { subject, at } = issueFacts(outlet, number);
    const note = `${greet(random, to)}\n\nworth a look, the first piece.\n\n${from.name}`;
    const top = `<p>${escapeHtml(note).replaceAll("\n", "<br>")}</p>\n<hr>\n<p>From: ${escapeHtml(outlet.name)} &lt;${senderAddress(outlet)}&gt;<br>Subject: ${escapeHtml(subject)}</p>`;
    const html = issueHtml(outlet, number, from.address).replace("<body>", `<body>\n${top}`);
    const body = multipart("alternative", boundaryOf(random), [
      textPart("plain", `${note}\n\n---- Forwarded message ----\nFrom: ${outlet.name}\nSubject: ${subject}\n`, SCRIPT),
      textPart("html", html, SCRIPT),
    ]);
    return send({ id: "LK-07", from, to, subject: `Fwd: ${subject}`, at: at + 7_200_000, body }, random);
  });
}

interface Trader {
  readonly from: Person;
  readonly to: Person;
  readonly count: number;
  readonly subject: (random: Random) => string;
  readonly text: (random: Random) => string;
  readonly host: string;
}

const traders: readonly Trader[] = [
  {
    from: outsider("Swift Parcel", "notice@swiftparcel.example"),
    to: owners.personal,
    count: 24,
    subject: (random) => `Your parcel ${random.text(10, "0123456789")} is on its way`,
    text: (random) =>
      `Hello,\n\nyour parcel will be brought on ${random.pick(["Tuesday", "Wednesday", "Friday"])} between nine and one. You need not be at home: name a neighbour and we ring there.\n\nSwift Parcel`,
    host: "img.swiftparcel.example",
  },
  {
    from: outsider("Harbour Bank", "service@harbour-bank.example"),
    to: owners.personal,
    count: 23,
    subject: () => "Your statement is ready",
    text: () =>
      "Dear customer,\n\nyour statement for the past quarter is in your letter box at the bank's own site. We never ask for your password by mail.\n\nHarbour Bank",
    host: "mail.harbour-bank.example",
  },
  {
    from: outsider("Coastal Rail", "tickets@coastalrail.example"),
    to: owners.scheduler,
    count: 34,
    subject: (random) => `Ticket ${random.text(6, "ABCDEFGHJKLMNPQRSTUVWXYZ23456789")}`,
    text: (random) =>
      `Thank you for your order.\n\nPort Calder to Northgate, coach ${1 + random.int(12)}, seat ${1 + random.int(80)}. Please be at the platform five minutes before departure.\n\nCoastal Rail`,
    host: "o.coastalrail.example",
  },
];

/** LK-09: one opaque value a mail, aligned signatures, years of the same. */
function transactions(): readonly OfficeMail[] {
  return traders.flatMap((trader) =>
    Array.from({ length: trader.count }, (_, index) => {
      const random = createRandom(`trade/${trader.from.address}/${index}`);
      const step = 2192 / trader.count;
      const at = workTime(random, Math.floor(index * step), Math.floor((index + 1) * step));
      const pixel = `<img src="https://${trader.host}/o/${random.text(32, HEX)}.gif" width="1" height="1" alt="">`;
      const body = richBody(trader.text(random), pixel, random);
      const { from, to } = trader;
      const extra = [header("X-Mailer", "Orderdesk 4")];
      return send({ id: "LK-09", from, to, subject: trader.subject(random), at, body, extra }, random);
    }).flat(),
  );
}

/** The smallest PNG, grey. */
const PIXEL_PNG = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNsaGj4DwAFhAKBmmiuHgAAAABJRU5ErkJggg==";

/** LK-12: a logo and a spacer that come inside the mail. */
function logoMails(): readonly OfficeMail[] {
  return Array.from({ length: 10 }, (_, index) => {
    const random = createRandom(`logo-${index}`);
    const at = workTime(random);
    const cid = `logo.${random.text(8, HEX)}@${OFFICE_DOMAIN}`;
    const text = `Good morning,\n\nthe cuttings of the week are in the folder. ${random.int(30) + 4} pieces, most of them friendly.\n\n${signature(owners.press)}`;
    const tail = `<img src="cid:${cid}" width="120" height="30" alt=""><img src="cid:${cid}" width="1" height="1" alt="">`;
    const logo = leafPart("image/png", "base64", Buffer.from(PIXEL_PNG, "base64").toString("latin1"), [
      header("Content-ID", `<${cid}>`),
      header("Content-Disposition", 'inline; filename="logo.png"'),
    ]);
    const body = multipart("related", boundaryOf(random), [richBody(text, tail, random), logo]);
    return send(
      { id: "LK-12", from: owners.press, to: owners.member, subject: "Cuttings of the week", at, body },
      random,
    );
  }).flat();
}

/** LK-16: mail of ours that came back, RFC 3464. */
function bounces(): readonly OfficeMail[] {
  return Array.from({ length: 9 }, (_, index) => {
    const random = createRandom(`bounce-${index}`);
    const at = workTime(random);
    const to = random.pick([owners.member, owners.chief]);
    const lost = `former.resident.${index + 1}@post.example`;
    const original = composeMail(
      [
        header("Date", mailDate(at - 3000, officeOffset(at))),
        header("From", addressText(to, SCRIPT)),
        header("To", lost),
        header("Subject", "Your letter to the member"),
        header("Message-ID", messageIdAt(OFFICE_DOMAIN, at, random)),
      ],
      textPart("plain", "Thank you for your letter. An answer will follow.\n", SCRIPT),
    );
    const fields = `Reporting-MTA: dns; mx.${OFFICE_DOMAIN}\n\nFinal-Recipient: rfc822; ${lost}\nAction: failed\nStatus: 5.1.1\nDiagnostic-Code: smtp; 550 5.1.1 no such user\n`;
    const text = `This is the mail system at mx.${OFFICE_DOMAIN}.\n\nYour message could not be delivered to ${lost}: no such user.\n`;
    const body = multipart(
      "report",
      boundaryOf(random),
      [
        textPart("plain", text, SCRIPT),
        leafPart("message/delivery-status", "7bit", fields),
        leafPart("message/rfc822", "7bit", original),
      ],
      "; report-type=delivery-status",
    );
    const from = outsider("Mail Delivery System", `MAILER-DAEMON@mx.${OFFICE_DOMAIN}`);
    const extra = [header("Auto-Submitted", "auto-replied")];
    return send({ id: "LK-16", from, to, subject: "Undelivered mail returned to sender", at, body, extra }, random, {
      envelopeFrom: "",
      transit: { sendingHost: `mx.${OFFICE_DOMAIN}`, signedBy: [], spf: "none" },
    });
  }).flat();
}

/** LK-16: automatic answers of people on holiday. */
function absences(): readonly OfficeMail[] {
  return Array.from({ length: 22 }, (_, index) => {
    const random = createRandom(`absence-${index}`);
    const at = workTime(random);
    const from = random.pick([...experts.slice(0, 4), ...colleagues]);
    const to = random.pick([owners.member, owners.adviser, owners.chief]);
    const text = `Thank you for your mail. I am away and will be back on Monday. In urgent matters please ring the desk.\n\n${signature(from)}\n`;
    const extra = [header("Auto-Submitted", "auto-replied"), header("X-Auto-Response-Suppress", "All")];
    const body = writtenBy({ ...from, style: "plain" }, text, random);
    const references = [messageIdAt(OFFICE_DOMAIN, at - 60_000, random)];
    const draft = { id: "LK-16", from, to, subject: "Out of office", at, body, extra, references };
    return send(draft, random, { envelopeFrom: "", transit: { sendingHost: `mail.${domainOf(from.address)}` } });
  }).flat();
}

/** LK-17: the member's own appeals, kept in Sent: they track supporters and are no attack on the office. */
function ownAppeals(): readonly OfficeMail[] {
  return [2018, 2020, 2021].map((year) => {
    const random = createRandom(`appeal-${year}`);
    const at = Date.UTC(year, 10, 12, 9, 30);
    const messageId = messageIdAt(OFFICE_DOMAIN, at, random);
    const leave = `https://act.rallypoint.example/leave/varga-holm/${random.text(16, HEX)}`;
    const tail = `<p><a href="${leave}">Unsubscribe</a></p>\n<img src="https://act.rallypoint.example/px/varga-holm/${year}?s=${random.text(32, HEX)}" width="1" height="1" alt="">`;
    const text =
      "Dear friends,\n\nthe winter fund for the Port Calder food bank opens today. If you can give a tin or an hour, please do.\n\nIlse Varga-Holm";
    const headers = [
      header("Date", mailDate(at, officeOffset(at))),
      header("From", addressText(owners.member, SCRIPT)),
      header("To", addressText({ name: "Friends of the food bank", address: "friends@foodbank.example" }, SCRIPT)),
      header("Subject", encodeText("The winter fund is open", "us-ascii")),
      header("Message-ID", messageId),
      header("List-Unsubscribe", `<${leave}>`),
      header("X-Rallypoint-Org", "varga-holm"),
    ];
    return {
      owner: "member",
      folder: "Sent",
      at,
      flags: [],
      messageId,
      envelopeFrom: owners.member.address,
      octets: composeMail(headers, richBody(text, tail, random)),
      purpose: { kind: "look-alike", id: "LK-17" },
    };
  });
}

/** Notes that the member sends herself: no look-alike, but sender and reader are one. */
export function homeNotes(): readonly OfficeMail[] {
  return Array.from({ length: 18 }, (_, index) => {
    const random = createRandom(`home-note-${index}`);
    const at = homeTime(random);
    const text = `Milk, lamp oil, stamps. Ring Agnes. ${index % 2 === 0 ? "Gutter!" : "Return the library books."}\n`;
    const body = writtenBy(owners.personal, text, random);
    const letter = letterOf(
      { id: "", from: owners.personal, to: owners.personal, subject: "Note to self", at, body },
      random,
    );
    return copiesOf({ ...letter, purpose: { kind: "ordinary" } }, random);
  }).flat();
}
