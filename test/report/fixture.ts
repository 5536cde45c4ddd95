/** An invented case for the report's tests: reserved names only, and every kind of value that the report shows. */
import { createHash } from "node:crypto";
import { type EpochMs, epochMs, type Sha256, sha256Of } from "../../src/base/brand.ts";
import { span } from "../../src/base/span.ts";
import { ANSWER_SCHEMA, type Answer, type AttackerWarnings, type Coverage, NO_RULES } from "../../src/case/answer.ts";
import type { Campaign, Finding, Judgement, Person, Verdict } from "../../src/case/judgement.ts";
import type { LoadRecord, LocationRecord, MessageRecord, TokenRecord } from "../../src/case/record.ts";
import type { MonthCount, StoredMessage } from "../../src/ports/store.ts";
import type { ProofView, ReportModel, Tracker } from "../../src/report/model.ts";
import { adviceJsonFor, pageOf } from "./pages-fixture.ts";

export function at(iso: string): EpochMs {
  const ms = epochMs(Date.parse(iso));
  if (ms === null) throw new Error(`no date: ${iso}`);
  return ms;
}

export function hashOf(name: string): Sha256 {
  return sha256Of(createHash("sha256").update(name).digest("hex"));
}

const coverage: Coverage = {
  messages: 184_213,
  ok: 184_198,
  partial: 12,
  unparseable: 3,
  secondCopies: 0,
  joined: 0,
  duplicates: 2_310,
  unfinishedSources: 0,
  bytes: 9_412_000_000,
  first: "2011-03-02T08:15:00.000Z",
  last: "2024-03-25T17:40:12.000Z",
  sources: [{ path: "/mail/Takeout/All-mail.mbox", kind: "mbox", messages: 184_213 }],
  rules: NO_RULES,
  notCovered: [
    {
      path: "/mail/Takeout/Archive.pst",
      code: "unknown-format",
      message: "Outlook data files cannot be read yet. Export it as mbox or eml and scan again.",
    },
  ],
};

/** A tracker of one year; tests change parts of it. */
export function tracker(changes: Partial<Tracker> = {}): Tracker {
  return {
    name: "tracker.example",
    isService: false,
    trackingClass: "commercial",
    messages: 3,
    senders: 1,
    readers: 1,
    loads: 3,
    hidden: 3,
    tokens: { decoded: 0, proven: 0, likely: 3 },
    first: at("2021-01-19T08:00:00Z"),
    last: at("2021-02-04T08:00:00Z"),
    years: [{ year: 2021, messages: 3 }],
    hosts: ["t.tracker.example"],
    hostCount: 1,
    reveals: "",
    ...changes,
  };
}

/** An answer `yes` of the size of DESIGN's example; tests change parts of it. */
export function answer(changes: Partial<Answer> = {}): Answer {
  return {
    schema: ANSWER_SCHEMA,
    answer: "yes",
    conclusive: true,
    inconclusiveBecause: [],
    summary: "this mailbox holds mail of a targeted tracking campaign.",
    coverage,
    verdicts: { clear: 143_172, tracked: 41_022, suspicious: 2, hostile: 17 },
    targeted: {
      hostile: changes.verdicts?.hostile ?? 17,
      suspicious: changes.verdicts?.suspicious ?? 2,
    },
    classes: { none: 143_100, commercial: 41_022, unexplained: 74, covert: 17 },
    campaigns: 1,
    people: 3,
    owners: ["mp@parliament.example"],
    ownersFrom: "given",
    commercialSenders: 312,
    attackerWarnings: { total: 0, listed: [] },
    elapsedMs: 61_000,
    ...changes,
  };
}

/** Four that are listed, of five. */
export const attackerWarnings: AttackerWarnings = {
  total: 5,
  listed: [
    {
      sha256: hashOf("warning 0"),
      provider: "Google",
      to: ["mp@parliament.example"],
      date: "2021-03-01T09:00:00.000Z",
      verified: true,
    },
    { sha256: hashOf("warning 1"), provider: "Apple", to: [], date: null, verified: true },
    {
      sha256: hashOf("warning 2"),
      provider: "Microsoft",
      to: ["a@office.example", "b@office.example", "c@office.example", "d@office.example"],
      date: "2012-06-05T00:00:00.000Z",
      verified: false,
    },
    { sha256: hashOf("warning 3"), provider: "Google", to: ["mp@parliament.example"], date: null, verified: false },
  ],
};

export function emptyCoverage(changes: Partial<Coverage> = {}): Coverage {
  return {
    messages: 0,
    ok: 0,
    partial: 0,
    unparseable: 0,
    secondCopies: 0,
    joined: 0,
    duplicates: 0,
    unfinishedSources: 0,
    bytes: 0,
    first: null,
    last: null,
    sources: [],
    notCovered: [],
    rules: NO_RULES,
    ...changes,
  };
}

const readers = ["mp@parliament.example", "office@parliament.example", "spouse@home.example"] as const;
const days = ["2021-01-19", "2021-01-20", "2021-01-26", "2021-01-28", "2021-02-02", "2021-02-04"] as const;

export const campaign: Campaign = {
  id: "c-7f3a",
  title: '"news digest" tracked lures',
  verdict: "hostile",
  messages: Array.from({ length: 17 }, (_, index) => hashOf(`lure ${index}`)),
  people: ["p-aa01", "p-aa02", "p-aa03"],
  first: at("2021-01-19T06:12:00Z"),
  last: at("2021-02-04T05:58:00Z"),
  links: [
    ...Array.from({ length: 16 }, (_, index) => ({
      from: hashOf("lure 0"),
      to: hashOf(`lure ${index + 1}`),
      kind: "load-host",
      value: "img.daily-digest.example",
      weight: 0.9,
      why: "Both load a hidden picture from the same host, which no other mail in the case names.",
    })),
    {
      from: hashOf("lure 0"),
      to: hashOf("lure 1"),
      kind: "text-print",
      value: "3f9d0c2a",
      weight: 0.8,
      why: "Both show the same text once addresses and numbers are blanked.",
    },
  ],
  techniques: ["T1598.003", "T1036"],
  facts: [
    "proven: each copy carries its own reader's token (17 of 17)",
    "the sender is no known outlet, and this was its first contact",
    "authentication: DKIM of the sender's own new domain, none of the outlet it names",
  ],
  perhapsOneMaker: [
    {
      campaign: "c-19e0",
      chance: 0.72,
      shared: [
        {
          kind: "mailer",
          value: "dispatchmailer 2.1",
          weight: 0.61,
          why: "the same program that says it wrote the mail, which no harmless sender here has",
        },
        {
          kind: "url-form",
          value: "|1|2|u o/*.gif",
          weight: 0.5,
          why: "the same form of the tracker's address, which about 2 harmless senders here have, and at least 1 other maker of mail of interest",
        },
      ],
      differing: ["zone"],
    },
  ],
};

export const people: readonly Person[] = [
  {
    id: "p-aa01",
    name: "Mara Prentice",
    addresses: ["mp@parliament.example", "mara@prentice.example"],
    role: "member of parliament",
    messages: Array.from({ length: 6 }, (_, index) => hashOf(`lure ${index * 3}`)),
    messagesAll: 170_113,
    first: at("2021-01-19T06:12:00Z"),
    last: at("2021-02-04T05:58:00Z"),
    exposure: {
      level: 4,
      likelihood: "probable",
      reasons: [
        "5 of 6 messages carry the flag “seen”.",
        "The mailbox belongs to a program that loads pictures directly.",
      ],
    },
  },
  {
    id: "p-aa02",
    name: "",
    addresses: ["office@parliament.example"],
    role: "",
    messages: Array.from({ length: 6 }, (_, index) => hashOf(`lure ${index * 3 + 1}`)),
    messagesAll: 9_300,
    first: at("2021-01-19T06:12:02Z"),
    last: at("2021-02-04T05:58:03Z"),
    exposure: { level: 4, likelihood: "probable", reasons: ["Two messages were forwarded after reading."] },
  },
  {
    id: "p-aa03",
    name: "Jon Prentice",
    addresses: ["spouse@home.example"],
    role: "family",
    messages: Array.from({ length: 5 }, (_, index) => hashOf(`lure ${index * 3 + 2}`)),
    messagesAll: 14,
    first: at("2021-01-20T06:12:00Z"),
    last: at("2021-02-02T05:58:00Z"),
    exposure: { level: 1, likelihood: "possible", reasons: ["No copy carries a sign of reading."] },
  },
];

const noToken: TokenRecord = { kind: "none", value: "", detail: "", address: null };

export function load(changes: Partial<LoadRecord> = {}): LoadRecord {
  return {
    vector: "RL-01",
    url: "http://img.daily-digest.example/o/8c1f.gif?r=bXBAcGFybGlhbWVudC5leGFtcGxl",
    resolved: "http://img.daily-digest.example/o/8c1f.gif?r=bXBAcGFybGlhbWVudC5leGFtcGxl",
    host: "img.daily-digest.example",
    domain: "daily-digest.example",
    hidden: true,
    why: "1 by 1 pixel, and its style hides it",
    fires: "open",
    view: "",
    token: {
      kind: "decoded",
      value: "bXBAcGFybGlhbWVudC5leGFtcGxl",
      detail: "base64 of mp@parliament.example",
      address: "mp@parliament.example",
    },
    span: span(4_112, 4_230),
    ...changes,
  };
}

export function finding(changes: Partial<Finding> = {}): Finding {
  return {
    rule: "tracking.covert-token",
    title: "A hidden load tells the sender which person opened this mail",
    severity: "high",
    techniques: ["T1598.003"],
    reasons: [
      "The value “bXBAcGFybGlhbWVudC5leGFtcGxl” in the picture's address is the reader's address in base64.",
      "The picture is 1 by 1 pixel and hidden by its style.",
    ],
    about: "targeting",
    undetermined: [],
    spans: [span(4_112, 4_230)],
    ...changes,
  };
}

export function record(changes: Partial<MessageRecord> = {}): MessageRecord {
  return {
    sha256: hashOf("lure 0"),
    size: 9_214,
    fidelity: "original",
    outlook: null,
    piece: null,
    rules: null,
    status: "ok",
    problems: [],
    flags: [],
    messageId: "<8c1f@daily-digest.example>",
    date: at("2021-01-19T06:12:00Z"),
    dateFrom: "date",
    subject: "The Morning Digest: what the new law means",
    to: [{ name: "Mara Prentice", address: "mp@parliament.example" }],
    cc: [],
    deliveredTo: ["mp@parliament.example"],
    claims: {
      from: [{ name: "The Morning Digest", address: "editor@daily-digest.example" }],
      otherFroms: [],
      sender: null,
      replyTo: [],
      returnPath: "bounce@daily-digest.example",
      dkimDomains: ["daily-digest.example"],
      listId: "",
      listUnsubscribe: [],
      listUnsubscribePost: false,
      feedbackId: "",
      mailer: "",
      precedence: "",
      extensionHeaders: ["x-campaign"],
      messageIdDomain: "daily-digest.example",
      autoSubmitted: "",
      isReply: false,
    },
    auth: [
      {
        authservId: "mx.parliament.example",
        method: "spf",
        result: "pass",
        domain: "daily-digest.example",
        position: 0,
      },
      {
        authservId: "mx.parliament.example",
        method: "dkim",
        result: "pass",
        domain: "daily-digest.example",
        position: 0,
      },
      {
        authservId: "mx.parliament.example",
        method: "dmarc",
        result: "none",
        domain: "daily-digest.example",
        position: 0,
      },
    ],
    loads: [
      load(),
      load({
        vector: "RL-28",
        url: "https://daily-digest.example/read?id=44",
        resolved: "https://daily-digest.example/read?id=44",
        host: "daily-digest.example",
        hidden: false,
        why: "an ordinary link",
        fires: "click",
        token: { ...noToken, kind: "likely", value: "44", detail: "short number" },
        span: span(5_001, 5_061),
      }),
    ],
    loadCount: 2,
    content: {
      unsubscribeLink: false,
      newsPersona: "names itself a digest",
      linkHosts: ["daily-digest.example"],
      attachments: 0,
      html: true,
      preview: "Good morning. Today: what the new law means for you, in five minutes.",
      textPrint: "3f9d0c2a",
    },
    ...changes,
  };
}

export function location(changes: Partial<LocationRecord> = {}): LocationRecord {
  return {
    path: "/mail/Takeout/All-mail.mbox",
    offset: 4_812_331_008,
    length: 9_214,
    folder: "Inbox",
    marks: [{ origin: "mozilla", flags: ["\\Seen"], labels: [] }],
    ...changes,
  };
}

export function judgement(changes: Partial<Judgement> = {}): Judgement {
  return {
    sha256: hashOf("lure 0"),
    trackingClass: "covert",
    classReasons: ["The hidden picture carries the reader's own address, and no mail service explains it."],
    verdict: "hostile",
    targeting: "hostile",
    findings: [
      finding(),
      finding({
        rule: "sender.news-persona",
        title: "The sender poses as a news outlet",
        severity: "medium",
        techniques: ["T1036"],
        reasons: ["The name reads like a newspaper; the domain belongs to no outlet in the register."],
        undetermined: ["Whether the DKIM key was valid that day: the key is not kept in the mail."],
        spans: [span(210, 262)],
      }),
    ],
    tokens: [
      {
        load: 1,
        token: { kind: "proven", value: "44", detail: "differs in every copy, the same for one reader", address: null },
      },
    ],
    campaign: "c-7f3a",
    service: "",
    ...changes,
  };
}

/** The first lure, as the case stores it. */
export const lure: StoredMessage = { record: record(), locations: [location()], judgement: judgement() };

/** What comparison shows of the first lure's second load. */
export const proofs: readonly ProofView[] = [
  {
    load: 1,
    role: "recipient",
    reader: readers[0] ?? "",
    readers: 3,
    messages: 6,
    here: { before: "hxxps://img[.]daily-digest[.]example/o/", value: "a1b2c3d4e5", after: ".png" },
    other: {
      sha256: hashOf("lure 1"),
      date: at("2021-01-19T06:12:01Z"),
      reader: readers[1] ?? "",
      url: { before: "hxxps://img[.]daily-digest[.]example/o/", value: "99f0e1d2c3", after: ".png" },
    },
    again: {
      sha256: hashOf("lure 3"),
      date: at("2021-01-21T06:12:00Z"),
      reader: "",
      url: { before: "hxxps://img[.]daily-digest[.]example/o/", value: "a1b2c3d4e5", after: ".png" },
    },
  },
];

function copyOfLure(index: number): StoredMessage {
  const reader = readers[index % 3] ?? readers[0];
  const sha256 = hashOf(`lure ${index}`);
  return {
    record: record({
      sha256,
      date: at(`${days[Math.floor(index / 3)]}T06:12:0${index % 3}Z`),
      to: [{ name: "", address: reader }],
      deliveredTo: [reader],
      messageId: `<8c1f${index}@daily-digest.example>`,
    }),
    locations: [location({ offset: 4_812_331_008 + index * 40_960, ...(index % 3 === 2 ? { marks: [] } : {}) })],
    judgement: judgement({ sha256 }),
  };
}

const suspicious: StoredMessage = {
  record: record({
    sha256: hashOf("receipt"),
    date: at("2023-09-04T11:02:00Z"),
    subject: "Question about your speech",
    messageId: "<q1@think-tank.example>",
    claims: {
      ...record().claims,
      from: [{ name: "A. Researcher", address: "a.researcher@think-tank.example" }],
      replyTo: [{ name: "", address: "a.researcher@reply.invalid" }],
      returnPath: "a.researcher@think-tank.example",
      dkimDomains: [],
      messageIdDomain: "think-tank.example",
      extensionHeaders: [],
    },
    auth: [],
    loads: [
      load({
        vector: "RL-40",
        url: "mailto:a.researcher@reply.invalid",
        resolved: "mailto:a.researcher@reply.invalid",
        host: "reply.invalid",
        domain: "reply.invalid",
        hidden: true,
        why: "receipt requests are never shown",
        fires: "receipt",
        token: noToken,
        span: span(512, 580),
      }),
    ],
    loadCount: 1,
    content: {
      ...record().content,
      newsPersona: null,
      preview: "Dear Ms Prentice, may I ask you about your speech of last week?",
    },
  }),
  locations: [
    location({ offset: 8_000_000_123, marks: [] }),
    location({ path: "/mail/export/q1.eml", offset: 0, folder: "" }),
  ],
  judgement: judgement({
    sha256: hashOf("receipt"),
    trackingClass: "unexplained",
    classReasons: ["A receipt is asked for at an address that is not the sender's."],
    verdict: "suspicious",
    findings: [
      finding({
        rule: "receipt.foreign-address",
        title: "A read receipt would go to somebody else than the sender",
        severity: "medium",
        reasons: ["The receipt address is at reply.invalid, the sender at think-tank.example."],
        spans: [span(512, 580)],
      }),
    ],
    tokens: [],
    campaign: null,
  }),
};

/** Thirteen years: newsletters that grow, one gap, one campaign in early 2021, one odd message in 2023. */
export function months(): readonly MonthCount[] {
  const rows: MonthCount[] = [];
  const add = (month: string, verdict: Verdict, trackingClass: MonthCount["trackingClass"], messages: number) =>
    rows.push({ month, verdict, trackingClass, messages });
  for (let index = 0; index <= 156; index++) {
    const year = 2011 + Math.floor((index + 2) / 12);
    const month = `${year}-${String(((index + 2) % 12) + 1).padStart(2, "0")}`;
    if (month >= "2016-05" && month <= "2016-09") continue;
    add(month, "clear", "none", 700 + ((index * 37) % 400));
    add(month, "tracked", "commercial", 40 + index * 3 + ((index * 53) % 90));
  }
  add("2021-01", "hostile", "covert", 12);
  add("2021-02", "hostile", "covert", 5);
  add("2023-09", "suspicious", "unexplained", 2);
  return rows;
}

/** The model of the golden report. */
export function model(changes: Partial<ReportModel> = {}): ReportModel {
  return {
    answer: answer(),
    months: months(),
    campaigns: [campaign],
    people,
    messages: [...Array.from({ length: 17 }, (_, index) => copyOfLure(index)), suspicious],
    proofs: [proofs],
    messagesTotal: 19,
    incomplete: [
      {
        record: record({
          sha256: hashOf("broken"),
          status: "partial",
          subject: "Minutes of the committee",
          problems: [{ code: "limit.entities", span: span(0, 10) }, { code: "mime.no-end-boundary" }],
        }),
        locations: [location({ offset: 77 })],
        judgement: null,
      },
    ],
    trackers: [
      tracker({
        name: "daily-courier.example",
        trackingClass: "covert",
        messages: 17,
        loads: 34,
        hidden: 17,
        tokens: { decoded: 17, proven: 17, likely: 0 },
        hosts: ["img.daily-courier.example"],
      }),
      tracker({
        name: "Mailchimp",
        isService: true,
        messages: 18_400,
        senders: 120,
        readers: 3,
        loads: 18_400,
        hidden: 18_102,
        tokens: { decoded: 0, proven: 210, likely: 18_190 },
        first: at("2012-02-01T08:00:00Z"),
        last: at("2024-03-20T08:00:00Z"),
        years: [2012, 2013, 2016, 2019, 2020, 2021, 2022, 2023, 2024].map((year) => ({
          year,
          messages: (year - 2010) * 300,
        })),
        hosts: ["list.example", "track.example"],
        hostCount: 41,
        reveals: "account, campaign and a stable id of the reader",
      }),
      tracker({ name: "SendGrid", isService: true, messages: 9_811, senders: 61 }),
    ],
    toolVersion: "0.1.0",
    pages: [pageOf(campaign)],
    advice: adviceJsonFor(people, ["MSG.TRACK", "MSG.IMPERSONATE", "EXP.DIRECT", "TGT.PERSON", "TGT.GROUP"]),
    shared: ["3 of 3 whose role is known are committee, against 6 of 40 people known."],
    caseFolder: "/cases/parliament-office",
    generatedAt: "2024-03-26T09:00:00.000Z",
    ...changes,
  };
}

/** A case in which nothing was found. */
export function quietModel(): ReportModel {
  return model({
    answer: answer({
      answer: "no",
      verdicts: { clear: 143_191, tracked: 41_022, suspicious: 0, hostile: 0 },
      classes: { none: 143_100, commercial: 41_022, unexplained: 91, covert: 0 },
      campaigns: 0,
      people: 0,
    }),
    months: months().filter(({ verdict }) => verdict === "clear" || verdict === "tracked"),
    campaigns: [],
    people: [],
    messages: [],
    messagesTotal: 0,
    pages: [],
    advice: adviceJsonFor([], ["NONE"]),
    shared: [],
  });
}
