/** The planted mail itself: one message a target of a wave, and what readers did with it. */
import { createHash } from "node:crypto";
import {
  escapeHtml,
  type Header,
  header,
  leafPart,
  mailDate,
  multipart,
  type Part,
  textPart,
} from "../../src/demo/compose.ts";
import { services } from "../../src/demo/outlets.ts";
import { HEX, type Random } from "../../src/demo/random.ts";
import { domainOf } from "../../src/demo/trace.ts";
import { type Campaign, opaque, type Target, type Wave } from "./actors.ts";
import {
  bodyOf,
  boundaryOf,
  type Flag,
  type Letter,
  type Mail,
  messageIdOf,
  nameText,
  type Route,
  receivedOctets,
  scriptOf,
  type Truth,
} from "./mail/wire.ts";
import { atHome, atWork, calendarText, partyOn, receivedMail, sentMail, type Voice } from "./ordinary.ts";
import { type Bait, type Reading, readingOf } from "./reading.ts";
import {
  type Article,
  approachSubjectIn,
  articleIn,
  closingIn,
  greetingIn,
  subjectIn,
  wordsIn,
} from "./text/writing.ts";
import type { Party } from "./world/people.ts";
import { HOUR, MINUTE } from "./world/size.ts";
import type { World } from "./world/world.ts";

/** A load that an office's proxy saw, for the logs. */
export interface SeenLoad {
  readonly at: number;
  readonly url: string;
  readonly person: string;
  readonly click: boolean;
}

export interface Planted {
  readonly mails: readonly Mail[];
  readonly loads: readonly SeenLoad[];
}

/** One text for all readers of a wave. */
interface Lure {
  readonly wave: Wave;
  readonly article: Article;
  readonly subject: string;
  readonly words: string;
  readonly from: Party;
}

export function plantWave(world: World, wave: Wave): Planted {
  const { campaign, number } = wave;
  const random = world.random(`wave/${campaign.id}/${number}`);
  const lure: Lure = {
    wave,
    article: articleIn("en", 3 + random.int(2), random),
    subject: "",
    words: wordsIn("en", campaign.scheme === "none" || number === 1 ? "approach" : "letter", random),
    from: senderOf(campaign, random),
  };
  const titled: Lure = { ...lure, subject: subjectOf(lure, random) };
  let at = wave.at;
  const planted = wave.targets.map((target) => {
    at += 5000 + random.int(4 * MINUTE);
    return plant(world, titled, target, at);
  });
  return { mails: planted.flatMap(({ mails }) => mails), loads: planted.flatMap(({ loads }) => loads) };
}

function subjectOf({ wave: { campaign, number }, article }: Lure, random: Random): string {
  switch (campaign.actor.trade) {
    case "press":
    case "gallery":
      return article.headline;
    case "scholar":
    case "rapport":
      return number === 1 ? approachSubjectIn("en", random) : `Re: ${approachSubjectIn("en", random)}`;
    case "insider":
      return subjectIn("en", random);
    case "forum":
      return `${campaign.senderName}: ${random.pick(["programme", "room list", "your registration", "list of speakers", "please confirm"])}`;
    case "alert":
      return random.pick([
        "Sign-in from a new place",
        "Your storage is almost full",
        "A document was shared with you",
        "Please review recent activity",
      ]);
  }
}

function senderOf({ actor, borrowed, senderDomain, senderName, index }: Campaign, random: Random): Party {
  if (borrowed !== null) return actor.trade === "insider" ? borrowed : { ...borrowed, kit: actor.kit };
  const base = { given: "", role: "", language: "en", kit: actor.kit } as const;
  switch (actor.trade) {
    case "scholar":
    case "rapport": {
      const given = random.pick(["Clara", "Helene", "Martin", "Oswin", "Rita", "Elias"]);
      const family = random.pick(["Amstad", "Corvin", "Wendt", "Lasker", "Moreau", "Brandis"]);
      return {
        ...base,
        name: `${index % 2 === 0 ? "Dr. " : ""}${given} ${family}`,
        address: `${given.toLowerCase()}.${family.toLowerCase()}${actor.trade === "rapport" ? 10 + random.int(80) : ""}@${senderDomain}`,
      };
    }
    default:
      return {
        ...base,
        name: senderName,
        address: `${random.pick(["digest", "info", "editor", "briefing", "office", "no-reply"])}@${senderDomain}`,
      };
  }
}

interface Plant {
  readonly lure: Lure;
  readonly target: Target;
  readonly at: number;
  readonly voice: Voice;
  /** Value that names reader or copy. */
  readonly token: string;
  readonly random: Random;
}

function plant(world: World, lure: Lure, target: Target, at: number): Planted {
  const { campaign, number } = lure.wave;
  const random = world.random(`copy/${campaign.id}/${number}/${target.account.address}`);
  const voice = target.account.kind === "work" ? atWork(target.person) : atHome(target.person);
  const input: Plant = { lure, target, at, voice, token: tokenOf(world, campaign, target, random), random };
  const bait = baitOf(campaign);
  const reading = readingOf(target.account, at, bait, random);
  const letter = letterOf(input);
  const route = routeOf(input);
  const flags: readonly Flag[] = reading.opened
    ? [
        "seen",
        ...(reading.replied ? (["answered"] as const) : []),
        ...(reading.forwarded ? (["forwarded"] as const) : []),
      ]
    : [];
  const received = at + 4000;
  const mail: Mail = {
    account: target.account,
    folder: "Inbox",
    at: received,
    flags,
    messageId: letter.messageId,
    envelopeFrom: route.envelopeFrom,
    octets:
      campaign.bulkAccount === ""
        ? receivedOctets(letter, route, target.account, received, random)
        : bulkOctets(letter, route, input),
    kind: "campaign",
    truth: truthOf(lure.wave, target, reading),
  };
  const url = loadUrl(input);
  const loads = [
    ...(reading.logged ? [{ at: reading.openedAt, url, person: target.person.id, click: false }] : []),
    ...(reading.clickLogged
      ? [{ at: reading.openedAt + 40_000, url: linkUrl(input), person: target.person.id, click: true }]
      : []),
  ];
  return { mails: [mail, ...reactionsOf(world, input, letter, reading)], loads };
}

function truthOf({ campaign, number }: Wave, { person, account }: Target, reading: Reading): Truth {
  const { opened, replied, forwarded, clicked, receipt, mail, all } = reading;
  return {
    kind: "campaign",
    actor: campaign.actor.id,
    campaign: campaign.id,
    wave: number,
    person: person.id,
    address: account.address,
    scheme: campaign.scheme,
    opened,
    replied,
    forwarded,
    clicked,
    receipt,
    exposure: { mail, all },
  };
}

function baitOf({ scheme, actor }: Campaign): Bait {
  const loads = !["link", "receipt", "none", "calendar"].includes(scheme);
  const personal = actor.trade === "scholar" || actor.trade === "rapport" || actor.trade === "insider";
  return { loads, links: !personal || scheme === "link", receipt: scheme === "receipt", reply: personal ? 0.2 : 0.02 };
}

function hashOfAddress(campaign: Campaign, address: string): string {
  const digest = (name: string, text: string): string => createHash(name).update(text).digest("hex");
  switch (campaign.actor.grammar) {
    case 0:
      return digest("md5", address);
    case 1:
      return digest("sha1", address);
    case 2:
      return digest("sha256", `${campaign.id}:${address}`).slice(0, 32);
  }
}

function encodedAddress(campaign: Campaign, address: string): string {
  const bytes = Buffer.from(address, "utf8");
  switch (campaign.actor.grammar) {
    case 0:
      return bytes.toString("base64url");
    case 1:
      return bytes.toString("hex");
    case 2:
      return Buffer.from([...address].reverse().join(""), "utf8").toString("base64url");
  }
}

function tokenOf(world: World, campaign: Campaign, { account }: Target, random: Random): string {
  const ofReader = world.random(`token/${campaign.id}/${account.address}`);
  switch (campaign.scheme) {
    case "hashed":
      return hashOfAddress(campaign, account.address);
    case "encoded":
    case "link":
      return encodedAddress(campaign, account.address);
    case "copy":
      return opaque(random, 20);
    case "segment":
      return `${ofReader.text(8, HEX)}-${ofReader.text(4, HEX)}-4${ofReader.text(3, HEX)}-b${ofReader.text(3, HEX)}-${ofReader.text(12, HEX)}`;
    case "host":
      return ofReader.text(12, "abcdefghijklmnopqrstuvwxyz234567");
    case "file":
      return ofReader.text(32, HEX);
    default:
      return opaque(ofReader, 22);
  }
}

/** What is loaded on display; for schemes that load nothing, what would be. */
function loadUrl(input: Plant): string {
  const { campaign, number } = input.lure.wave;
  const { token } = input;
  if (campaign.bulkAccount !== "")
    return services.mailwing.pixel({
      account: `mw${campaign.bulkAccount}`,
      issue: String(number),
      reader: input.target.account.address,
      domain: campaign.senderDomain,
    });
  const host = campaign.loadDomain;
  switch (campaign.scheme) {
    case "host":
      return `https://${token}.${host}/px.gif`;
    case "file":
      return `https://media.${host}/a/${number}/${token}.jpg`;
    case "segment":
      return `https://media.${host}/v/${token}/lead.jpg`;
    case "picture":
      return `https://img.${host}/photo/${number}/${token}/600x320.jpg`;
    case "css":
      return `https://static.${host}/t/${token}/bg.png`;
    case "share":
      return `file://${campaign.server}/pub/${token}/logo.png`;
    default:
      break;
  }
  switch (campaign.actor.grammar) {
    case 0:
      return `https://media.${host}/i/${number}/${token}.png`;
    case 1:
      return `https://img.${host}/view.gif?r=${token}&n=${number}`;
    case 2:
      return `https://www.${host}/wp-content/uploads/2/${token}/s.gif`;
  }
}

function linkUrl({ lure, token }: Plant): string {
  const { campaign, number } = lure.wave;
  const slug = lure.article.headline
    .toLowerCase()
    .replace(/[^a-z]+/g, "-")
    .slice(0, 40);
  return campaign.scheme === "link"
    ? `https://docs.${campaign.loadDomain}/open/${number}?u=${token}`
    : `https://www.${campaign.senderDomain}/${slug}`;
}

function letterOf(input: Plant): Letter {
  const { lure, target, at, random, voice } = input;
  const { campaign, number } = lure.wave;
  const trade = campaign.actor.trade;
  const idDomain = campaign.bulkAccount === "" ? domainOf(lure.from.address) : "mailwing.example";
  return {
    from: lure.from,
    to: [{ name: trade === "alert" ? "" : target.person.name, address: partyOn(voice.party, at).address }],
    subject: lure.subject,
    at,
    messageId: messageIdOf(lure.from.kit.messageId, idDomain, at, random),
    references:
      number > 1 && (trade === "scholar" || trade === "rapport")
        ? [messageIdOf(0, domainOf(lure.from.address), at - 48 * HOUR, random)]
        : [],
    extra: extraOf(input),
    body: pageOf(input),
  };
}

function extraOf({ lure, target, token }: Plant): readonly Header[] {
  const { campaign, number } = lure.wave;
  const reply =
    campaign.borrowed !== null && campaign.actor.trade === "scholar"
      ? [
          header(
            "Reply-To",
            nameText({ name: lure.from.name, address: `${lure.from.address.split("@")[0]}@${campaign.replyDomain}` }),
          ),
        ]
      : [];
  const receipt =
    campaign.scheme === "receipt"
      ? [header("Disposition-Notification-To", `<read-${token.slice(0, 8).toLowerCase()}@${campaign.loadDomain}>`)]
      : [];
  const mailing = {
    account: `mw${campaign.bulkAccount}`,
    issue: String(number),
    reader: target.account.address,
    domain: campaign.senderDomain,
  };
  const bulk =
    campaign.bulkAccount === "" ? [] : services.mailwing.headers(mailing).map(([name, value]) => header(name, value));
  return [...reply, ...receipt, ...bulk];
}

function routeOf({ lure, random }: Plant): Route {
  const { campaign } = lure.wave;
  const domain = domainOf(lure.from.address);
  if (campaign.bulkAccount !== "") {
    return {
      envelopeFrom: `bounce+${random.text(10, HEX)}@bounces.mailwing.example`,
      host: `out${1 + random.int(4)}.mailwing.example`,
      signedBy: [campaign.senderDomain, "mailwing.example"],
      spf: "pass",
      dkim: "pass",
      policy: "none",
    };
  }
  // The account itself: its own provider signs; only where it was written is odd.
  if (campaign.actor.trade === "insider")
    return {
      envelopeFrom: lure.from.address,
      host: `mail.${domain}`,
      signedBy: [domain],
      spf: "pass",
      dkim: "pass",
      origin: `client-${campaign.server.replaceAll(".", "-")}.${campaign.loadDomain}`,
    };
  if (campaign.borrowed !== null)
    return {
      envelopeFrom: lure.from.address,
      host: `vps.${campaign.loadDomain}`,
      ip: campaign.server,
      signedBy: [],
      spf: campaign.index % 4 === 1 ? "softfail" : "none",
      dkim: "fail",
      policy: "none",
    };
  if (campaign.actor.trade === "rapport")
    return {
      envelopeFrom: lure.from.address,
      host: `mail.${domain}`,
      signedBy: [domain],
      spf: "pass",
      dkim: "pass",
      origin: `client-${campaign.server.replaceAll(".", "-")}.${campaign.loadDomain}`,
    };
  return {
    envelopeFrom: lure.from.address,
    host: `mx1.${campaign.senderDomain}`,
    ip: campaign.server,
    signedBy: campaign.index === 0 ? [] : [campaign.senderDomain],
    spf: "pass",
    dkim: "pass",
    policy: campaign.index > 1 ? "quarantine" : "absent",
  };
}

/** A bulk service writes the fields in its own way, whoever its customer is. */
function bulkOctets(letter: Letter, route: Route, { target, at, random }: Plant): string {
  const kit = { ...letter.from.kit, mailer: null, offset: 0 };
  return receivedOctets({ ...letter, from: { ...letter.from, kit } }, route, target.account, at + 4000, random);
}

function pageOf(input: Plant): Part {
  const { lure, target, random } = input;
  const { campaign } = lure.wave;
  const { kit } = lure.from;
  const personal = ["scholar", "rapport", "insider"].includes(campaign.actor.trade);
  const text = personal
    ? [
        greetingIn("en", target.person, random),
        lure.words,
        ...(campaign.scheme === "link" ? [`The paper: ${linkUrl(input)}`] : []),
        closingIn("en", lure.from.name, lure.from.role, random),
      ].join("\n\n")
    : `${lure.article.headline}\n\n${lure.article.paragraphs.join("\n\n")}\n`;
  if (campaign.scheme === "none" || campaign.scheme === "receipt") return bodyOf(text, "", kit, random);
  const html = personal ? letterHtml(input, text) : articleHtml(input);
  const page = bodyOf(text, html, kit, random);
  return campaign.scheme === "calendar" ? withCalendar(page, input) : page;
}

function withCalendar(page: Part, { lure, at, voice, token, random }: Plant): Part {
  const { campaign } = lure.wave;
  const start = at + 12 * 24 * HOUR;
  const calendar = calendarText(
    {
      uid: `${token}@${campaign.senderDomain}`,
      summary: campaign.senderName,
      organiser: lure.from,
      attendee: voice.party,
      start,
      at,
    },
    "REQUEST",
  ).replace("SEQUENCE:0", `SEQUENCE:0\r\nATTACH:https://files.${campaign.loadDomain}/programme/${token}.pdf`);
  return multipart("mixed", boundaryOf(lure.from.kit.boundary, random), [
    page,
    leafPart(
      "text/calendar; charset=utf-8; method=REQUEST",
      "base64",
      Buffer.from(calendar, "utf8").toString("latin1"),
    ),
  ]);
}

function letterHtml(input: Plant, text: string): string {
  const { campaign } = input.lure.wave;
  const blocks = text.split("\n\n").map((block) => `<p>${escapeHtml(block).replaceAll("\n", "<br>")}</p>`);
  const linked =
    campaign.scheme === "link"
      ? blocks.map((block) =>
          block.replace(/The paper: \S+?(?=<\/p>)/, `<a href="${escapeHtml(linkUrl(input))}">The paper</a>`),
        )
      : blocks;
  return campaign.actor.layout === 0
    ? `<html><body>\n${linked.join("\n")}\n${beacon(input)}\n</body></html>\n`
    : `<div dir="ltr">\n${linked.join("\n")}\n</div>\n${beacon(input)}\n`;
}

/** The same skeleton in all campaigns of one actor. */
function articleHtml(input: Plant): string {
  const { lure } = input;
  const { campaign, number } = lure.wave;
  const { headline, paragraphs } = lure.article;
  const shown = ["picture", "file", "segment"].includes(campaign.scheme)
    ? beacon(input)
    : `<img src="https://media.${campaign.senderDomain}/photo/${number}.jpg" width="600" height="320" alt="">`;
  const hidden = shown === beacon(input) ? "" : beacon(input);
  const body = paragraphs.map((one) => `<p>${escapeHtml(one)}</p>`).join("\n");
  const more = `<a href="${escapeHtml(linkUrl(input))}">${campaign.actor.trade === "alert" ? "Review" : "Continue reading"}</a>`;
  switch (campaign.actor.layout) {
    case 0:
      return `<html>\n<head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"></head>\n<body style="font-family: Georgia, serif">\n<table width="640" align="center"><tr><td style="padding: 12px${cssLoad(input)}">\n<h3 style="letter-spacing: 2px">${escapeHtml(campaign.senderName)}</h3>\n${shown}\n<h1>${escapeHtml(headline)}</h1>\n${body}\n<p>${more}</p>\n</td></tr></table>\n${hidden}\n</body>\n</html>\n`;
    case 1:
      return `<div style="width:620px;margin:0 auto;font:15px/1.5 Arial${cssLoad(input)}">\n<div style="border-bottom:2px solid #444">${escapeHtml(campaign.senderName)}</div>\n${shown}\n<h2>${escapeHtml(headline)}</h2>\n${body}\n<div>${more}</div>\n${hidden}\n</div>\n`;
    case 2:
      return `<html><body>\n<div class="WordSection1"${cssLoad(input) === "" ? "" : ` style="${cssLoad(input).slice(2)}"`}>\n<p class="MsoNormal"><b>${escapeHtml(headline)}</b></p>\n${shown}\n${body.replaceAll("<p>", '<p class="MsoNormal">')}\n<p class="MsoNormal">${more}</p>\n${hidden}\n</div></body></html>\n`;
  }
}

/** With a leading `; `, or empty. */
function cssLoad(input: Plant): string {
  return input.lure.wave.campaign.scheme === "css" ? `; background-image: url('${loadUrl(input)}')` : "";
}

/** The element that loads; empty for schemes that need none. */
function beacon(input: Plant): string {
  const { campaign } = input.lure.wave;
  const url = escapeHtml(loadUrl(input));
  switch (campaign.scheme) {
    case "none":
    case "receipt":
    case "link":
    case "calendar":
      return "";
    case "css":
      return campaign.borrowed === null
        ? ""
        : `<div style="background-image: url('${url}'); width: 1px; height: 1px"></div>`;
    case "picture":
    case "file":
    case "segment":
      return `<img src="${url}" width="600" height="320" alt="">`;
    case "share":
      return `<img src="${url}" width="120" height="40" alt="">`;
    case "service":
      return `<img src="${url}" ${services.mailwing.pixelMarkup}>`;
    default:
      break;
  }
  switch (campaign.actor.layout) {
    case 0:
      return `<img src="${url}" width="1" height="1" style="display:none" alt="">`;
    case 1:
      return `<div style="max-height:0;overflow:hidden"><img src="${url}" width="1" height="1" alt=""></div>`;
    case 2:
      return `<img border="0" width="1" height="1" src="${url}">`;
  }
}

/** Reply, forward and receipt, as they lie in Sent and with whom they went to. */
function reactionsOf(world: World, input: Plant, letter: Letter, reading: Reading): readonly Mail[] {
  const { target, voice, lure } = input;
  const random = world.random(`reaction/${lure.wave.campaign.id}/${lure.wave.number}/${target.account.address}`);
  const at = reading.openedAt + 10 * MINUTE + random.int(3 * HOUR);
  const from = partyOn(voice.party, at);
  const mails: Mail[] = [];
  const base = { from, at, references: [letter.messageId] };
  const newId = (): string => messageIdOf(from.kit.messageId, domainOf(from.address), at, random);
  if (reading.replied) {
    const text = [
      greetingIn("en", lure.from, random),
      wordsIn("en", "reply", random),
      closingIn("en", from.name, from.role, random),
    ].join("\n\n");
    const to =
      lure.wave.campaign.borrowed !== null && lure.wave.campaign.actor.trade === "scholar"
        ? { name: lure.from.name, address: `${lure.from.address.split("@")[0]}@${lure.wave.campaign.replyDomain}` }
        : lure.from;
    mails.push(
      ...sentMail(
        voice,
        {
          ...base,
          to: [to],
          subject: `Re: ${letter.subject.replace(/^Re: /, "")}`,
          messageId: newId(),
          body: bodyOf(text, "", from.kit, random),
        },
        "reaction",
      ),
    );
  }
  if (reading.receipt)
    mails.push(
      ...sentMail(
        voice,
        {
          ...base,
          to: [{ name: "", address: `read-${input.token.slice(0, 8).toLowerCase()}@${lure.wave.campaign.loadDomain}` }],
          subject: `Read: ${letter.subject}`,
          messageId: newId(),
          extra: [header("Auto-Submitted", "auto-replied")],
          body: receiptBody(letter, from, random),
        },
        "reaction",
      ),
    );
  if (reading.forwarded) mails.push(...forwardOf(world, input, letter, at, random));
  return mails.map((mail) => ({
    ...mail,
    truth: { ...truthOf(lure.wave, target, reading), kind: "reaction", exposure: null },
  }));
}

function receiptBody(letter: Letter, reader: Party, random: Random): Part {
  const fields = `Reporting-UA: desk; Tidewater Desk\nFinal-Recipient: rfc822;${reader.address}\nOriginal-Message-ID: ${letter.messageId}\nDisposition: manual-action/MDN-sent-manually; displayed\n`;
  const text = `Your message of ${mailDate(letter.at, 0)} was displayed.\n`;
  return multipart(
    "report",
    boundaryOf(1, random),
    [textPart("plain", text, scriptOf(text, reader.kit)), leafPart("message/disposition-notification", "7bit", fields)],
    "; report-type=disposition-notification",
  );
}

/** Beacon and all: the same token from one more desk (EX-10). */
function forwardOf(world: World, input: Plant, letter: Letter, at: number, random: Random): readonly Mail[] {
  const { voice, lure } = input;
  const day = Math.floor((lure.wave.at - Date.UTC(2014, 0, 1)) / (24 * HOUR));
  const colleague = random.pick(world.staffOn(day));
  const from = partyOn(voice.party, at);
  if (colleague.work === null || colleague.work.address === input.target.account.address) return [];
  const html = `<html><body>\n<p>Have you come across this?</p>\n<p>---- Forwarded message ----<br>From: ${escapeHtml(nameText(lure.from))}<br>Subject: ${escapeHtml(letter.subject)}</p>\n${articleHtml(input)}</body></html>\n`;
  const text = `Have you come across this?\n\n---- Forwarded message ----\nFrom: ${lure.from.name}\nSubject: ${letter.subject}\n`;
  const passed: Letter = {
    from,
    to: [partyOn(colleague, at)],
    subject: `Fwd: ${letter.subject}`,
    at,
    messageId: messageIdOf(from.kit.messageId, domainOf(from.address), at, random),
    references: [letter.messageId],
    body: bodyOf(text, html, from.kit, random),
  };
  return [
    ...sentMail(voice, passed, "reaction"),
    receivedMail(colleague.work, { letter: passed, kind: "reaction", seen: true }, random),
  ];
}
