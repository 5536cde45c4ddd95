/** Six years of newsletters: steady senders, one token a reader, a way out in header and text. */

import {
  addressText,
  composeMail,
  encodeText,
  escapeHtml,
  type Header,
  header,
  headerText,
  leafPart,
  mailDate,
  multipart,
  type Script,
  textPart,
  wrapText,
} from "../../src/demo/compose.ts";
import { createRandom, HEX, type Random } from "../../src/demo/random.ts";
import type { Mailing } from "../../src/demo/services.ts";
import { type Article, articles } from "./articles.ts";
import { boundaryOf } from "./letter.ts";
import { DAY, DAYS_TOTAL, FIRST_DAY, type OfficeMail } from "./mail.ts";
import { type Outlet, outlets } from "./outlets.ts";
import { type Owner, owners } from "./people.ts";
import { messageIdAt, traceHeaders } from "./trace.ts";

const SCRIPT: Script = { charset: "utf-8", word: "Q", encoding: "quoted-printable" };

interface Issue {
  readonly outlet: Outlet;
  readonly number: number;
  readonly at: number;
  readonly subject: string;
  readonly items: readonly Article[];
}

export function newsletters(): readonly OfficeMail[] {
  return outlets.flatMap((outlet) => [
    ...outlet.readers.map((reader) => copy(welcome(outlet), owners[reader])),
    ...issuesOf(outlet).flatMap((issue) => outlet.readers.map((reader) => copy(issue, owners[reader]))),
  ]);
}

function issuesOf(outlet: Outlet): readonly Issue[] {
  const count = Math.ceil((DAYS_TOTAL - outlet.firstDay) / outlet.everyDays);
  return Array.from({ length: count }, (_, index) => {
    const random = createRandom(`issue/${outlet.domain}/${index}`);
    const items = random.sample<Article>(articles[outlet.theme], 3 + random.int(2));
    const at = FIRST_DAY + (outlet.firstDay + index * outlet.everyDays) * DAY + outlet.hour * 3_600_000;
    const subject = `${items[0]?.headline ?? outlet.title}`;
    return { outlet, number: index + 1, at: at + random.int(600_000), subject, items };
  });
}

/** The mail that a subscription begins with. */
function welcome(outlet: Outlet): Issue {
  const at = FIRST_DAY + (outlet.firstDay - 2) * DAY + outlet.hour * 3_600_000;
  const german = outlet.theme === "german";
  const item = german
    ? {
        headline: "Schön, dass Sie dabei sind",
        text: "Ihre Anmeldung ist bestätigt. Der nächste Brief kommt am Freitag.",
      }
    : {
        headline: "Your subscription is confirmed",
        text: "Thank you for confirming your address. The next issue is on its way.",
      };
  return { outlet, number: 0, at, subject: `${german ? "Willkommen" : "Welcome"}: ${outlet.title}`, items: [item] };
}

function copy(issue: Issue, reader: Owner): OfficeMail {
  const { outlet } = issue;
  const random = createRandom(`copy/${outlet.domain}/${issue.number}/${reader.owner}`);
  const mailing: Mailing = {
    account: outlet.account,
    issue: String(issue.number),
    reader: reader.address,
    domain: outlet.domain,
  };
  const at = issue.at + 2000 + random.int(90_000);
  const messageId = messageIdAt(outlet.service.domain(mailing), at, random);
  const service = outlet.service.domain(mailing);
  const envelopeFrom = `bounce+${random.text(10, HEX)}@bounces.${service}`;
  const transit = {
    reader,
    at,
    envelopeFrom,
    sendingHost: `out${1 + random.int(4)}.${service}`,
    fromDomain: outlet.domain,
    signedBy: service === outlet.domain ? [outlet.domain] : [outlet.domain, service],
    spf: "pass",
    dkim: "pass",
  } as const;
  const headers = [...traceHeaders(transit, random), ...newsletterHeaders(issue, mailing, { at, messageId, reader })];
  return {
    owner: reader.owner,
    folder: "Inbox",
    at,
    flags: random.chance(0.62) ? ["seen"] : [],
    messageId,
    envelopeFrom,
    octets: composeMail(headers, newsletterBody(issue, mailing, random)),
    purpose: { kind: "commercial", domain: outlet.domain, lookAlike: outlet.lookAlike },
  };
}

interface CopyFields {
  readonly at: number;
  readonly messageId: string;
  readonly reader: Owner;
}

function newsletterHeaders(issue: Issue, mailing: Mailing, { at, messageId, reader }: CopyFields): readonly Header[] {
  const { outlet } = issue;
  const from = { name: outlet.name, address: `${outlet.from}@${outlet.domain}` };
  const leave = unsubscribeUrl(mailing);
  const oneClick = new Date(at).getUTCFullYear() >= 2019;
  return [
    header("Date", mailDate(at - 1000, 0)),
    header("From", addressText(from, SCRIPT)),
    header("To", addressText(issue.number % 2 === 0 ? reader : { name: "", address: reader.address }, SCRIPT)),
    header("Subject", headerText(issue.subject, SCRIPT)),
    header("Message-ID", messageId),
    header("List-Unsubscribe", `<mailto:leave@${outlet.domain}?subject=unsubscribe>,\n <${leave}>`),
    ...(oneClick ? [header("List-Unsubscribe-Post", "List-Unsubscribe=One-Click")] : []),
    header("List-Id", encodeText(`<${outlet.account}.${outlet.from}.${outlet.domain}>`, "us-ascii")),
    ...outlet.service.headers(mailing).map(([name, value]) => header(name, value)),
  ];
}

function unsubscribeUrl(mailing: Mailing): string {
  const token = createRandom(`leave/${mailing.account}/${mailing.reader}`).text(20, HEX);
  return `https://preferences.${mailing.domain}/unsubscribe/${token}`;
}

function newsletterBody(issue: Issue, mailing: Mailing, random: Random) {
  const html = textPart("html", newsletterHtml(issue, mailing), SCRIPT);
  const plain = leafPart("text/plain; charset=utf-8", "base64", encodeText(newsletterText(issue, mailing), "utf-8"));
  return multipart("alternative", boundaryOf(random), [plain, html]);
}

function newsletterText({ outlet, items }: Issue, mailing: Mailing): string {
  const blocks = items.map(({ headline, text }) => `${headline.toUpperCase()}\n\n${wrapText(text, 70)}`);
  const footer = `--\n${outlet.post}\n${outlet.unsubscribe}: ${unsubscribeUrl(mailing)}`;
  return `${outlet.title}\n\n${blocks.join("\n\n")}\n\n${footer}\n`;
}

function newsletterHtml(issue: Issue, mailing: Mailing): string {
  const { outlet } = issue;
  const blocks = issue.items.map((item, index) => itemHtml(item, index, issue, mailing));
  return `<!DOCTYPE html>
<html>
<head><meta charset="utf-8"><title>${escapeHtml(outlet.title)}</title>
<style>body { margin: 0; background: #f4f4f2; } .card { font-family: Georgia, serif; color: #222; } a { color: ${outlet.colour}; }</style>
</head>
<body>
<table role="presentation" width="100%" cellpadding="0" cellspacing="0"><tr><td align="center">
<table role="presentation" class="card" width="600" bgcolor="#ffffff">
<tr><td style="border-top: 6px solid ${outlet.colour}; padding: 18px">
<img src="https://static.${outlet.domain}/mail/masthead.png" width="240" height="48" alt="${escapeHtml(outlet.name)}">
<img src="https://static.${outlet.domain}/mail/spacer.gif" width="1" height="1" alt="">
</td></tr>
${blocks.join("\n")}
<tr><td style="padding: 18px; font-size: 12px; color: #666">
${footerHtml(issue, mailing)}
</td></tr>
</table>
</td></tr></table>
<img src="${escapeHtml(outlet.service.pixel(mailing))}" ${outlet.service.pixelMarkup}>
</body>
</html>
`;
}

function itemHtml(item: Article, index: number, { outlet, number }: Issue, mailing: Mailing): string {
  const link = outlet.service.click(mailing, `${number}-${index}`);
  return `<tr><td style="padding: 12px 18px">
${index === 0 ? `<img src="${escapeHtml(pictureUrl(outlet, number))}" width="564" height="220" alt="">` : ""}
<h2 style="margin: 8px 0"><a href="${escapeHtml(link)}">${escapeHtml(item.headline)}</a></h2>
<p>${escapeHtml(item.text)}</p>
</td></tr>`;
}

/** The same for every reader: a signed address of a picture store looks like a token and is none (LK-13). */
function pictureUrl(outlet: Outlet, number: number): string {
  const random = createRandom(`picture/${outlet.domain}/${number}`);
  const path = `https://images.${outlet.domain}/mail/${number}/lead.jpg`;
  return outlet.account === "77120" ? `${path}?w=564&fit=crop&sig=${random.text(40, HEX)}` : path;
}

function footerHtml({ outlet }: Issue, mailing: Mailing): string {
  const german = outlet.theme === "german";
  const why = german
    ? `Sie erhalten diesen Brief an ${mailing.reader}, weil Sie ihn bestellt haben.`
    : `Sent to ${mailing.reader} because you signed up for ${outlet.title}.`;
  const web = german ? "Im Browser lesen" : "Read this in your browser";
  const view = outlet.service.click(mailing, "web-view");
  return `${escapeHtml(why)}<br>${escapeHtml(outlet.post)}<br>
<a href="${escapeHtml(view)}">${web}</a> &middot; <a href="${escapeHtml(unsubscribeUrl(mailing))}">${escapeHtml(outlet.unsubscribe)}</a>`;
}

/** HTML of one reader's copy of a numbered issue: what a forwarder passes on (LK-07). */
export function issueHtml(outlet: Outlet, number: number, reader: string): string {
  const issue = issuesOf(outlet)[number - 1] ?? welcome(outlet);
  const mailing = { account: outlet.account, issue: String(number), reader, domain: outlet.domain };
  return newsletterHtml(issue, mailing);
}

/** Subject, sender and time of an issue. */
export function issueFacts(outlet: Outlet, number: number): { readonly subject: string; readonly at: number } {
  return issuesOf(outlet)[number - 1] ?? welcome(outlet);
}

export function senderAddress(outlet: Outlet): string {
  return `${outlet.from}@${outlet.domain}`;
}

export function outletOf(domain: string): Outlet | undefined {
  return outlets.find((outlet) => outlet.domain === domain);
}
