/**
 * Addresses of mail accounts and of what lies in them, after RFC 5092:
 *
 *   imaps://user@host[:port]/[folder]       TLS from the first byte, port 993
 *   imap://user@host[:port]/[folder]        STARTTLS, which must succeed, port 143
 *   imap+plaintext://user@host[:port]/…     no encryption at all, port 143
 *   …/folder;UIDVALIDITY=n/;UID=n           a message; made here, never read
 *
 * A password in an address is refused, and no error repeats one. Names are percent-encoded so that no folder, whatever
 * the server calls it, can climb or end the path (`..` becomes `%2E%2E`); an address is a label here, never a file.
 */
import { domainToASCII } from "node:url";
import { err, ok, type Result } from "../../base/result.ts";

/** How the way to the server is protected. */
export type Security = "tls" | "starttls" | "plaintext";

export interface ImapAccount {
  readonly security: Security;
  readonly user: string;
  /** Lower case ASCII name, IPv4 address, or IPv6 address without brackets. */
  readonly host: string;
  readonly port: number;
}

export interface ImapTarget {
  readonly account: ImapAccount;
  /** Folder as the server calls it, decoded; null for all of the account. */
  readonly folder: string | null;
}

const SCHEMES: ReadonlyMap<string, Security> = new Map([
  ["imaps", "tls"],
  ["imap", "starttls"],
  ["imap+plaintext", "plaintext"],
]);
const PORTS: Readonly<Record<Security, number>> = { tls: 993, starttls: 143, plaintext: 143 };
const SHAPE = "write it as imaps://user@host/ or imaps://user@host/Folder";
/** Of a whole address; longer ones are no address of an account. */
const URL_CHARS_MAX = 4096;

export function isImapUrl(text: string): boolean {
  return /^imap[a-z+]*:\/\//i.test(text);
}

/** The error is a sentence for the user, after the word "the address". It repeats nothing that may be a password. */
export function parseImapUrl(text: string): Result<ImapTarget, string> {
  const [, scheme = "", authority = "", path = ""] = /^([a-z+]+):\/\/([^/]*)\/?(.*)$/is.exec(text) ?? [];
  const security = SCHEMES.get(scheme.toLowerCase());
  if (security === undefined || text.length > URL_CHARS_MAX) return err(`is none of a mail account; ${SHAPE}`);
  // A user name may itself be an address.
  const at = authority.lastIndexOf("@");
  if (at <= 0) return err(`names no user; ${SHAPE}`);
  const userText = authority.slice(0, at);
  if (userText.includes(":")) {
    return err(
      "holds a password. Passwords on a command line can be read by other programs and stay in the shell's history: take it out, change that password if others use this computer, and give it at the prompt, by --password-file or in LETTERLOCK_IMAP_PASSWORD",
    );
  }
  const user = decoded(userText);
  const place = hostAndPort(authority.slice(at + 1), PORTS[security]);
  const folder = decoded(path);
  if (user === null || folder === null) return err("holds a wrong percent-encoding or a control character");
  if (place === null) return err(`names no usable host or port; ${SHAPE}`);
  if (/[;?#]/.test(path))
    return err("has parameters after its folder; write ; ? and # in a folder's name as %3B %3F %23");
  return ok({ account: { security, user, ...place }, folder: folder === "" ? null : folder });
}

function hostAndPort(text: string, portByDefault: number): Pick<ImapAccount, "host" | "port"> | null {
  const [, bracketed, plain = "", port] = /^(?:\[([0-9a-f:.]+)\]|([^:[\]]+))(?::(\d{1,5}))?$/i.exec(text) ?? [];
  const host = bracketed?.toLowerCase() ?? domainToASCII(plain);
  const number = port === undefined ? portByDefault : Number(port);
  if (host === "" || number < 1 || number > 65_535) return null;
  return { host, port: number };
}

/** Null for a wrong encoding, and for control characters, which no name of ours may bring into a command. */
function decoded(text: string): string | null {
  try {
    const plain = decodeURIComponent(text);
    return /\p{Cc}/u.test(plain) ? null : plain;
  } catch {
    return null;
  }
}

/** `imaps://user@host/`; the port only where it is not the usual one. The same account always gives the same text. */
export function accountUrl({ security, user, host, port }: ImapAccount): string {
  const scheme = [...SCHEMES].find(([, value]) => value === security)?.[0] ?? "";
  const shownHost = host.includes(":") ? `[${host}]` : host;
  const shownPort = port === PORTS[security] ? "" : `:${port}`;
  return `${scheme}://${encoded(user).replaceAll("%40", "@")}@${shownHost}${shownPort}/`;
}

export function targetUrl({ account, folder }: ImapTarget): string {
  return folder === null ? accountUrl(account) : folderUrl(account, folder);
}

/** `folder` as the server calls it. Slashes stay, since most servers part levels by them. */
export function folderUrl(account: ImapAccount, folder: string): string {
  return accountUrl(account) + folder.split("/").map(encodedLevel).join("/");
}

export function messageUrl(folder: string, uidValidity: string, uid: number): string {
  return `${folder};UIDVALIDITY=${uidValidity}/;UID=${uid}`;
}

function encodedLevel(level: string): string {
  return level === "." || level === ".." ? level.replaceAll(".", "%2E") : encoded(level);
}

/** Lone surrogates, which no encoding has, become U+FFFD. */
function encoded(text: string): string {
  return encodeURIComponent(text.toWellFormed());
}
