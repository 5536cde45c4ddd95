/** How honest mail is sent: who signs, where bounces go, how links are counted, and what the sender's programs write into the head. */
import { BASE62, HEX, type Random } from "../../src/demo/random.ts";
import { readerToken } from "../../src/demo/services.ts";
import type { Half, Kind, WayName } from "./kind.ts";
import { documentationAddress, type Sender } from "./senders.ts";
import { type Service, services } from "./services.ts";

export interface Signature {
  readonly domain: string;
  readonly selector: string;
  /** A list that adds to subject or body breaks it. */
  readonly result: "pass" | "fail";
}

export interface Sending {
  /** Where the notation's paths lead. */
  readonly site: string;
  readonly fromDomain: string;
  readonly returnPath: string;
  readonly machine: string;
  readonly address: string;
  readonly signatures: readonly Signature[];
  readonly spf: "pass" | "none" | "softfail";
  readonly policy: "none" | "reject" | "";
  /** A link as it is written. */
  readonly wrap: (target: string) => string;
  readonly pixel: string;
  /** Empty for none; given in header and foot. */
  readonly exit: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly messageId: string;
  readonly service: string;
  /** From as a list rewrites it. */
  readonly listFrom: { readonly name: string; readonly address: string } | null;
  readonly isList: boolean;
}

const FREE_MAIL: Readonly<Record<string, readonly string[]>> = {
  de: ["gmx.de", "web.de", "gmail.com", "t-online.de"],
  fr: ["orange.fr", "laposte.net", "gmail.com"],
  pl: ["wp.pl", "onet.pl", "gmail.com"],
  uk: ["ukr.net", "gmail.com"],
  ru: ["mail.ru", "yandex.ru"],
  zh: ["qq.com", "163.com"],
  ja: ["yahoo.co.jp", "gmail.com"],
};

const hex = (random: Random, length: number) => random.text(length, HEX);

export function sendingOf(way: WayName, half: Half, kind: Kind, sender: Sender): Sending {
  switch (way) {
    case "own-server":
      return ownServer(sender, false);
    case "own-counted":
      return ownCounted(kind, sender);
    case "known-bulk":
    case "unknown-bulk":
      return byService(serviceOf(half, "bulk", way === "known-bulk", sender), kind, sender);
    case "known-relay":
    case "unknown-relay":
      return byService(serviceOf(half, "relay", way === "known-relay", sender), kind, sender);
    case "office-cloud":
      return sender.random.chance(0.6) ? exchangeOnline(sender) : workspace(sender);
    case "free-mail":
      return freeMail(sender);
    case "mailing-list":
      return mailingList(sender);
    case "inside":
      return inside(sender);
  }
}

function serviceOf(half: Half, kind: Service["kind"], isKnown: boolean, { random, slug }: Sender): Service {
  const fitting = services.filter((one) => one.half === half && one.kind === kind && one.isKnown === isKnown);
  // A firm stays with its service.
  const index = slug.length + slug.charCodeAt(0);
  return fitting[index % fitting.length] ?? random.pick(fitting);
}

const base = {
  spf: "pass",
  policy: "none",
  pixel: "",
  exit: "",
  service: "",
  listFrom: null,
  isList: false,
  wrap: (target: string) => target,
} as const;

/** One in seven firms writes from a second domain of its own and leads to its first, as big houses do. */
function ownServer({ domain, slug, random }: Sender, isSmall: boolean): Sending {
  const fromDomain = random.chance(0.14) ? `${slug}-mail.example` : domain;
  const signs = isSmall || random.chance(0.15) ? [] : [signatureOf(fromDomain, random)];
  return {
    ...base,
    site: domain,
    fromDomain,
    returnPath: random.chance(0.5) ? `bounces@${fromDomain}` : `no-reply@${fromDomain}`,
    machine: `${random.pick(["mta1", "smtp", "mail", "mx-out02"])}.${fromDomain}`,
    address: documentationAddress(random),
    signatures: signs,
    policy: random.pick(["none", "reject", ""]),
    headers: random.chance(0.5) ? [["Auto-Submitted", "auto-generated"]] : [],
    messageId: `${hex(random, 8)}.${hex(random, 12)}@${random.pick(["web02", "app", "www"])}.${fromDomain}`,
  };
}

function signatureOf(domain: string, random: Random): Signature {
  return { domain, selector: random.pick(["s1", "k2", "mail", "default", "20230601"]), result: "pass" };
}

/** Counted at a host of its own, which a service or a program behind it answers for. */
function ownCounted(kind: Kind, sender: Sender): Sending {
  const { domain, random, reader } = sender;
  const sub = random.pick(["em", "e", "news", "click", "links", "mail"]);
  const host = `${sub}.${domain}`;
  const token = readerToken(domain, reader.address, 28);
  const wrap = () => `https://${host}/${random.pick(["c", "r", "ls/click", "a"])}/${token}/${random.text(30, BASE62)}`;
  const isBulk = kind.group === "newsletter";
  return {
    ...ownServer(sender, false),
    site: domain,
    fromDomain: random.chance(0.5) ? domain : host,
    returnPath: `bounce-${hex(random, 10)}@${random.chance(0.5) ? host : `bounces.${domain}`}`,
    machine: `mta-${random.int(90)}.${host}`,
    signatures: [signatureOf(domain, random)],
    wrap,
    pixel: `https://${host}/o/${token}/${hex(random, 12)}.gif`,
    exit: isBulk || random.chance(0.25) ? `https://${host}/u/${token}/${hex(random, 12)}` : "",
    headers: [["Feedback-ID", `${random.int(90_000)}:${random.int(9000)}:${domain.split(".")[0] ?? ""}`]],
    messageId: `${random.text(26, BASE62)}@${host}`,
  };
}

/** One customer in five has not set up a signature of its own. */
function byService(service: Service, kind: Kind, sender: Sender): Sending {
  const { domain, random, reader, slug } = sender;
  const carried = { domain, account: slug.replace(/[^a-z0-9]/g, ""), reader: reader.address, random };
  const own = random.chance(0.8) ? [signatureOf(domain, random)] : [];
  const isBulk = service.kind === "bulk";
  const hasExit = kind.group === "newsletter" || (isBulk ? random.chance(0.7) : random.chance(0.12));
  const isCounted = isBulk || random.chance(0.75);
  return {
    ...base,
    site: domain,
    fromDomain: domain,
    returnPath: service.returnPath(carried),
    machine: service.machine,
    address: documentationAddress(random),
    signatures: [...own, { domain: service.signs, selector: "k1", result: "pass" }],
    policy: own.length === 0 ? random.pick(["", "none"]) : random.pick(["none", "reject", ""]),
    wrap: (target) => (isCounted && target.startsWith("https:") ? service.click(carried, target) : target),
    pixel: isCounted ? service.pixel(carried) : "",
    exit: hasExit ? service.exit(carried) : "",
    headers: service.headers(carried),
    messageId: `${hex(random, 16)}.${random.int(9_000_000)}@${random.chance(0.5) ? domain : service.machine}`,
    service: service.id,
  };
}

function exchangeOnline(sender: Sender): Sending {
  const { domain, random, personAddress } = sender;
  const tenant = `${domain.split(".")[0]?.replaceAll("-", "") ?? ""}.onmicrosoft.com`;
  const hasOwn = random.chance(0.75);
  const server = `${random.pick(["AM9P", "DB8P", "PAXP"])}${hex(random, 6).toUpperCase()}.EURP${random.int(90)}.PROD.OUTLOOK.COM`;
  return {
    ...base,
    site: domain,
    fromDomain: domain,
    returnPath: personAddress,
    machine: "mail-am6eur05on2071.outbound.protection.outlook.com",
    address: documentationAddress(random),
    signatures: [
      {
        domain: hasOwn ? domain : tenant,
        selector: hasOwn ? "selector1" : `selector1-${domain.split(".")[0]}`,
        result: "pass",
      },
    ],
    headers: [
      ["Thread-Topic", "message"],
      ["Thread-Index", `AdX${random.text(24, BASE62)}==`],
      ["Accept-Language", "en-GB, en-US"],
      ["Content-Language", "en-GB"],
      ["X-MS-Has-Attach", ""],
      ["X-MS-TNEF-Correlator", ""],
      ["x-ms-publictraffictype", "Email"],
      [
        "x-ms-office365-filtering-correlation-id",
        `${hex(random, 8)}-${hex(random, 4)}-4${hex(random, 3)}-${hex(random, 4)}-${hex(random, 12)}`,
      ],
      [
        "X-MS-Exchange-CrossTenant-id",
        `${hex(random, 8)}-${hex(random, 4)}-4${hex(random, 3)}-${hex(random, 4)}-${hex(random, 12)}`,
      ],
      ["X-OriginatorOrg", domain],
    ],
    messageId: `${server.split(".")[0]}${hex(random, 20).toUpperCase()}@${server.toLowerCase().replace("prod", "eurprd05.prod")}`,
  };
}

function workspace(sender: Sender): Sending {
  const { domain, random, personAddress } = sender;
  const hasOwn = random.chance(0.7);
  const standard = `${domain.replaceAll(".", "-")}.20230601.gappssmtp.com`;
  return {
    ...base,
    site: domain,
    fromDomain: domain,
    returnPath: personAddress,
    machine: "mail-wr1-f41.google.com",
    address: documentationAddress(random),
    signatures: [{ domain: hasOwn ? domain : standard, selector: hasOwn ? "google" : "20230601", result: "pass" }],
    headers: [
      ["X-Google-Smtp-Source", `AGHT+I${random.text(60, BASE62)}`],
      ["X-Gm-Message-State", `AOJu0Y${random.text(60, BASE62)}`],
    ],
    messageId: `CA${random.text(48, BASE62)}@mail.gmail.com`,
  };
}

function freeMail(sender: Sender): Sending {
  const { random, language, domain } = sender;
  const provider = random.pick(FREE_MAIL[language] ?? ["gmail.com", "outlook.com", "yahoo.com"]);
  return {
    ...base,
    // Clubs without mail of their own have a site of their own.
    site: domain,
    fromDomain: provider,
    returnPath: "",
    machine: `out-${random.int(90)}.${provider}`,
    address: documentationAddress(random),
    signatures: [signatureOf(provider, random)],
    policy: random.pick(["none", "reject"]),
    headers: provider === "gmail.com" ? [["X-Google-Smtp-Source", `AGHT+I${random.text(60, BASE62)}`]] : [],
    messageId: `${random.text(30, BASE62)}@${provider === "gmail.com" ? "mail.gmail.com" : provider}`,
  };
}

/** As list programs of today do: half rewrite From, the others break the signature. */
function mailingList(sender: Sender): Sending {
  const { random, otherDomain, domain, person } = sender;
  const host = `lists.${otherDomain}`;
  const list = `open-councils@${host}`;
  const isRewritten = random.chance(0.5);
  return {
    ...base,
    site: domain,
    fromDomain: random.chance(0.4) ? "gmail.com" : domain,
    returnPath: `open-councils-bounces@${host}`,
    machine: host,
    address: documentationAddress(random),
    signatures: [
      { ...signatureOf(domain, random), result: "fail" },
      ...(random.chance(0.6) ? [{ ...signatureOf(host, random) }] : []),
    ],
    headers: [
      ["List-Id", `Open councils <open-councils.${host}>`],
      ["List-Post", `<mailto:${list}>`],
      ["List-Unsubscribe", `<https://${host}/options/open-councils>, <mailto:open-councils-leave@${host}>`],
      ["List-Archive", `<https://${host}/archives/list/${list}/>`],
      ["Precedence", "list"],
      ["X-Mailman-Version", "3.3.9"],
      ["Sender", `<open-councils-bounces@${host}>`],
    ],
    messageId: `${hex(random, 12)}@${domain}`,
    listFrom: isRewritten ? { name: `${person} via open-councils`, address: list } : null,
    isList: true,
  };
}

/** From the reader's own house, by a program or a colleague: its server checks nothing, or finds what it signed itself. */
function inside({ random, reader }: Sender): Sending {
  return {
    ...base,
    site: `intranet.${reader.domain}`,
    fromDomain: reader.domain,
    returnPath: `it@${reader.domain}`,
    machine: `${random.pick(["app01", "intranet", "printer3", "dc2"])}.${reader.domain}`,
    address: "192.0.2.17",
    signatures: random.chance(0.5) ? [signatureOf(reader.domain, random)] : [],
    headers: random.chance(0.5) ? [["X-Mailer", "PHPMailer 6.6.0 (https://github.com/PHPMailer/PHPMailer)"]] : [],
    messageId: `${hex(random, 16)}@${reader.domain}`,
  };
}
