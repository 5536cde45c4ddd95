/**
 * Each look-alike class of threat-facts 5 on both sides of the line: a small invented case is judged as a whole, the innocent
 * message and its guilty neighbour. What would need facts that records do not hold stands at the end, by name.
 */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { TrackingClass } from "../../src/case/judgement.ts";
import type { AuthResultRecord, LoadRecord, MessageRecord } from "../../src/case/record.ts";
import { judgedCase } from "../support/judged-case.ts";
import { pixel, type RecordWish, recordOf, shaOf } from "../support/record.ts";

const READERS = ["anna@office.example", "boris@office.example", "clara@office.example"] as const;
const [ANNA, BORIS] = READERS;
const OWNERS = ["@office.example"];

const OUTLET = "desk@outlet.example";
const persona = { newsPersona: 'display name says "dispatch"' };
const exit = { listUnsubscribe: ["https://outlet.example/unsubscribe"] };

/** What the owner's server wrote: a DKIM pass for each domain. */
function passed(...domains: readonly string[]): readonly AuthResultRecord[] {
  return domains.map((domain) => result("dkim", "pass", domain));
}

function result(method: string, said: string, domain: string): AuthResultRecord {
  return { authservId: "mx.office.example", method, result: said, domain, position: 0 };
}

const failed = [result("dkim", "fail", "outlet.example"), result("spf", "fail", "outlet.example")];

/** One lure to each reader, with that reader's own hidden token. */
function copies(name: string, wish: Partial<RecordWish>, host = "px.outlet.example"): readonly MessageRecord[] {
  return READERS.map((reader) => {
    const token = shaOf(`${wish.from} ${reader}`).slice(0, 16);
    const loads = [pixel(`https://${host}/o/${token}.gif`)];
    const content = { textPrint: name, ...wish.content };
    return recordOf({
      on: "2021-03-01",
      subject: name,
      loads,
      ...wish,
      name: `${name} ${reader}`,
      to: [reader],
      content,
    });
  });
}

const MONTHS = ["01", "02", "03", "05", "06", "08", "10", "11"];

/** Two years of issues to one reader. */
function years(name: string, wish: Partial<RecordWish>, host?: string): readonly MessageRecord[] {
  return ["2018", "2019"].flatMap((year) =>
    MONTHS.map((month) => issue(`${name} ${year} ${month}`, { ...wish, on: `${year}-${month}-10` }, host)),
  );
}

function issue(name: string, wish: Partial<RecordWish>, host = "px.outlet.example"): MessageRecord {
  const loads = [pixel(`https://${host}/o/${shaOf(name).slice(0, 16)}.gif`)];
  return recordOf({ on: "2021-03-01", to: [ANNA], loads, ...wish, name });
}

/** What Mailchimp's mail shows of an account, and what the owner's server saw. */
function byMailchimp(account: number, from: string): Partial<RecordWish> {
  const u = shaOf(`account ${account}`).slice(0, 25);
  const returnPath = `bounce-mc.us5_${account}.77-anna=office.example@mail5.mcsv.net`;
  const way = `https://c${account}.us5.list-manage.com/unsubscribe?u=${u}&id=0123456789&e=0123456789&c=0123456789`;
  return {
    from,
    claims: { returnPath, dkimDomains: ["mail5.mcsv.net"], listUnsubscribe: [way] },
    auth: passed(from.slice(from.indexOf("@") + 1), "mail5.mcsv.net"),
  };
}

const MAILCHIMP = "pics.us5.list-manage.com";

/** A service's header fields and signature; `vouched`: the owner's server saw it pass. */
function by(header: string, domain: string, from: string, vouched = true): Partial<RecordWish> {
  const own = from.slice(from.indexOf("@") + 1);
  return {
    from,
    claims: { extensionHeaders: [header], dkimDomains: [domain] },
    auth: vouched ? passed(own, domain) : passed(own),
  };
}

function receipt(domain: string): LoadRecord {
  const load = { vector: "RL-40", fires: "receipt", hidden: false, resolved: `mailto:r@${domain}`, why: "" } as const;
  return pixel(`https://${domain}/`, { ...load, host: domain, domain });
}

const plainToken = { kind: "none", value: "", detail: "", address: null } as const;
const decoded = { kind: "decoded", value: "YW5uYQ", detail: `base64 of ${ANNA}`, address: ANNA } as const;
const letterTo = (address: string): MessageRecord =>
  recordOf({ name: `to ${address}`, from: ANNA, to: [address], on: "2020-12-01" });

/** Of the judged message: class, of interest or not, rules that fired, and a reason that must be among what is said. */
interface Expected {
  readonly of: MessageRecord;
  readonly is: TrackingClass;
  readonly interest: boolean;
  readonly rules?: readonly string[];
  readonly says?: RegExp;
}

interface Case {
  readonly what: string;
  readonly records: readonly MessageRecord[];
  readonly expected: readonly Expected[];
}

function one(
  what: string,
  of: MessageRecord,
  expected: Omit<Expected, "of">,
  rest: readonly MessageRecord[] = [],
): Case {
  return { what, records: [...rest, of], expected: [{ of, ...expected }] };
}

function all(
  what: string,
  of: readonly MessageRecord[],
  expected: Omit<Expected, "of">,
  rest: readonly MessageRecord[] = [],
): Case {
  return { what, records: [...rest, ...of], expected: of.map((record) => ({ of: record, ...expected })) };
}

const commercial = { is: "commercial", interest: false, rules: [] } as const;
const innocent = { is: "none", interest: false, rules: [] } as const;

function check({ what, records, expected }: Case): void {
  test(what, async () => {
    const judged = await judgedCase(records, OWNERS);
    for (const { of, is, interest, rules, says } of expected) {
      const judgement = judged.get(of.sha256);
      assert.ok(judgement);
      const { trackingClass, classReasons, verdict, findings } = judgement;
      const isOfInterest = verdict === "suspicious" || verdict === "hostile";
      assert.deepEqual([trackingClass, isOfInterest], [is, interest], classReasons.join("; "));
      if (rules !== undefined)
        assert.deepEqual(
          findings.map(({ rule }) => rule),
          rules,
        );
      const said = [...classReasons, ...findings.flatMap(({ reasons, undetermined }) => [...reasons, ...undetermined])];
      if (says !== undefined) assert.match(said.join("\n"), says);
      assert.ok(classReasons.length > 0 && said.every((sentence) => sentence.trim() !== ""));
    }
  });
}

describe("LK-01: newsletters through a bulk service", () => {
  const shop = byMailchimp(1234567, "news@shop.example");
  const rented = byMailchimp(7654321, OUTLET);
  check(
    all("years of one account's newsletter", years("Shop", shop, MAILCHIMP), { ...commercial, says: /steady sender/ }),
  );
  check(one("one issue of a shop's", issue("Sale", shop, MAILCHIMP), commercial));
  check(
    all(
      "an account rented for a made-up outlet, with the service's way out",
      copies("Vote", { ...rented, content: persona }, MAILCHIMP),
      {
        is: "unexplained",
        interest: true,
        rules: ["tracking.new-outlet"],
        says: /account at Mailchimp: 3 messages within 1 day to 3 readers/,
      },
    ),
  );
  const silent = { ...rented, claims: { ...rented.claims, listUnsubscribe: [] }, content: persona };
  check(
    all("the same without a way out", copies("Vote", silent, "px.outlet.example"), {
      is: "covert",
      interest: true,
      rules: ["tracking.covert-token"],
      says: /all its mail here went to 3 of your people/,
    }),
  );
  const quiet = byMailchimp(7654321, "hello@quiet.example");
  check(
    one(
      "that account's mail under another name, tied to it by the account alone",
      issue("Hello", { ...quiet, claims: { ...quiet.claims, listUnsubscribe: [] } }, "px.quiet.example"),
      {
        is: "unexplained",
        interest: true,
        rules: ["campaign.linked"],
        says: /the same account at a mail service \(mailchimp\/return-path\/7654321\)/,
      },
      copies("Vote", silent, "px.outlet.example"),
    ),
  );
  check(
    one(
      "a service's host and a shortener tie nobody to it",
      recordOf({
        name: "ad",
        from: "ad@loans.example",
        on: "2021-03-01",
        loads: [pixel("https://tinyurl.com/Zx81kQq02mYy43n"), pixel(`https://${MAILCHIMP}/o/Zx81kQq02mYy43n`)],
      }),
      { is: "unexplained", interest: false, rules: [] },
      [
        ...copies("Vote", silent, "tinyurl.com"),
        ...copies("Votes", { ...silent, from: "desk@dispatch.example" }, MAILCHIMP),
      ],
    ),
  );
  check(
    all(
      "a service's old customer does not vouch for its new one",
      copies("Vote", { ...rented, content: persona }, MAILCHIMP),
      { is: "unexplained", interest: true, rules: ["tracking.new-outlet"], says: /nothing came from that account/ },
      years("Shop", shop, MAILCHIMP),
    ),
  );
  const relayed = { ...by("x-sg-eid", "sendgrid.net", OUTLET), on: "2021-03-01" };
  const exits = { ...relayed, claims: { ...relayed.claims, ...exit } };
  check(
    one("one mail that a relay carried: anybody's to send, so open", issue("Offer", exits), {
      is: "unexplained",
      interest: false,
      rules: [],
    }),
  );
  check(all("years of it", years("Offer", exits), commercial));
});

describe("LK-02: political and advocacy platforms", () => {
  const action = {
    ...by("x-actionnetwork-id", "sg.actionnetwork.org", "hello@rights.example"),
    subject: "Human rights now",
  };
  const exits = { ...action, claims: { ...action.claims, ...exit } };
  check(all("years of a movement's mail", years("Rights", exits, "click.actionnetwork.org"), commercial));
  check(
    all(
      "a petition's first mail to several of the office: told, not of interest",
      copies("Human rights now", exits, "click.actionnetwork.org"),
      {
        is: "unexplained",
        interest: false,
        rules: ["tracking.new-account"],
        says: /whether anybody subscribed/,
      },
    ),
  );
  const first = { ...byMailchimp(555, "a@rights.example"), content: { textPrint: "a" } };
  const second = { ...byMailchimp(555, "b@freedom.example"), content: { textPrint: "b" } };
  const waves = [...copies("Human rights now", first, MAILCHIMP), ...copies("Elections at risk", second, MAILCHIMP)];
  check(
    all("one account that approaches them under two names", waves, {
      is: "unexplained",
      interest: true,
      rules: ["tracking.new-account"],
      says: /under several names: freedom\.example, rights\.example/,
    }),
  );
});

describe("LK-03: real newsletters of real outlets", () => {
  const real = { from: OUTLET, claims: exit, auth: passed("outlet.example"), content: persona };
  const old = years("Outlet", real);
  check(all("years of it", old, commercial));
  const listed = { from: OUTLET, auth: failed, content: persona, claims: { listId: "talk.stranger.example" } };
  check(
    all(
      "nor when it says that a list passed it on",
      copies("Leak", listed, "px.stranger.example"),
      { is: "covert", interest: true },
      old,
    ),
  );
  const moved = ["2020-01-10", "2020-02-10", "2020-03-10"].map((on) =>
    issue(`Outlet ${on}`, { ...byMailchimp(99, OUTLET), content: persona, on }, MAILCHIMP),
  );
  check(
    all(
      "it changes its mailer: still itself, and told for a while",
      moved,
      { ...commercial, says: /by an account at Mailchimp only since 2020-01-10/ },
      old,
    ),
  );
  check(
    all(
      "somebody writes in its name: its history is not theirs",
      copies("Leak", { from: OUTLET, auth: failed, content: persona }, "px.stranger.example"),
      { is: "covert", interest: true, rules: ["tracking.covert-token"], says: /this message did not/ },
      old,
    ),
  );
  const monthly = { from: "desk@monthly.example", auth: passed("monthly.example"), content: persona };
  const waves = ["2020-10-10", "2020-11-20", "2020-12-30", "2021-02-10"].flatMap((on) =>
    copies(`Wave ${on}`, { ...monthly, on }),
  );
  check(all("a made-up outlet that writes every month, without a way out", waves, { is: "covert", interest: true }));
  const before = recordOf({
    name: "confirm",
    from: OUTLET,
    subject: "Please confirm your subscription",
    on: "2021-02-01",
    auth: passed("outlet.example"),
  });
  check(
    all(
      "a made-up outlet that asked to confirm a subscription is not cleared by that",
      copies("Vote", real),
      {
        is: "unexplained",
        interest: true,
        rules: ["tracking.new-outlet"],
      },
      [before],
    ),
  );
  check(
    one("an outlet's first issue, one copy: open, not of interest", issue("First", real), {
      is: "unexplained",
      interest: false,
      rules: [],
      says: /little history/,
    }),
  );
});

describe("LK-04: sales and outreach tools", () => {
  const seller = by("x-mailtrack-id", "mailsuite.com", "sales@vendor.example");
  const trace = "mltrk.io";
  check(
    one("a seller's first letter: tracked outreach", issue("Offer", seller, trace), {
      is: "unexplained",
      interest: false,
      rules: ["tracking.outreach"],
    }),
  );
  check(
    all("the same to several of the house", copies("Offer", seller, trace), {
      is: "unexplained",
      interest: false,
      rules: ["tracking.outreach"],
    }),
  );
  check(
    all(
      "a journalist nobody knows, with the same tool (TF-203)",
      copies("Interview", { ...seller, content: persona }, trace),
      {
        is: "covert",
        interest: true,
        rules: ["tracking.covert-token"],
      },
    ),
  );
});

describe("LK-05: help desks", () => {
  const desk = by("x-zendesk-id", "zdsys.com", "help@council.example");
  const answer = { ...desk, claims: { ...desk.claims, isReply: true } };
  const asked = letterTo("help@council.example");
  check(
    one("an answer to what our people asked", issue("Re: Bins", answer, "council.zendesk.com"), commercial, [asked]),
  );
  const posed = { ...answer, from: "help@stranger.example", auth: passed("stranger.example"), content: persona };
  check(
    all(
      "its signs pasted by a stranger who poses as news",
      copies("Re: Bins", posed, "px.stranger.example"),
      {
        is: "covert",
        interest: true,
      },
      [asked],
    ),
  );
});

describe("LK-06: read receipts", () => {
  const asks = (from: string, domain: string): MessageRecord =>
    recordOf({ name: `${from} ${domain}`, from, to: [ANNA], on: "2021-03-01", loads: [receipt(domain)] });
  check(one("between colleagues", asks(BORIS, "office.example"), innocent));
  check(one("to the sender's own domain", asks("pen@friend.example", "friend.example"), innocent));
  check(
    one("a stranger's, to another domain", asks("pen@stranger.example", "drop.example"), {
      is: "none",
      interest: true,
      rules: ["receipt.foreign-address"],
    }),
  );
});

describe("LK-07: lists and forwards", () => {
  const lure = copies("Vote", { from: OUTLET, auth: passed("outlet.example"), content: persona });
  const load = lure[0]?.loads[0];
  assert.ok(load);
  const forward = recordOf({
    name: "fw",
    from: ANNA,
    to: [BORIS],
    on: "2021-03-02",
    subject: "Fw: Vote",
    loads: [load],
  });
  check({
    what: "the forwarder is not the attacker, and whose copy it was is named; the original is of interest",
    records: [...lure, forward],
    expected: [
      {
        of: forward,
        is: "unexplained",
        interest: true,
        rules: ["campaign.linked"],
        says: /token is that of anna@office\.example's copy/,
      },
      ...lure.map((of): Expected => ({ of, is: "covert", interest: true })),
    ],
  });
  const list = { from: "pen@member.example", auth: failed, claims: { listId: "talk.lists.example", ...exit } };
  check(
    all("years of a list whose footer broke signatures", years("Talk", list, "pics.lists.example"), {
      is: "unexplained",
      interest: false,
      rules: [],
      says: /steady sender/,
    }),
  );
  const newsletter = years("Shop", byMailchimp(1234567, "news@shop.example"), MAILCHIMP);
  const loads = newsletter[0]?.loads ?? [];
  check(
    one(
      "a shop's newsletter that a colleague passes on",
      recordOf({ name: "fw", from: BORIS, to: [ANNA], on: "2019-12-01", subject: "Fw: Sale", loads }),
      { is: "unexplained", interest: false, rules: [], says: /most likely a forward/ },
      newsletter,
    ),
  );
});

describe("LK-08: calendar mail", () => {
  const fetched = pixel("https://pics.stranger.example/banner.png", {
    vector: "RL-61",
    token: plainToken,
    hidden: false,
  });
  const invite = (name: string, wish: Partial<RecordWish>): MessageRecord =>
    recordOf({ on: "2021-03-01", to: [ANNA], loads: [fetched], ...wish, name });
  check(
    one("from somebody the owner writes to", invite("Tea", { from: "pen@friend.example" }), innocent, [
      letterTo("pen@friend.example"),
    ]),
  );
  check(
    one(
      "through a meeting service that is vouched for",
      invite("Call", by("x-zm-trackingid", "zoom.us", "pen@firm.example")),
      innocent,
    ),
  );
  check(
    one("a stranger's", invite("Call", { from: "pen@stranger.example" }), {
      is: "none",
      interest: true,
      rules: ["calendar.stranger"],
    }),
  );
});

describe("LK-09: transactional mail", () => {
  const bank = { from: "statements@bank.example", auth: passed("bank.example") };
  const old = years("Statement", bank, "px.bank.example");
  check(
    all("years of statements, which nobody unsubscribes from", old, {
      ...commercial,
      says: /passed authentication for a year/,
    }),
  );
  const loads = [pixel("https://px.stranger.example/o/YW5uYQ.gif", { token: decoded })];
  check(
    one(
      "a copy of it that is not the bank's",
      recordOf({ name: "copy", from: "statements@bank.example", to: [ANNA], on: "2020-01-10", auth: failed, loads }),
      { is: "unexplained", interest: true, rules: ["tracking.address-to-stranger"], says: /this message did not/ },
      old,
    ),
  );
});

describe("LK-10: simulations", () => {
  /** Ordinary mail on which the owner's server wrote its results. */
  const written = ["ash", "birch", "cedar", "elm", "fir"].map((name) =>
    recordOf({
      ...{ name, from: `hello@${name}.example`, to: [ANNA], on: "2021-02-01", received: true },
      auth: passed(`${name}.example`),
    }),
  );
  const vouched = by("x-phishtest", "psm.knowbe4.com", "it@login.example");
  const forged = by("x-phishtest", "psm.knowbe4.com", OUTLET, false);
  check(
    all(
      "one that its vendor's authentication bears out is kept apart",
      copies("Password", vouched, "px.login.example"),
      {
        is: "commercial",
        interest: false,
        rules: ["simulation.ordered"],
        says: /phishing simulation/,
      },
      written,
    ),
  );
  check(
    all(
      "one in a mailbox whose server writes no results: its sender may have written them",
      copies("Password", vouched, "px.login.example"),
      { is: "covert", interest: true, rules: ["tracking.claimed-simulation"] },
    ),
  );
  check(
    all("a simulation's header on a lure clears nobody", copies("Vote", { ...forged, content: persona }), {
      is: "covert",
      interest: true,
      rules: ["tracking.covert-token"],
    }),
  );
});

describe("LK-11: gateways that rewrite links", () => {
  const wrapped = "https://gate.office.example/v2/url?u=https-3A__pics.outlet.example_logo.png&d=Zx81kQq02mYy43n&s=Aa4";
  const logo = pixel("https://pics.outlet.example/logo.png", { url: wrapped, token: plainToken });
  check(
    one("our own gateway's token is nobody's", recordOf({ name: "logo", loads: [logo], on: "2021-03-01" }), innocent),
  );
  const behind = copies("Vote", { from: OUTLET, content: persona }).map((record) => ({
    ...record,
    loads: record.loads.map((load) => ({ ...load, url: wrapped })),
  }));
  check(all("a tracker behind it is", behind, { is: "covert", interest: true }));
});

describe("LK-12: spacers, logos, inline pictures", () => {
  const spacer = pixel("https://pics.outlet.example/spacer.gif", { token: plainToken });
  const from = { from: OUTLET, content: persona };
  check(
    one(
      "1 × 1, hidden by its size, from a made-up outlet",
      recordOf({ name: "s", on: "2021-03-01", loads: [spacer], ...from }),
      innocent,
    ),
  );
  const looksLikeToken = pixel("https://pics.outlet.example/Zx81kQq02mYy43n.gif", { hidden: false });
  const shared = READERS.map((reader) =>
    recordOf({ name: reader, to: [reader], on: "2021-03-01", subject: "Vote", loads: [looksLikeToken], from: OUTLET }),
  );
  check(all("one long name for everybody", shared, innocent));
  check(all("one for each reader", copies("Vote", from), { is: "covert", interest: true }));
});

describe("LK-13: pictures that readers see, without a token that one copy sees", () => {
  const nameOf = (what: string): string => shaOf(what).slice(0, 32);
  const shown = (url: string, vector = "RL-01"): LoadRecord => pixel(url, { hidden: false, token: plainToken, vector });
  const mails = (loadOf: (reader: string) => LoadRecord, wish: Partial<RecordWish> = {}): readonly MessageRecord[] =>
    READERS.map((reader) => {
      const content = { textPrint: "vote", ...wish.content };
      const all = { from: OUTLET, on: "2021-03-01", subject: "Vote", ...wish, content };
      return recordOf({ ...all, name: reader, to: [reader], loads: [loadOf(reader)] });
    });
  const file = (reader: string): LoadRecord => shown(`https://media.outlet.example/a/1/${nameOf(reader)}.jpg`);
  const covert = { is: "covert", interest: true } as const;
  const news = { content: persona };
  check(all("a file name for each reader", mails(file, news), { ...covert, rules: ["tracking.covert-token"] }));
  check(all("from a stranger without a persona", mails(file), { ...covert, rules: ["tracking.covert-stranger"] }));
  check(
    all(
      "a path segment of a picture for each reader",
      mails((reader) => shown(`https://media.outlet.example/v/${nameOf(reader)}/lead.jpg`), news),
      covert,
    ),
  );
  check(
    all(
      "a background picture for each reader",
      mails((reader) => shown(`https://static.outlet.example/t/${nameOf(reader)}/bg.png`, "RL-05"), news),
      covert,
    ),
  );
  const hashed = mails(() => shown(`https://media.outlet.example/a/1/${nameOf("content")}.jpg`), news);
  check(all("one content hash for everybody", hashed, innocent));
  const tried = mails(
    (reader) => shown(`https://media.outlet.example/a/1/${nameOf(reader === ANNA ? "a" : "b")}.jpg`),
    news,
  );
  check(all("two pictures that are tried on readers", tried, innocent));
  check(all("one of two readers each", mails(file, news).slice(0, 2), innocent));
  check(
    all(
      "a picture for each reader by a known service, with a way out (LK-01)",
      mails(
        (reader) => shown(`https://mcusercontent.com/a1/images/${nameOf(reader)}.jpg`),
        byMailchimp(31, "shop@mill.example"),
      ),
      commercial,
    ),
  );
  const colleagues = mails(file, { from: "dora@office.example" });
  check(all("our own appeal", colleagues, { is: "unexplained", interest: false }));
  const known = years("years", { from: OUTLET, auth: passed("outlet.example") });
  check(
    all(
      "a sender of years with a way out",
      mails(file, { claims: exit, auth: passed("outlet.example") }),
      commercial,
      known,
    ),
  );
});

describe("LK-13: signed pictures", () => {
  const signed = (reader: string): LoadRecord =>
    pixel(`https://marsh.imgix.net/a.png?w=600&s=${shaOf(reader).slice(0, 32)}`, { hidden: false });
  const mail = (reader: string, load: LoadRecord): MessageRecord =>
    recordOf({
      name: reader,
      from: OUTLET,
      to: [reader],
      on: "2021-03-01",
      subject: "Vote",
      loads: [load],
      content: persona,
    });
  check(
    one("one copy cannot tell, and says so", mail(ANNA, signed("all")), { ...innocent, says: /one copy cannot tell/ }),
  );
  check(
    all(
      "one signature for all",
      READERS.map((reader) => mail(reader, signed("all"))),
      innocent,
    ),
  );
  check(
    all(
      "one for each reader is a token",
      READERS.map((reader) => mail(reader, signed(reader))),
      {
        is: "unexplained",
        interest: true,
        rules: ["tracking.news-lure"],
      },
    ),
  );
});

describe("LK-14: portraits and logos that providers fetch", () => {
  const hash = "0123456789abcdef0123456789abcdef";
  const mail = (url: string, wish: Partial<LoadRecord> = {}): MessageRecord =>
    recordOf({
      name: url,
      from: OUTLET,
      to: [ANNA],
      on: "2021-03-01",
      content: persona,
      loads: [pixel(url, { hidden: false, ...wish })],
    });
  check(
    one("a portrait", mail(`https://www.gravatar.com/avatar/${hash}?s=80`, { token: decoded }), {
      ...innocent,
      says: /portrait/,
    }),
  );
  check(
    one(
      "a logo that the provider fetches",
      mail("https://outlet.example/bimi/Zx81kQq02mYy43n.svg", { fires: "delivery" }),
      innocent,
    ),
  );
  check(
    one(
      "a portrait that falls back to the sender's own address",
      mail(`https://www.gravatar.com/avatar/${hash}?d=https://px.outlet.example/o`, { token: decoded, hidden: true }),
      {
        is: "covert",
        interest: true,
      },
    ),
  );
});

describe("LK-15: warnings about state attackers", () => {
  const subject = "Government-backed attackers may be trying to steal your password";
  const warning = (from: string, wish: Partial<RecordWish>): MessageRecord =>
    recordOf({ name: from, on: "2021-03-01", subject, claims: { from: [{ name: "Google", address: from }] }, ...wish });
  const real = "no-reply@accounts.google.com";
  check(
    one("a real one is told", warning(real, { auth: passed("accounts.google.com") }), {
      is: "none",
      interest: false,
      rules: ["notice.state-attackers"],
    }),
  );
  check(
    one("one from before results were recorded is told, and left open", warning(real, {}), {
      is: "none",
      interest: false,
      rules: ["notice.state-attackers"],
      says: /whether it is genuine/,
    }),
  );
  check(
    one("a fake from elsewhere", warning("no-reply@google-alerts.example", { auth: passed("google-alerts.example") }), {
      is: "none",
      interest: true,
      rules: ["notice.forged"],
    }),
  );
  check(
    one("a fake in the provider's name", warning(real, { auth: failed }), {
      is: "none",
      interest: true,
      rules: ["notice.forged"],
    }),
  );
  check(one("news about such warnings", recordOf({ name: "n", from: OUTLET, subject, on: "2021-03-01" }), innocent));
});

describe("LK-16: bounces and automatic answers", () => {
  const automatic = { autoSubmitted: "auto-replied", returnPath: "" };
  check(
    one(
      "a bounce",
      recordOf({ name: "b", from: "mailer-daemon@mx.example", claims: automatic, on: "2021-03-01" }),
      innocent,
    ),
  );
  const bounces = (day: string) =>
    Array.from({ length: 12 }, (_, nth) =>
      recordOf({ name: `${day} ${nth}`, from: "mailer-daemon@mx.example", to: [ANNA], on: day }),
    );
  const appeal = Array.from({ length: 12 }, (_, nth) => `member${nth}@party.example`);
  check(
    all("bounces of our own appeal", bounces("2021-03-01"), innocent, [
      recordOf({ name: "appeal", from: ANNA, to: appeal, on: "2021-03-01" }),
    ]),
  );
  check(
    all("a burst of them that answers nothing of ours is told", bounces("2021-03-01"), {
      is: "none",
      interest: false,
      rules: ["bounce.burst"],
    }),
  );
  check(
    all(
      "calling itself automatic clears no lure",
      copies("Vote", { from: OUTLET, claims: automatic, content: persona }),
      {
        is: "covert",
        interest: true,
      },
    ),
  );
});

describe("LK-17: our own bulk mail", () => {
  const appeal = issue("Appeal", { from: ANNA, to: ["friend@home.example"] }, "px.office.example");
  check(
    one("our appeal tracks for us: a matter of posture", appeal, {
      is: "commercial",
      interest: false,
      rules: ["posture.own-tracking"],
    }),
  );
  check(
    all(
      "a lure in our name that our server did not vouch for",
      copies("Vote", { from: "desk@office.example", auth: failed }, "px.stranger.example"),
      {
        is: "covert",
        interest: true,
        says: /your own address/,
      },
    ),
  );
});

/**
 * Records do not say, so no condition asks:
 * LK-01 the postal address in a footer, and whether a confirmation was answered by a click · LK-03 which outlets are real (no
 * registry) · LK-08 the organiser of an invitation, and whether it entered the calendar · LK-10 which tests the organisation
 * ordered · LK-12 how long a picture may be cached · LK-15 whether a warning links to a sign-in · LK-16 the structure of
 * reports: which message a bounce answers.
 */
