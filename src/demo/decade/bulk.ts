/**
 * Newsletters, shops, advocacy and the organisation's own appeals, through bulk services with a token a reader
 * (LK-01 to LK-03, LK-17): steady senders with subscriptions that begin with a confirmation, a way out in header and text.
 */
import { composeMail, escapeHtml, type Header, header, mailDate, multipart, textPart, wrapText } from "../compose.ts";
import { BASE62, createRandom, HEX, hashOf, type Random } from "../random.ts";
import { type Mailing, type Service, services } from "../services.ts";
import type { Language } from "../text/phrase-book.ts";
import { type Article, articleIn, books } from "../text/writing.ts";
import { dayStart, isWorkday } from "../world/calendar.ts";
import { firmDomain } from "../world/names.ts";
import { type Account, isThere, type Kit, kitOf, OFFICE_DOMAIN, type Person } from "../world/people.ts";
import { DAY, DAYS_TOTAL, HOUR } from "../world/size.ts";
import type { World } from "../world/world.ts";
import { boundaryOf, type Mail, messageIdOf, nameText, scriptOf, traceHeaders, words } from "./wire.ts";

export interface Outlet {
  readonly name: string;
  readonly domain: string;
  readonly local: string;
  readonly title: string;
  readonly language: Language;
  readonly service: Service;
  readonly account: string;
  readonly everyDays: number;
  readonly firstDay: number;
  /** Half open. */
  readonly lastDay: number;
  readonly hour: number;
  /** Which page layout it uses. */
  readonly layout: 0 | 1 | 2 | 3;
  readonly colour: string;
  readonly kit: Kit;
  /** Goes to press officers first. */
  readonly news: boolean;
}

interface Subscription {
  readonly account: Account;
  /** As it was given to the sender: some tag it with a plus sign. */
  readonly address: string;
  readonly person: Person;
  readonly from: number;
  readonly until: number;
}

const PAPERS = [
  "Courier",
  "Observer",
  "Ledger",
  "Wire",
  "Herald",
  "Review",
  "Bulletin",
  "Gazette",
  "Dispatches",
  "Monitor",
  "Post",
  "Signal",
];
const SHOPS = [
  "Kettle & Loom",
  "Tern & Tide",
  "Rope & Lantern",
  "The Dye House",
  "Garden Post",
  "Salt Box",
  "Paper & Thread",
  "Low Tide Books",
];
const CAUSES = [
  "Clean Rivers",
  "Open Registers",
  "Safe Crossings",
  "Free Press Fund",
  "Harbour Families",
  "Quiet Nights",
  "Warm Homes",
  "Upland Trees",
];
const SERVICES: readonly Service[] = [
  services.mailwing,
  services.postrelay,
  services.lettercast,
  services.rallypoint,
  services.ownServers,
];
const LANGUAGES: readonly Language[] = ["en", "en", "en", "en", "de", "fr", "es"];
const COLOURS = ["#17406d", "#7a1f1f", "#2f2f2f", "#0b5d4b", "#005f73", "#6b4e00", "#34346b", "#a34a28", "#226b2a"];

function slug(name: string): string {
  return name.toLowerCase().replace(/[^a-z]+/g, "-");
}

function outletOf(world: World, index: number, stretch: number): Outlet {
  const random = world.random(`outlet/${index}`);
  const kind = index % 3;
  const base = firmDomain(9000 + index * 13).split("-")[0] ?? "port";
  const proper = base.charAt(0).toUpperCase() + base.slice(1);
  const name =
    kind === 0
      ? `${proper} ${PAPERS[index % PAPERS.length]}`
      : kind === 1
        ? `${SHOPS[index % SHOPS.length]} ${proper}`
        : `${CAUSES[index % CAUSES.length]} ${proper}`;
  const service = random.pick(SERVICES);
  const firstDay = index < 4 ? random.int(20) : random.int(DAYS_TOTAL - 800);
  return {
    name,
    domain: `${slug(name)}.example`.replace("-.", "."),
    local: random.pick(["newsletter", "briefing", "hello", "post", "news", "digest"]),
    title: `${name} ${random.pick(["Weekly", "Morning", "Letter", "in brief", "Notes", "at Six"])}`,
    language: kind === 1 ? "en" : random.pick(LANGUAGES),
    service,
    account: `${service === services.mailwing ? "mw" : ""}${random.text(5, "0123456789")}`,
    everyDays: random.pick([7, 14, 28, 35, 42, 63]) * stretch,
    firstDay,
    lastDay: random.chance(0.8) ? DAYS_TOTAL : Math.min(DAYS_TOTAL, firstDay + 500 + random.int(2000)),
    hour: random.pick([5, 6, 8, 9, 11, 14, 16]),
    layout: random.int(4) as 0 | 1 | 2 | 3,
    colour: random.pick(COLOURS),
    kit: kitOf(`${name}/bulk`, "en"),
    news: kind === 0,
  };
}

export interface Bulk {
  /** All copies of all issues of that day. */
  on(day: number): readonly Mail[];
  readonly outlets: readonly Outlet[];
}

/** Share of all mail that newsletters make up. */
const SHARE = 0.36;

export function createBulk(world: World): Bulk {
  const stretch = world.size.size < 1000 ? 6 : world.size.size < 10_000 ? 3 : 1;
  const outlets = Array.from({ length: world.size.outlets }, (_, index) => outletOf(world, index, stretch));
  const readers = subscriptionsOf(world, outlets);
  return {
    outlets,
    on: (day) => outlets.flatMap((outlet, index) => mailsOn(world, { outlet, readers: readers[index] ?? [] }, day)),
  };
}

/** As many subscriptions as fill the share; the first outlets have the most readers. */
function subscriptionsOf(world: World, outlets: readonly Outlet[]): readonly (readonly Subscription[])[] {
  const lists: Subscription[][] = outlets.map(() => []);
  const taken = new Set<string>();
  let copies = world.size.size * SHARE;
  const tries = world.size.size;
  for (let index = 0; index < tries && copies > 0; index += 1) {
    const random = world.random(`subscription/${index}`);
    const chosen = Math.min(random.int(outlets.length), random.int(outlets.length));
    const outlet = outlets[chosen];
    const person = random.pick(world.people);
    const account =
      person.personal !== null && (person.work === null || random.chance(0.5)) ? person.personal : person.work;
    if (outlet === undefined || account === null || taken.has(`${chosen} ${account.address}`)) continue;
    const joined = Math.max(outlet.firstDay, Math.floor((person.joins - dayStart(0)) / DAY));
    const from = random.chance(0.4) ? joined : joined + random.int(1200);
    const left = Math.min(outlet.lastDay, Math.floor((person.leaves - dayStart(0)) / DAY));
    const until = random.chance(0.8) ? left : Math.min(left, from + 200 + random.int(1500));
    if (until - from < outlet.everyDays) continue;
    taken.add(`${chosen} ${account.address}`);
    const address = random.chance(0.05) ? account.address.replace("@", "+news@") : account.address;
    lists[chosen]?.push({ account, address, person, from, until });
    copies -= (until - from) / outlet.everyDays;
  }
  return lists;
}

interface List {
  readonly outlet: Outlet;
  readonly readers: readonly Subscription[];
}

function mailsOn(world: World, { outlet, readers }: List, day: number): readonly Mail[] {
  if (day < outlet.firstDay || day >= outlet.lastDay) return [];
  const mails = readers.filter(({ from }) => from === day).map((one) => welcome(world, outlet, one, day));
  if ((day - outlet.firstDay) % outlet.everyDays !== 0) return mails;
  const there = readers.filter(
    ({ from, until, person }) => day > from && day < until && isThere(person, dayStart(day)),
  );
  if (there.length === 0) return mails;
  const number = (day - outlet.firstDay) / outlet.everyDays + 1;
  const random = world.random(`issue/${outlet.domain}/${number}`);
  const items = Array.from({ length: 2 + random.int(3) }, () => articleIn(outlet.language, 1, random));
  const issue: Issue = {
    outlet,
    number,
    items,
    subject: items[0]?.headline ?? outlet.title,
    at: dayStart(day) + outlet.hour * HOUR + random.int(600_000),
  };
  return [...mails, ...there.map((one) => copy(issue, one, random))];
}

export interface Issue {
  readonly outlet: Outlet;
  readonly number: number;
  readonly items: readonly Article[];
  readonly subject: string;
  readonly at: number;
}

const WELCOME: Readonly<Record<Language, readonly [headline: string, text: string]>> = {
  en: ["Your subscription is confirmed", "Thank you for confirming your address. The next issue is on its way."],
  de: ["Ihre Anmeldung ist bestätigt", "Schön, dass Sie dabei sind. Der nächste Brief kommt bald."],
  fr: ["Votre inscription est confirmée", "Merci d'avoir confirmé votre adresse. La prochaine lettre arrive bientôt."],
  es: ["Su suscripción está confirmada", "Gracias por confirmar su dirección. La próxima carta llega pronto."],
};

/** The mail that a subscription begins with. */
function welcome(world: World, outlet: Outlet, subscription: Subscription, day: number): Mail {
  const [headline, text] = WELCOME[outlet.language];
  const random = world.random(`welcome/${outlet.domain}/${subscription.account.address}`);
  const issue: Issue = {
    outlet,
    number: 0,
    items: [{ headline, paragraphs: [text] }],
    subject: `${headline}: ${outlet.title}`,
    at: dayStart(day) + outlet.hour * HOUR + random.int(HOUR),
  };
  return copy(issue, subscription, random);
}

function copy(issue: Issue, { account, address, person }: Subscription, random: Random): Mail {
  const { outlet } = issue;
  const mailing: Mailing = {
    account: outlet.account,
    issue: String(issue.number),
    reader: address,
    domain: outlet.domain,
  };
  const at = issue.at + 2000 + random.int(90_000);
  const service = outlet.service.domain(mailing);
  const messageId = messageIdOf(0, service, at, random);
  const envelopeFrom = `bounce+${random.text(10, HEX)}@bounces.${service}`;
  const signedBy =
    service === outlet.domain ? [outlet.domain] : at < Date.UTC(2016, 5, 1) ? [service] : [outlet.domain, service];
  const route = {
    envelopeFrom,
    host: `out${1 + random.int(4)}.${service}`,
    signedBy,
    spf: "pass",
    dkim: "pass",
  } as const;
  const headers = [
    ...traceHeaders(route, outlet.domain, account, at, random),
    ...issueHeaders(issue, mailing, { at, messageId, name: issue.number % 2 === 0 ? person.name : "" }),
  ];
  const html = issueHtml(issue, mailing);
  const text = issueText(issue, mailing);
  const body = multipart("alternative", boundaryOf(outlet.kit.boundary, random), [
    textPart("plain", text, scriptOf(text, outlet.kit)),
    textPart("html", html, scriptOf(html, outlet.kit)),
  ]);
  return {
    account,
    folder: "Inbox",
    at,
    flags: random.chance(0.55) ? ["seen"] : [],
    messageId,
    envelopeFrom,
    octets: composeMail(headers, body),
    kind: "newsletter",
    truth: null,
  };
}

interface CopyFields {
  readonly at: number;
  readonly messageId: string;
  readonly name: string;
}

function issueHeaders(
  { outlet, subject }: Issue,
  mailing: Mailing,
  { at, messageId, name }: CopyFields,
): readonly Header[] {
  const leave = leaveUrl(mailing);
  return [
    header("Date", mailDate(at - 1000, 0)),
    header("From", nameText({ name: outlet.name, address: `${outlet.local}@${outlet.domain}` })),
    header("To", nameText({ name, address: mailing.reader })),
    header("Subject", words(subject)),
    header("Message-ID", messageId),
    header("List-Unsubscribe", `<mailto:leave@${outlet.domain}?subject=unsubscribe>,\n <${leave}>`),
    ...(at >= Date.UTC(2019, 0, 1) ? [header("List-Unsubscribe-Post", "List-Unsubscribe=One-Click")] : []),
    header("List-Id", `<${outlet.account}.${outlet.local}.${outlet.domain}>`),
    ...outlet.service.headers(mailing).map(([field, value]) => header(field, value)),
  ];
}

function leaveUrl({ account, reader, domain }: Mailing): string {
  return `https://preferences.${domain}/unsubscribe/${createRandom(`leave/${account}/${reader}`).text(20, HEX)}`;
}

function issueText({ outlet, items }: Issue, mailing: Mailing): string {
  const blocks = items.map(
    ({ headline, paragraphs }) => `${headline.toUpperCase()}\n\n${wrapText(paragraphs.join("\n\n"), 70)}`,
  );
  return `${outlet.title}\n\n${blocks.join("\n\n")}\n\n--\n${outlet.name}\n${books[outlet.language].leave}: ${leaveUrl(mailing)}\n`;
}

function issueHtml(issue: Issue, mailing: Mailing): string {
  const { outlet, items, number } = issue;
  const book = books[outlet.language];
  const blocks = items.map((item, index) => {
    const link = escapeHtml(outlet.service.click(mailing, `${number}-${index}`));
    const picture =
      index === 0
        ? `<img src="https://images.${outlet.domain}/mail/${number}/lead.jpg" width="564" height="220" alt="">\n`
        : "";
    return `${picture}<h2><a href="${link}">${escapeHtml(item.headline)}</a></h2>\n${item.paragraphs.map((one) => `<p>${escapeHtml(one)}</p>`).join("\n")}\n<p><a href="${link}">${book.readOn}</a></p>`;
  });
  const footer = `${escapeHtml(book.why)}<br>\n${escapeHtml(outlet.name)}, ${1 + (hashOf(outlet.domain) % 90)} Assembly Square<br>\n<a href="${leaveUrl(mailing)}">${book.leave}</a>`;
  return page(
    outlet,
    blocks,
    `${footer}\n<img src="${escapeHtml(outlet.service.pixel(mailing))}" ${outlet.service.pixelMarkup}>`,
  );
}

function page({ layout, title, colour, domain, name }: Outlet, blocks: readonly string[], footer: string): string {
  const head = `<!DOCTYPE html>\n<html>\n<head><meta charset="utf-8"><title>${escapeHtml(title)}</title>`;
  const logo = `<img src="https://static.${domain}/mail/masthead.png" width="240" height="48" alt="${escapeHtml(name)}">`;
  switch (layout) {
    case 0:
      return `${head}\n<style>body { margin: 0; background: #f4f4f2; } .card { font-family: Georgia, serif; } a { color: ${colour}; }</style>\n</head>\n<body>\n<table role="presentation" width="100%" cellpadding="0" cellspacing="0"><tr><td align="center">\n<table role="presentation" class="card" width="600" bgcolor="#ffffff">\n<tr><td style="border-top: 6px solid ${colour}; padding: 18px">${logo}</td></tr>\n${blocks.map((block) => `<tr><td style="padding: 12px 18px">\n${block}\n</td></tr>`).join("\n")}\n<tr><td style="font-size: 12px">\n${footer}\n</td></tr>\n</table>\n</td></tr></table>\n</body>\n</html>\n`;
    case 1:
      return `${head}\n</head>\n<body style="font-family: Arial, sans-serif; max-width: 640px; margin: auto">\n<div style="background: ${colour}; padding: 10px">${logo}</div>\n${blocks.map((block) => `<div style="padding: 8px">\n${block}\n</div>`).join("\n<hr>\n")}\n<div style="font-size: 11px; color: #777">\n${footer}\n</div>\n</body>\n</html>\n`;
    case 2:
      return `${head}\n<style>h2 { color: ${colour}; font-weight: normal; } .foot { color: #888; }</style>\n</head>\n<body>\n<center>${logo}</center>\n<article>\n${blocks.join("\n")}\n</article>\n<p class="foot">${footer}</p>\n</body>\n</html>\n`;
    case 3:
      return `${head}\n</head>\n<body bgcolor="#eeeeee">\n<table width="100%"><tr><td>\n${logo}\n<table width="580" align="center" cellpadding="10" bgcolor="#ffffff" style="border: 1px solid ${colour}">\n<tr>\n${blocks.map((block) => `<td valign="top">\n${block}\n</td>`).join("\n</tr><tr>\n")}\n</tr>\n</table>\n<small>${footer}</small>\n</td></tr></table>\n</body>\n</html>\n`;
  }
}

/** The organisation's own appeals to its people: our domain, a pixel of our own bulk account. */
export function ownAppeal(world: World, day: number, random: Random): readonly Mail[] {
  if (!isWorkday(day)) return [];
  const person = random.pick(world.staffOn(day));
  if (person.work === null) return [];
  const mailing: Mailing = { account: "calder", issue: String(day), reader: person.address, domain: OFFICE_DOMAIN };
  const at = dayStart(day) + 10 * HOUR + random.int(HOUR);
  const { headline, paragraphs } = articleIn("en", 2, random);
  const html = `<html><body>\n<h1>${escapeHtml(headline)}</h1>\n${paragraphs.map((one) => `<p>${escapeHtml(one)}</p>`).join("\n")}\n<img src="${services.mailwing.pixel(mailing)}" ${services.mailwing.pixelMarkup}>\n</body></html>\n`;
  const kit = kitOf("own-appeal", "en");
  const messageId = messageIdOf(0, "mailwing.example", at, random);
  const envelopeFrom = `bounce+${random.text(10, BASE62)}@bounces.mailwing.example`;
  const route = {
    envelopeFrom,
    host: "out2.mailwing.example",
    signedBy: [OFFICE_DOMAIN, "mailwing.example"],
    spf: "pass",
    dkim: "pass",
  } as const;
  const headers = [
    ...traceHeaders(route, OFFICE_DOMAIN, person.work, at, random),
    header("Date", mailDate(at, 60)),
    header("From", nameText({ name: "Assembly outreach", address: `outreach@${OFFICE_DOMAIN}` })),
    header("To", nameText({ name: "", address: person.address })),
    header("Subject", words(headline)),
    header("Message-ID", messageId),
    header("List-Unsubscribe", `<mailto:leave@${OFFICE_DOMAIN}>`),
    ...services.mailwing.headers(mailing).map(([field, value]) => header(field, value)),
  ];
  return [
    {
      account: person.work,
      folder: "Inbox",
      at,
      flags: ["seen"],
      messageId,
      envelopeFrom,
      octets: composeMail(headers, textPart("html", html, scriptOf(html, kit))),
      kind: "own-appeal",
      truth: null,
    },
  ];
}
