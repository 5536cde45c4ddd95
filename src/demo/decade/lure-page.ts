/** What a lure shows and loads: tokens, addresses, beacons, and the page around them. */
import { createHash } from "node:crypto";
import { escapeHtml, leafPart, multipart, type Part } from "../compose.ts";
import { BASE62, createRandom, HEX, type Random } from "../random.ts";
import { services } from "../services.ts";
import { type Article, books, closingIn, greetingIn } from "../text/writing.ts";
import type { Party } from "../world/people.ts";
import { DAY } from "../world/size.ts";
import type { World } from "../world/world.ts";
import type { Campaign, Target, Wave } from "./actors.ts";
import { calendarText, type Voice } from "./ordinary.ts";
import { bodyOf, boundaryOf } from "./wire.ts";

/** One text for all readers of a wave. */
export interface Lure {
  readonly wave: Wave;
  readonly article: Article;
  readonly subject: string;
  /** Of a letter, in place of the article. */
  readonly words: string;
  /** Draws greeting and closing: the same for each copy, as mail merge does it. */
  readonly merge: string;
  readonly from: Party;
}

/** One copy. */
export interface Plant {
  readonly lure: Lure;
  readonly target: Target;
  readonly at: number;
  readonly voice: Voice;
  /** As the actor has it. */
  readonly address: string;
  /** Value that names reader or copy. */
  readonly token: string;
  readonly random: Random;
}

/** Written as a person's letter, not as a page of news. */
export function isPersonal({ actor }: Campaign): boolean {
  return actor.trade === "scholar" || actor.trade === "rapport" || actor.trade === "insider";
}

export function loadsOnOpen({ scheme }: Campaign): boolean {
  return scheme !== "link" && scheme !== "receipt" && scheme !== "none" && scheme !== "calendar";
}

export function tokenOf(world: World, campaign: Campaign, address: string, random: Random): string {
  const ofReader = world.random(`token/${campaign.id}/${address}`);
  switch (campaign.scheme) {
    case "hashed":
      return hashOfAddress(campaign, address);
    case "encoded":
    case "link":
      return encodedAddress(campaign, address);
    case "copy":
      return random.text(20, BASE62);
    case "segment":
      return `${ofReader.text(8, HEX)}-${ofReader.text(4, HEX)}-4${ofReader.text(3, HEX)}-b${ofReader.text(3, HEX)}-${ofReader.text(12, HEX)}`;
    case "host":
      return ofReader.text(12, "abcdefghijklmnopqrstuvwxyz234567");
    case "file":
      return ofReader.text(32, HEX);
    default:
      return ofReader.text(22, BASE62);
  }
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

/** What is loaded on display; for schemes that load nothing, what would be. */
export function loadUrl({ lure, address, token }: Plant): string {
  const { campaign, number } = lure.wave;
  if (campaign.bulkAccount !== "") return services.mailwing.pixel(mailingOf(lure, address));
  const host = campaign.loadDomain;
  const base = `${campaign.protocol}://`;
  switch (campaign.scheme) {
    case "host":
      return `${base}${token}.${host}/px.gif`;
    case "file":
      return `${base}media.${host}/a/${number}/${token}.jpg`;
    case "segment":
      return `${base}media.${host}/v/${token}/lead.jpg`;
    case "picture":
      return `${base}img.${host}/photo/${number}/${token}/600x320.jpg`;
    case "css":
      return `${base}static.${host}/t/${token}/bg.png`;
    case "share":
      return `file://${campaign.server}/pub/${token}/logo.png`;
    default:
      return base + grammarOf(campaign, number, token);
  }
}

/** How an actor's own counter is asked: kept over the years. */
function grammarOf({ actor, loadDomain }: Campaign, number: number, token: string): string {
  switch (actor.grammar) {
    case 0:
      return `media.${loadDomain}/i/${number}/${token}.png`;
    case 1:
      return `img.${loadDomain}/view.gif?r=${token}&n=${number}`;
    case 2:
      return `www.${loadDomain}/wp-content/uploads/2/${token}/s.gif`;
  }
}

export function mailingOf({ wave }: Lure, reader: string) {
  const { bulkAccount, senderDomain } = wave.campaign;
  return { account: `mw${bulkAccount}`, issue: String(wave.number), reader, domain: senderDomain };
}

export function linkUrl({ lure, token, address }: Plant): string {
  const { campaign, number } = lure.wave;
  if (campaign.scheme === "link") return `https://docs.${campaign.loadDomain}/open/${number}?u=${token}`;
  const slug = lure.article.headline
    .toLowerCase()
    .replace(/[^a-z]+/g, "-")
    .slice(0, 40);
  const page = `https://www.${campaign.senderDomain}/${slug}`;
  return campaign.bulkAccount === "" ? page : services.mailwing.click(mailingOf(lure, address), page);
}

/** Where answers go, when not to From: a forged sender must not get them. */
export function replyAddress({ campaign }: Wave, from: Party): string | null {
  if (campaign.borrowed === null || campaign.actor.trade !== "scholar") return null;
  return `${from.address.split("@")[0]}@${campaign.replyDomain}`;
}

export function receiptAddress({ campaign }: Wave, token: string): string {
  return `read-${token.slice(0, 8).toLowerCase()}@${campaign.loadDomain}`;
}

export function textOf(input: Plant): string {
  const { lure, target } = input;
  const { campaign } = lure.wave;
  if (!isPersonal(campaign)) return `${lure.article.headline}\n\n${lure.article.paragraphs.join("\n\n")}\n`;
  const { language } = campaign;
  const random = createRandom(lure.merge);
  const link = campaign.scheme === "link" ? [`${books[language].readOn}: ${linkUrl(input)}`] : [];
  const end = closingIn(language, lure.from.name, lure.from.role, random);
  return [greetingIn(language, target.person, random), lure.words, ...link, end].join("\n\n");
}

/** Empty for a letter of text alone. */
export function htmlOf(input: Plant, text: string): string {
  const { campaign } = input.lure.wave;
  if (campaign.scheme === "none" || campaign.scheme === "receipt") return "";
  return isPersonal(campaign) ? letterHtml(input, text) : articleHtml(input);
}

export function bodyOfLure(input: Plant): Part {
  const { lure, random } = input;
  const text = textOf(input);
  const page = bodyOf(text, htmlOf(input, text), lure.from.kit, random);
  return lure.wave.campaign.scheme === "calendar" ? withCalendar(page, input) : page;
}

function withCalendar(page: Part, { lure, at, voice, token, random }: Plant): Part {
  const { campaign } = lure.wave;
  const meeting = {
    ...{ uid: `${token}@${campaign.senderDomain}`, summary: campaign.senderName, at },
    ...{ organiser: lure.from, attendee: voice.party, start: at + 12 * DAY },
  };
  const attach = `SEQUENCE:0\r\nATTACH:https://files.${campaign.loadDomain}/programme/${token}.pdf`;
  const calendar = calendarText(meeting, "REQUEST").replace("SEQUENCE:0", attach);
  const octets = Buffer.from(calendar, "utf8").toString("latin1");
  const part = leafPart("text/calendar; charset=utf-8; method=REQUEST", "base64", octets);
  return multipart("mixed", boundaryOf(lure.from.kit.boundary, random), [page, part]);
}

function letterHtml(input: Plant, text: string): string {
  const { campaign } = input.lure.wave;
  const url = escapeHtml(linkUrl(input));
  const word = books[campaign.language].readOn;
  const blocks = text
    .split("\n\n")
    .map((block) =>
      `<p>${escapeHtml(block).replaceAll("\n", "<br>\n")}</p>`.replace(
        `${word}: ${url}`,
        `<a href="${url}">${word}</a>`,
      ),
    );
  return campaign.actor.layout === 0
    ? `<html><body>\n${blocks.join("\n")}\n${beacon(input)}\n</body></html>\n`
    : `<div dir="ltr">\n${blocks.join("\n")}\n</div>\n${beacon(input)}\n`;
}

/** The same skeleton in all campaigns of one actor. */
function articleHtml(input: Plant): string {
  const { lure } = input;
  const { campaign, number } = lure.wave;
  const pictured = campaign.scheme === "picture" || campaign.scheme === "file" || campaign.scheme === "segment";
  const lead = `<img src="${campaign.protocol}://media.${campaign.senderDomain}/photo/${number}.jpg" width="600" height="320" alt="">`;
  const body = lure.article.paragraphs.map((one) => `<p>${escapeHtml(one)}</p>`).join("\n");
  const url = escapeHtml(linkUrl(input));
  const parts: PageParts = {
    name: escapeHtml(campaign.senderName),
    headline: escapeHtml(lure.article.headline),
    shown: pictured ? beacon(input) : lead,
    hidden: pictured ? "" : beacon(input),
    style: campaign.scheme === "css" ? `background-image: url('${loadUrl(input)}')` : "",
    more: `<a href="${url}">${campaign.actor.trade === "alert" ? "Review" : books[campaign.language].readOn}</a>`,
    body,
  };
  return pageOf(campaign.actor.layout, parts);
}

interface PageParts {
  readonly name: string;
  readonly headline: string;
  readonly shown: string;
  readonly hidden: string;
  /** A CSS declaration, or empty. */
  readonly style: string;
  readonly body: string;
  readonly more: string;
}

function pageOf(layout: 0 | 1 | 2, { name, headline, shown, hidden, style, body, more }: PageParts): string {
  switch (layout) {
    case 0:
      return `<html>\n<head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"></head>\n<body style="font-family: Georgia, serif">\n<table width="640" align="center"><tr><td style="padding: 12px; ${style}">\n<h3 style="letter-spacing: 2px">${name}</h3>\n${shown}\n<h1>${headline}</h1>\n${body}\n<p>${more}</p>\n</td></tr></table>\n${hidden}\n</body>\n</html>\n`;
    case 1:
      return `<div style="width:620px;margin:0 auto;font:15px/1.5 Arial; ${style}">\n<div style="border-bottom:2px solid #444">${name}</div>\n${shown}\n<h2>${headline}</h2>\n${body}\n<div>${more}</div>\n${hidden}\n</div>\n`;
    case 2:
      return `<html><body>\n<div class="WordSection1" style="${style}">\n<p class="MsoNormal"><b>${headline}</b></p>\n${shown}\n${body.replaceAll("<p>", '<p class="MsoNormal">')}\n<p class="MsoNormal">${more}</p>\n${hidden}\n</div></body></html>\n`;
  }
}

/** The element that loads; empty for schemes that need none. */
function beacon(input: Plant): string {
  const { campaign } = input.lure.wave;
  if (!loadsOnOpen(campaign)) return "";
  const url = escapeHtml(loadUrl(input));
  switch (campaign.scheme) {
    case "css":
      return isPersonal(campaign) ? `<div style="background-image: url('${url}'); width: 1px; height: 1px"></div>` : "";
    case "picture":
    case "file":
    case "segment":
      return `<img src="${url}" width="600" height="320" alt="">`;
    case "share":
      return `<img src="${url}" width="120" height="40" alt="">`;
    case "service":
      return `<img src="${url}" ${services.mailwing.pixelMarkup}>`;
    default:
      return hiddenImage(campaign.actor.layout, url);
  }
}

function hiddenImage(layout: 0 | 1 | 2, url: string): string {
  switch (layout) {
    case 0:
      return `<img src="${url}" width="1" height="1" style="display:none" alt="">`;
    case 1:
      return `<div style="max-height:0;overflow:hidden"><img src="${url}" width="1" height="1" alt=""></div>`;
    case 2:
      return `<img border="0" width="1" height="1" src="${url}">`;
  }
}
