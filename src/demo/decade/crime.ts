/** Commodity crime as it reaches everybody: pages that want a password, programs in archives, advance fees, extortion. */
import { escapeHtml, header, leafPart, multipart } from "../compose.ts";
import { writeZip } from "../containers.ts";
import { domainOf } from "../office.ts";
import { BASE62, HEX, type Random } from "../random.ts";
import { wordsIn } from "../text/writing.ts";
import { workMoment } from "../world/calendar.ts";
import { firmDomain, nameOf } from "../world/names.ts";
import { type Account, kitOf, type Party, type Person } from "../world/people.ts";
import type { World } from "../world/world.ts";
import { partyOn, receivedMail } from "./ordinary.ts";
import { bodyOf, boundaryOf, type Letter, type Mail, messageIdOf, type Route, type Truth } from "./wire.ts";

const KINDS = ["password", "parcel", "invoice", "archive", "fee", "extortion", "document"] as const;
export type CrimeKind = (typeof KINDS)[number];

/** One run: the same mail to some people, within minutes. */
export interface Run {
  readonly day: number;
  readonly number: number;
  readonly kind: CrimeKind;
  readonly readers: number;
}

/** Days and sizes of all runs; together `crime` messages, if so many people are there. */
export function crimeRuns(world: World, days: number): readonly Run[] {
  const random = world.random("crime");
  const runs: Run[] = [];
  let left = world.size.crime;
  const most = Math.max(1, Math.floor(world.size.people / 8));
  for (let number = 0; left > 0; number += 1) {
    const readers = Math.min(left, 1 + random.int(most));
    runs.push({ day: 5 + random.int(days - 40), number, kind: random.pick(KINDS), readers });
    left -= readers;
  }
  return runs.sort((a, b) => a.day - b.day);
}

export function crimeRun(world: World, run: Run): readonly Mail[] {
  const random = world.random(`crime/${run.number}`);
  const begin = workMoment(run.day, random.int(480), random);
  const from = senderOf(run, random);
  const site = `${random.text(9, "bcdfghjklmnprstvwz")}.${random.pick(["test", "example"])}`;
  const words = wordsIn("en", "letter", random);
  return random.sample(world.staffOn(run.day).slice(0, 500), run.readers).flatMap((person, index) => {
    const account = person.personal !== null && random.chance(0.3) ? person.personal : person.work;
    if (account === null) return [];
    const at = begin + index * (2000 + random.int(30_000));
    const letter = letterOf(run, { from, site, words, account, person, at }, random);
    const mail = receivedMail(
      account,
      {
        letter,
        kind: "crime",
        route: routeOf(from, site, random),
        folder: random.chance(0.4) ? "Junk" : "Inbox",
        seen: random.chance(0.4),
      },
      random,
    );
    return [{ ...mail, truth: crimeTruth(run, person, account, mail.flags.includes("seen")) }];
  });
}

function crimeTruth(run: Run, person: Person, account: Account, opened: boolean): Truth {
  return {
    kind: "crime",
    actor: "",
    campaign: `crime-${run.number + 1}`,
    wave: 1,
    person: person.id,
    address: account.address,
    scheme: run.kind,
    opened,
    replied: false,
    forwarded: false,
    clicked: false,
    receipt: false,
    exposure: null,
  };
}

const NAMES: Readonly<Record<CrimeKind, readonly string[]>> = {
  password: ["Mail administrator", "Webpost account team", "Help desk"],
  parcel: ["Swift Parcel", "Depot notice"],
  invoice: ["Accounts", "Billing office"],
  archive: ["Purchasing", "Office scanner"],
  fee: ["Barrister's chambers", "Estate office"],
  extortion: ["You", "Security notice"],
  document: ["Shared documents", "Sign desk"],
};

function senderOf(run: Run, random: Random): Party {
  const domain = firmDomain(5000 + random.int(4000));
  const { local } = nameOf("crime", run.number);
  return {
    name: random.pick(NAMES[run.kind]),
    given: "",
    address: `${local}@${domain}`,
    role: "",
    language: "en",
    kit: { ...kitOf(`${run.number}/crime`, "en"), offset: 0 },
  };
}

function routeOf(from: Party, site: string, random: Random): Route {
  const domain = domainOf(from.address);
  return random.chance(0.5)
    ? { envelopeFrom: from.address, host: `mail.${domain}`, signedBy: [], spf: "pass", dkim: "pass", policy: "absent" }
    : {
        envelopeFrom: `${random.text(8, HEX)}@${site}`,
        host: `vm${random.int(90)}.${site}`,
        signedBy: [],
        spf: random.pick(["none", "softfail", "fail"] as const),
        dkim: "fail",
        policy: "none",
      };
}

interface Draft {
  readonly from: Party;
  readonly site: string;
  readonly words: string;
  readonly account: Account;
  readonly person: Person;
  readonly at: number;
}

// biome-ignore format: a table reads by column
const TEXTS: Readonly<Record<CrimeKind, readonly [subject: string, text: string, button: string]>> = {
  password:  ["Your mailbox is almost full", "Your mailbox has used 98 % of its room. Mail will be returned from tomorrow on unless you confirm your password.", "Confirm now"],
  parcel:    ["Your parcel could not be delivered", "A fee of 1.99 is open for your parcel. It goes back to the sender within two days.", "Pay the fee"],
  invoice:   ["Overdue: invoice", "The invoice attached is overdue. Please see the payment details, which have changed.", ""],
  archive:   ["Order list", "Please quote for the goods in the list attached. The archive opens with the password 1234.", ""],
  fee:       ["Concerning an estate", "A client of mine died without heirs and bears your name. The sum is considerable; I propose that we share it. Please answer in confidence.", ""],
  extortion: ["I know your password", "I have had access to your device for some weeks. Send the sum below within fifty hours, or everybody in your address book will see it.", ""],
  document:  ["A document waits for your signature", "You have one document to sign. The link is valid until tonight.", "View document"],
};

function letterOf(run: Run, { from, site, words, account, person, at }: Draft, random: Random): Letter {
  const [subject, text, button] = TEXTS[run.kind];
  const address = partyOn({ ...person, address: account.address }, at).address;
  const link = `https://${random.pick(["login", "secure", "portal", "www"])}.${site}/${random.text(6, BASE62)}?e=${encodeURIComponent(address)}`;
  // Kits are shared, and each run has words of its own.
  const [sentence = ""] = words.split("\n\n");
  const plain = `${text}\n\n${button === "" ? words : `${sentence}\n\n${button}: ${link}`}\n\n${from.name}\n`;
  const html =
    button === ""
      ? ""
      : `<html><body>\n<div style="border: 1px solid #ccc; padding: 20px">\n<p>${escapeHtml(text)}</p>\n<p>${escapeHtml(sentence)}</p>\n<p><a href="${escapeHtml(link)}" style="background: #06c; color: #fff; padding: 8px">${button}</a></p>\n<p style="color: #fff; font-size: 1px">${random.text(30, BASE62)}</p>\n</div>\n</body></html>\n`;
  const body = bodyOf(plain, html, from.kit, random);
  const full =
    run.kind === "archive" || run.kind === "invoice"
      ? multipart("mixed", boundaryOf(from.kit.boundary, random), [body, carrier(run, random)])
      : body;
  return {
    from,
    to: [{ name: "", address }],
    subject: `${subject}${run.kind === "invoice" ? ` ${random.text(6, "0123456789")}` : ""}`,
    at,
    messageId: messageIdOf(from.kit.messageId, domainOf(from.address), at, random),
    body: full,
  };
}

/** Looks like a carrier of a program and runs nothing: names and first bytes are right, the rest is filler. */
function carrier(run: Run, random: Random) {
  const base = `order-${random.text(5, "0123456789")}`;
  const script = `// nothing is done here\nvar filler = "${random.text(80, HEX)}";\n`;
  const bytes =
    run.kind === "archive"
      ? writeZip([{ name: `${base}.pdf.js`, bytes: Buffer.from(script) }])
      : Buffer.from(`<html><body onload="void 0">${random.text(60, HEX)}</body></html>\n`);
  const name = run.kind === "archive" ? `${base}.zip` : `${base}.html`;
  const type = run.kind === "archive" ? "application/zip" : "text/html";
  return leafPart(`${type}; name="${name}"`, "base64", Buffer.from(bytes).toString("latin1"), [
    header("Content-Disposition", `attachment; filename="${name}"`),
  ]);
}
