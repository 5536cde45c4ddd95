/** The planted mail itself: one message a target of a wave, sent as its actor sends, and what it left in logs. */

import { type Header, header } from "../compose.ts";
import type { Flag } from "../office.ts";
import { domainOf } from "../office.ts";
import { HEX, type Random } from "../random.ts";
import { services } from "../services.ts";
import { approachSubjectIn, articleIn, subjectIn, wordsIn } from "../text/writing.ts";
import { GATEWAY_SINCE } from "../world/clients.ts";
import type { Account, Party } from "../world/people.ts";
import { MINUTE } from "../world/size.ts";
import type { World } from "../world/world.ts";
import type { Campaign, Target, Wave } from "./actors.ts";
import {
  bodyOfLure,
  isPersonal,
  type Lure,
  linkUrl,
  loadsOnOpen,
  loadUrl,
  mailingOf,
  type Plant,
  receiptAddress,
  replyAddress,
  tokenOf,
} from "./lure-page.ts";
import { atHome, atWork, partyOn } from "./ordinary.ts";
import { reactionsOf } from "./reactions.ts";
import { type Bait, type Reading, readingOf } from "./reading.ts";
import { type Letter, type Mail, messageIdOf, nameText, type Route, receivedOctets, type Truth } from "./wire.ts";

/** A load from a desk of the office. */
export interface SeenLoad {
  readonly at: number;
  readonly url: string;
  readonly person: string;
  /** As the proxy knows who asks. */
  readonly user: string;
  readonly click: boolean;
}

/** A planted message at the office's border. */
export interface Arrival {
  readonly at: number;
  readonly host: string;
  readonly ip: string;
  readonly envelopeFrom: string;
  readonly account: Account;
  readonly bytes: number;
}

export interface Planted {
  readonly mails: readonly Mail[];
  readonly loads: readonly SeenLoad[];
  readonly arrivals: readonly Arrival[];
}

export function plantWave(world: World, wave: Wave): Planted {
  const lure = lureOf(world, wave);
  const random = world.random(`times/${wave.campaign.id}/${wave.number}`);
  let at = wave.at;
  const planted = wave.targets.map((target) => {
    at += 5000 + random.int(4 * MINUTE);
    return plant(world, lure, target, at);
  });
  return {
    mails: planted.flatMap(({ mails }) => mails),
    loads: planted.flatMap(({ loads }) => loads),
    arrivals: planted.flatMap(({ arrivals }) => arrivals),
  };
}

function lureOf(world: World, wave: Wave): Lure {
  const { campaign, number } = wave;
  const random = world.random(`wave/${campaign.id}/${number}`);
  // A persona stays the same through a campaign; an outlet has many desks.
  const from = senderOf(campaign, isPersonal(campaign) ? world.random(`sender/${campaign.id}`) : random);
  const article = articleIn(campaign.language, 3 + random.int(2), random);
  const approach = campaign.scheme === "none" || number === 1;
  const words = wordsIn(campaign.language, approach ? "approach" : "letter", random);
  const subject = subjectOf(world, wave, article.headline, random);
  return { wave, article, subject, words, from, merge: `${world.seed}/merge/${campaign.id}/${number}` };
}

function subjectOf(world: World, { campaign, number }: Wave, headline: string, random: Random): string {
  switch (campaign.actor.trade) {
    case "press":
    case "gallery":
      return headline;
    case "scholar":
    case "rapport": {
      const first = approachSubjectIn(campaign.language, world.random(`subject/${campaign.id}`));
      return number === 1 ? first : `Re: ${first}`;
    }
    case "insider":
      return subjectIn(campaign.language, random);
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

function senderOf({ actor, borrowed, senderDomain, senderName, index, language }: Campaign, random: Random): Party {
  if (borrowed !== null) return actor.trade === "insider" ? borrowed : { ...borrowed, kit: actor.kit };
  const base = { given: "", role: "", language, kit: actor.kit } as const;
  switch (actor.trade) {
    case "scholar":
    case "rapport": {
      const given = random.pick(["Clara", "Helene", "Martin", "Oswin", "Rita", "Elias"]);
      const family = random.pick(["Amstad", "Corvin", "Wendt", "Lasker", "Moreau", "Brandis"]);
      const local = `${given}.${family}`.toLowerCase();
      const number = actor.trade === "rapport" ? String(10 + random.int(80)) : "";
      const name = `${index % 2 === 0 ? "Dr. " : ""}${given} ${family}`;
      return { ...base, name, address: `${local}${number}@${senderDomain}` };
    }
    default: {
      const local = random.pick(["digest", "info", "editor", "briefing", "office", "no-reply"]);
      return { ...base, name: senderName, address: `${local}@${senderDomain}` };
    }
  }
}

function plant(world: World, lure: Lure, target: Target, at: number): Planted {
  const { campaign, number } = lure.wave;
  const random = world.random(`copy/${campaign.id}/${number}/${target.account.address}`);
  const voice = target.account.kind === "work" ? atWork(target.person) : atHome(target.person);
  const address = target.listed ?? partyOn(voice.party, at).address;
  const input: Plant = { lure, target, at, voice, address, token: tokenOf(world, campaign, address, random), random };
  const reading = readingOf(target.account, at, baitOf(campaign), random);
  const letter = letterOf(world, input);
  const route = routeOf(input);
  const received = at + 4000;
  const octets = receivedOctets(letter, route, target.account, received, random);
  const { account } = target;
  const truth = truthOf(lure.wave, target, reading);
  const common = { account, messageId: letter.messageId, envelopeFrom: route.envelopeFrom } as const;
  const mail: Mail = {
    ...common,
    folder: "Inbox",
    at: received,
    flags: flagsOf(reading),
    octets,
    kind: "campaign",
    truth,
  };
  const reactions = reactionsOf(world, input, letter, reading);
  const marked = reactions.map((one) => ({
    ...one,
    truth: {
      ...truth,
      person: one.account.person,
      address: one.account.address,
      kind: "reaction",
      exposure: null,
    } as const,
  }));
  const { host, envelopeFrom, ip = "192.0.2.25" } = route;
  const arrivals =
    account.kind === "work" ? [{ at: received, host, ip, envelopeFrom, account, bytes: octets.length }] : [];
  return {
    mails: [mail, ...marked],
    loads: [...gatewayLoads(input, received), ...seenLoads(input, reading)],
    arrivals,
  };
}

function flagsOf({ opened, replied, forwarded }: Reading): readonly Flag[] {
  if (!opened) return [];
  return ["seen", ...(replied ? (["answered"] as const) : []), ...(forwarded ? (["forwarded"] as const) : [])];
}

function seenLoads(input: Plant, { logged, clickLogged, openedAt }: Reading): readonly SeenLoad[] {
  const { id, work } = input.target.person;
  const by = { person: id, user: work?.address.split("@")[0] ?? "-" };
  return [
    ...(logged ? [{ ...by, at: openedAt, url: loadUrl(input), click: false }] : []),
    ...(clickLogged ? [{ ...by, at: openedAt + 40_000, url: linkUrl(input), click: true }] : []),
  ];
}

function gatewayLoads(input: Plant, received: number): readonly SeenLoad[] {
  const { campaign } = input.lure.wave;
  const opens = loadsOnOpen(campaign) && campaign.scheme !== "share" && input.target.account.kind === "work";
  if (!opens || received < GATEWAY_SINCE) return [];
  return [{ at: received + 17_000, url: loadUrl(input), person: "gateway", user: "gateway", click: false }];
}

function truthOf({ campaign, number }: Wave, { person, account }: Target, reading: Reading): Truth {
  const { opened, replied, forwarded, clicked, receipt, mail, all } = reading;
  return {
    ...{ kind: "campaign", actor: campaign.actor.id, campaign: campaign.id, wave: number },
    ...{ person: person.id, address: account.address, scheme: campaign.scheme },
    ...{ opened, replied, forwarded, clicked, receipt },
    exposure: { mail, all },
  } as const;
}

function baitOf(campaign: Campaign): Bait {
  const personal = isPersonal(campaign);
  return {
    // A share is asked by another protocol: no proxy sees it, and provider proxies do not fetch it.
    loads: loadsOnOpen(campaign),
    web: campaign.scheme !== "share",
    links: !personal || campaign.scheme === "link",
    receipt: campaign.scheme === "receipt",
    reply: personal ? 0.2 : 0.02,
  };
}

/** Personal letters go on with the thread that they began. */
function letterOf(world: World, input: Plant): Letter {
  const { lure, target, at, random, address } = input;
  const { campaign } = lure.wave;
  const key = `${campaign.id} ${target.account.address}`;
  const earlier = isPersonal(campaign) && campaign.actor.trade !== "insider" ? (world.threads.get(key) ?? []) : [];
  const bulk = campaign.bulkAccount !== "";
  const messageId = messageIdOf(
    lure.from.kit.messageId,
    bulk ? "mailwing.example" : domainOf(lure.from.address),
    at,
    random,
  );
  world.threads.set(key, [...earlier, messageId]);
  // A bulk service writes mailer and clock in its own way, whoever its customer is.
  const kit = bulk ? { ...lure.from.kit, mailer: null, offset: 0 } : lure.from.kit;
  const name = campaign.actor.trade === "alert" ? "" : target.person.name;
  return {
    from: { ...lure.from, kit },
    to: [{ name, address }],
    subject: lure.subject,
    at,
    messageId,
    references: earlier,
    extra: extraOf(input),
    body: bodyOfLure(input),
  };
}

function extraOf({ lure, address, token }: Plant): readonly Header[] {
  const { wave, from } = lure;
  const { campaign } = wave;
  const reply = replyAddress(wave, from);
  const bulk = campaign.bulkAccount === "" ? [] : services.mailwing.headers(mailingOf(lure, address));
  return [
    ...(reply === null ? [] : [header("Reply-To", nameText({ name: from.name, address: reply }))]),
    ...(campaign.scheme === "receipt"
      ? [header("Disposition-Notification-To", `<${receiptAddress(wave, token)}>`)]
      : []),
    ...bulk.map(([name, value]) => header(name, value)),
  ];
}

function routeOf({ lure, random }: Plant): Route {
  const { campaign } = lure.wave;
  const { actor, server, loadDomain, senderDomain, index } = campaign;
  const envelopeFrom = lure.from.address;
  const domain = domainOf(envelopeFrom);
  if (campaign.bulkAccount !== "") {
    const path = {
      envelopeFrom: `bounce+${random.text(10, HEX)}@bounces.mailwing.example`,
      host: `out${1 + random.int(4)}.mailwing.example`,
    };
    return { ...path, signedBy: [senderDomain, "mailwing.example"], spf: "pass", dkim: "pass", policy: "none" };
  }
  // The account's own provider sends and signs; only where it was written is odd.
  if (actor.trade === "insider" || actor.trade === "rapport") {
    const origin = `client-${server.replaceAll(".", "-")}.${loadDomain}`;
    return {
      envelopeFrom,
      host: `mail.${domain}`,
      signedBy: [domain],
      spf: "pass",
      dkim: "pass",
      origin,
      originIp: server,
    };
  }
  if (campaign.borrowed !== null) {
    const spf = index % 4 === 1 ? "softfail" : "none";
    return { envelopeFrom, host: `vps.${loadDomain}`, ip: server, signedBy: [], spf, dkim: "fail", policy: "none" };
  }
  const signedBy = index === 0 ? [] : [senderDomain];
  return {
    envelopeFrom,
    host: `mx1.${senderDomain}`,
    ip: server,
    signedBy,
    spf: "pass",
    dkim: "pass",
    policy: index > 1 ? "quarantine" : "absent",
  };
}
