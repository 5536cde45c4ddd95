/**
 * Mail that looks like a campaign and is none: sales sequences, an awareness simulation, a survey firm, a small
 * organisation's newsletter with a tracker of its own, conference invitations, a press release service, recruiters, a case tool
 * (threat-facts 5, LK-01, LK-04, LK-10 and their neighbours). First contact, few readers, a value a reader: as these are.
 */
import { escapeHtml, type Header, header } from "../compose.ts";
import { domainOf } from "../office.ts";
import { BASE62, createRandom, HEX, type Random } from "../random.ts";
import { services } from "../services.ts";
import { articleIn, closingIn, greetingIn, wordsIn } from "../text/writing.ts";
import { workMoment } from "../world/calendar.ts";
import { firmDomain, nameOf } from "../world/names.ts";
import { type Account, kitOf, type Party, type Person } from "../world/people.ts";
import type { World } from "../world/world.ts";
import { partyOn, receivedMail } from "./ordinary.ts";
import { bodyOf, honestRoute, type Letter, type Mail, messageIdOf, type Route, type Truth } from "./wire.ts";

const KINDS = [
  "sales",
  "simulation",
  "survey",
  "small-newsletter",
  "conference",
  "press-release",
  "recruiter",
  "case-tool",
] as const;
export type DecoyKind = (typeof KINDS)[number];

/** One sending of a sender's sequence. */
export interface Sending {
  readonly day: number;
  readonly sender: number;
  readonly step: number;
  readonly kind: DecoyKind;
  readonly readers: number;
}

// biome-ignore format: a table reads by column
const HABITS: Readonly<Record<DecoyKind, { readonly steps: number; readonly everyDays: number; readonly share: number }>> = {
  sales:              { steps: 4, everyDays: 4,   share: 0.05 },
  simulation:         { steps: 3, everyDays: 365, share: 0.4 },
  survey:             { steps: 2, everyDays: 9,   share: 0.3 },
  "small-newsletter": { steps: 9, everyDays: 30,  share: 0.06 },
  conference:         { steps: 3, everyDays: 14,  share: 0.12 },
  "press-release":    { steps: 6, everyDays: 6,   share: 0.06 },
  recruiter:          { steps: 2, everyDays: 7,   share: 0.03 },
  "case-tool":        { steps: 8, everyDays: 25,  share: 0.04 },
};

export function decoySendings(world: World, days: number): readonly Sending[] {
  const random = world.random("decoys");
  const sendings: Sending[] = [];
  let left = world.size.decoys;
  for (let sender = 0; left > 0; sender += 1) {
    const kind = KINDS[sender % KINDS.length] ?? "sales";
    const { steps, everyDays, share } = HABITS[kind];
    const first = 20 + random.int(Math.max(1, days - 60 - steps * everyDays));
    const usual = Math.max(1, Math.floor(world.size.people * share * (0.5 + random.int(100) / 100)));
    for (let step = 0; step < steps && left > 0; step += 1) {
      const readers = Math.min(left, usual);
      sendings.push({ day: first + step * everyDays, sender, step, kind, readers });
      left -= readers;
    }
  }
  return sendings.sort((a, b) => a.day - b.day);
}

export function decoySending(world: World, sending: Sending): readonly Mail[] {
  const { sender, step, kind, day } = sending;
  const fixed = world.random(`decoy/${sender}`);
  const from = senderOf(sending, fixed);
  const random = world.random(`decoy/${sender}/${step}`);
  const begin = workMoment(day, 60, random);
  const shared = {
    merge: `${world.seed}/merge/decoy/${sender}/${step}`,
    article: articleIn("en", 2, random),
    words: wordsIn("en", "letter", random),
  };
  const staff = world.staffOn(day);
  // The same readers in each step of a sequence, as long as they are there.
  const start = fixed.int(staff.length);
  const readers = Array.from(
    { length: Math.min(sending.readers, staff.length) },
    (_, index) => staff[(start + index) % staff.length],
  );
  return readers.flatMap((person, index) => {
    if (person?.work === undefined || person.work === null) return [];
    const at = begin + index * (1000 + random.int(20_000));
    const letter = letterOf(sending, { from, person, account: person.work, at, ...shared }, random);
    const mail = receivedMail(
      person.work,
      { letter, kind: `decoy-${kind}`, route: routeOf(sending, from, at, random), seen: random.chance(0.6) },
      random,
    );
    return [{ ...mail, truth: decoyTruth(sending, person, person.work, mail.flags.includes("seen")) }];
  });
}

function decoyTruth({ kind, sender, step }: Sending, person: Person, account: Account, opened: boolean): Truth {
  return {
    kind: "decoy",
    actor: "",
    campaign: `decoy-${kind}-${sender + 1}`,
    wave: step + 1,
    person: person.id,
    address: account.address,
    scheme: kind,
    opened,
    replied: false,
    forwarded: false,
    clicked: false,
    receipt: false,
    exposure: null,
  };
}

function senderOf({ kind, sender }: Sending, random: Random): Party {
  const { name, given, local } = nameOf("decoy", sender);
  const domain = firmDomain(2000 + sender * 17);
  const title =
    domain
      .split(".")[0]
      ?.split("-")
      .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
      .join(" ") ?? "";
  const kit = { ...kitOf(`${sender}/decoy`, "en"), style: "alternative" } as const;
  const base = { given, language: "en", kit } as const;
  switch (kind) {
    case "sales":
    case "recruiter":
      return {
        ...base,
        name,
        address: `${local}@${domain}`,
        role: `${title} ${random.pick(["Analytics", "Software", "Partners"])}`,
      };
    case "case-tool":
      return { ...base, name: "CaseDesk", address: "cases@casedesk.example", role: "" };
    case "simulation":
      return { ...base, name: "Calder service desk", address: "desk@mail-drill.example", role: "" };
    default:
      return { ...base, name: title, address: `${random.pick(["news", "office", "contact"])}@${domain}`, role: "" };
  }
}

function routeOf({ kind }: Sending, from: Party, at: number, random: Random): Route {
  const domain = domainOf(from.address);
  if (kind === "press-release")
    return {
      envelopeFrom: `bounce+${random.text(10, HEX)}@bounces.mailwing.example`,
      host: `out${1 + random.int(4)}.mailwing.example`,
      signedBy: [domain, "mailwing.example"],
      spf: "pass",
      dkim: "pass",
      policy: "none",
    };
  return { ...honestRoute(domain, from.address, at), signedBy: [domain], spf: "pass" };
}

interface Draft {
  readonly from: Party;
  readonly person: Person;
  readonly account: Account;
  readonly at: number;
  readonly article: { readonly headline: string; readonly paragraphs: readonly string[] };
  readonly words: string;
  /** Draws greeting and closing: the same for each copy. */
  readonly merge: string;
}

function letterOf(sending: Sending, draft: Draft, random: Random): Letter {
  const { kind, step } = sending;
  const { from, person, at } = draft;
  const domain = domainOf(from.address);
  const { subject, text, html } = contentOf(sending, draft, random);
  const isPerson = kind === "sales" || kind === "recruiter";
  return {
    from,
    to: [{ name: person.name, address: partyOn(person, at).address }],
    subject: isPerson && step > 0 ? `Re: ${subject}` : subject,
    at,
    messageId: messageIdOf(from.kit.messageId, kind === "press-release" ? "mailwing.example" : domain, at, random),
    extra: extraOf(sending, draft),
    body: bodyOf(text, html, from.kit, random),
  };
}

function extraOf({ kind, sender, step }: Sending, { account, from }: Draft): readonly Header[] {
  const domain = domainOf(from.address);
  switch (kind) {
    case "simulation":
      return [header("X-Drill", `awareness; customer=calder; run=${step + 1}`)];
    case "case-tool":
      return [
        header("Reply-To", `cases+${sender}-${step}@casedesk.example`),
        header("X-CaseDesk-Ticket", `${sender}${step}`),
      ];
    case "press-release":
      return services.mailwing
        .headers({ account: `mw${70_000 + sender}`, issue: String(step), reader: account.address, domain })
        .map(([name, value]) => header(name, value));
    case "small-newsletter":
      return [header("List-Unsubscribe", `<mailto:leave@${domain}>`), header("Precedence", "bulk")];
    case "survey":
    case "conference":
      return [header("List-Unsubscribe", `<https://${domain}/leave/${account.person}>`)];
    default:
      return [];
  }
}

interface Content {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

function contentOf(
  { kind, sender, step }: Sending,
  { from, person, account, article, words, merge }: Draft,
  random: Random,
): Content {
  const domain = domainOf(from.address);
  const token = random.text(24, BASE62);
  const same = createRandom(merge);
  const end = closingIn("en", from.name, from.role, same);
  const [sentence = ""] = words.split("\n\n");
  const rich = (subject: string, text: string, tail: string): Content => ({
    subject,
    text,
    html: `<html><body>\n${text
      .split("\n\n")
      .map((block) => `<p>${escapeHtml(block).replaceAll("\n", "<br>\n")}</p>`)
      .join("\n")}\n${tail}\n</body></html>\n`,
  });
  const pixel = (host: string, path: string): string =>
    `<img src="https://${host}/${path}" width="1" height="1" alt="">`;
  const leave = `<p style="font-size: 11px">${escapeHtml(from.name)}, 12 Orchard Lane. <a href="https://${domain}/leave/${token}">Unsubscribe</a></p>`;
  const greeting = greetingIn("en", person, same);
  switch (kind) {
    case "sales": {
      const pitch = [
        "our tool sorts letters by subject and street, and three county offices use it already. Would you have a quarter of an hour next week?",
        "I wanted to bring this back to the top of your inbox. Is there a better person to speak to?",
        "one of your neighbours cut the time for a letter by half. May I show you how?",
        "I will not write again after this one. The offer stands until the end of the month.",
      ];
      return rich(
        `Sorting mail: ${article.headline}`,
        `${greeting}\n\n${pitch[step % pitch.length]}\n\n${sentence}\n\n${end}`,
        pixel(`track.${domain}`, `p/${token}.gif`),
      );
    }
    case "case-tool":
      return rich(
        `[Case ${sender}${step}] ${article.headline}`,
        `${greeting}\n\nyour case has been answered. ${sentence}\n\nCaseDesk`,
        pixel("desk.casedesk.example", `seen/${sender}${step}/${token}.gif`),
      );
    case "recruiter":
      return rich(
        `A position that may suit you, ${person.given}`,
        `${greeting}\n\nI look for people with your experience for an office in the capital. ${sentence}\n\n${end}`,
        pixel(`r.${domain}`, `o?id=${token}`),
      );
    case "simulation": {
      const link = `https://portal.mail-drill.example/s/${token}`;
      return rich(
        ["Your password expires today", "New telephone list", "Parcel at the gate"][step % 3] ?? "",
        `${greeting}\n\nPlease look at this at once: ${link}\n\nCalder service desk`,
        pixel("portal.mail-drill.example", `o/${token}.png`),
      );
    }
    case "survey":
      return rich(
        `Your view counts: ${article.headline}`,
        `${greeting}\n\nwe ask a thousand people in public offices about their work. It takes eight minutes. ${sentence}\n\nYour own link: https://survey.${domain}/s/${token}\n\n${end}`,
        `${pixel(`survey.${domain}`, `seen/${token}`)}\n${leave}`,
      );
    case "small-newsletter":
      return rich(
        article.headline,
        `${article.headline}\n\n${article.paragraphs.join("\n\n")}\n\n${end}`,
        `${pixel(`www.${domain}`, `stat.php?n=${step}&r=${Buffer.from(account.address).toString("base64url")}`)}\n${leave}`,
      );
    case "conference":
      return rich(
        `${from.name}: ${["call for papers", "registration is open", "last places"][step % 3]}`,
        `${greeting}\n\nwe would be glad to see you at our meeting. ${words}\n\nRegister: https://www.${domain}/register?code=${token}\n\n${end}`,
        `<img src="https://www.${domain}/logo/${token}.png" width="200" height="60" alt="">\n${leave}`,
      );
    case "press-release":
      return rich(
        article.headline,
        `${article.headline}\n\n${article.paragraphs.join("\n\n")}\n\nPress contact: ${from.address}`,
        `<img src="${services.mailwing.pixel({ account: `mw${70_000 + sender}`, issue: String(step), reader: account.address, domain })}" ${services.mailwing.pixelMarkup}>\n${leave}`,
      );
  }
}
