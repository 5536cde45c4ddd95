/**
 * What a file of this folder says of one service that sends mail for others, and how little it may say: a record of
 * data, no code. Each is recognised by signs of several kinds; its grammars name the parts of its URLs and addresses,
 * so that a report can say what the service learns of its reader, and which customer of the service sent the mail.
 *
 * Grammars are anchored, without nested quantifiers, and run only where a host, a path's first segment or a key word
 * already points to the service: `index.ts` keeps the tables, a contract test holds the rest.
 */
export type ServiceKind =
  | "bulk"
  | "advocacy"
  | "sales"
  | "helpdesk"
  | "meeting"
  | "simulation"
  | "transactional"
  | "bounces";

/** `view`: the mail in a browser, or the reader's settings. */
export type UrlPurpose = "open" | "click" | "image" | "unsubscribe" | "view";

/** The service says so in public · its mail shows it, widely known · a guess from few mails: no sign, only names. */
export type Sureness = "published" | "seen" | "supposed";

/**
 * What a named group of a grammar means. `account`: the customer who pays for the mailing · `reader`: stable for one
 * reader · `address`: the reader's address, more or less as it is · `message`: this one copy · `link`: which link ·
 * `opaque`: only the service can read it, a reader's id may be inside.
 */
export type FieldMeaning = "account" | "campaign" | "reader" | "address" | "message" | "link" | "signature" | "opaque";

export interface UrlGrammar {
  readonly purpose: UrlPurpose;
  /** Against path and query, without fragment. */
  readonly form: RegExp;
  readonly sure: Sureness;
  /** First path segments under which it is tried at customers' own domains; none where the form is too plain for that. */
  readonly heads: readonly string[];
  /** First label of the host, where the service tells purposes apart by it; empty for any. */
  readonly label: string;
}

export interface TextGrammar {
  /** Lower case; of a Feedback-ID its last part, or another part up to its dash; of a return path the letters it begins with. */
  readonly key: string;
  readonly form: RegExp;
  readonly sure: Sureness;
}

export interface Service {
  /** As the file is called: stable, part of account keys. */
  readonly id: string;
  readonly name: string;
  readonly kind: ServiceKind;
  /** Registered by the service, each domain under its first use: pictures, links and pixels, mail (envelope, DKIM, Message-ID), pages for people. */
  readonly pictures: readonly string[];
  readonly links: readonly string[];
  readonly mail: readonly string[];
  readonly pages: readonly string[];
  /** Lower-case extension field names; one that ends in `-` stands for all that begin so. */
  readonly headers: readonly string[];
  /** Beginnings of X-Mailer, lower case, at least one whole word. */
  readonly mailers: readonly string[];
  readonly feedback: TextGrammar | null;
  readonly returnPath: TextGrammar | null;
  /** What the right side of a Message-ID begins with up to its first digit, where it is no registered domain. */
  readonly messageIds: readonly string[];
  /** Against hosts of the service; the group `account` is the customer's. */
  readonly accountHosts: readonly RegExp[];
  readonly urls: readonly UrlGrammar[];
  /** All places name a customer by the same id. */
  readonly oneNumbering: boolean;
  /** What its loads and links tell it, to follow the name and a colon. */
  readonly reveals: string;
  /** Month of the facts. */
  readonly asOf: string;
}

interface Signs {
  readonly id: string;
  readonly name: string;
  readonly kind: ServiceKind;
  readonly pictures?: string;
  readonly links?: string;
  readonly mail?: string;
  readonly pages?: string;
  readonly headers?: string;
  readonly mailers?: readonly string[];
  readonly feedback?: TextGrammar;
  readonly returnPath?: TextGrammar;
  readonly messageIds?: string;
  readonly accountHosts?: readonly RegExp[];
  readonly urls?: readonly UrlGrammar[];
  readonly oneNumbering?: boolean;
  readonly reveals: string;
  readonly asOf: string;
}

/** Lists are words divided by spaces; `cmail[1-20].com` stands for twenty. */
export function defineService(signs: Signs): Service {
  return {
    id: signs.id,
    name: signs.name,
    kind: signs.kind,
    pictures: words(signs.pictures ?? ""),
    links: words(signs.links ?? ""),
    mail: words(signs.mail ?? ""),
    pages: words(signs.pages ?? ""),
    headers: words(signs.headers ?? ""),
    mailers: signs.mailers ?? [],
    feedback: signs.feedback ?? null,
    returnPath: signs.returnPath ?? null,
    messageIds: words(signs.messageIds ?? ""),
    accountHosts: signs.accountHosts ?? [],
    urls: signs.urls ?? [],
    oneNumbering: signs.oneNumbering ?? false,
    reveals: signs.reveals,
    asOf: signs.asOf,
  };
}

interface UrlWhere {
  readonly heads?: string;
  readonly label?: string;
}

export function url(purpose: UrlPurpose, sure: Sureness, form: RegExp, where: UrlWhere = {}): UrlGrammar {
  return { purpose, sure, form, heads: words(where.heads ?? ""), label: where.label ?? "" };
}

/** All domains that the service registered, whatever the use. */
export function domainsOf({ links, mail, pictures, pages }: Service): readonly string[] {
  return [...links, ...mail, ...pictures, ...pages];
}

function words(text: string): readonly string[] {
  return text.split(/\s+/).filter(Boolean).flatMap(numbered);
}

function numbered(word: string): readonly string[] {
  const match = /^(.*)\[(\d+)-(\d+)\](.*)$/.exec(word);
  if (match === null) return [word];
  const [, before = "", first = "0", last = "0", after = ""] = match;
  const count = Number(last) - Number(first) + 1;
  return Array.from({ length: count }, (_, i) => `${before}${Number(first) + i}${after}`);
}
