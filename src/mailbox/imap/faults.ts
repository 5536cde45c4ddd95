/**
 * What goes wrong between us and a mail server, sorted by what the user can do about it. Sentences follow the name of the
 * account, folder or message; what a server says in them is escaped and cut.
 */
import type { NotCovered } from "../../case/answer.ts";
import { shown } from "../files/names.ts";
import { notCovered } from "../files/not-covered.ts";

/**
 * The codes are stored and exported. `unreachable`, `connection`, `deadline` may pass by themselves; `login`,
 * `certificate`, `no-tls` and `not-found` need the user; `refused` is a NO or BAD of the server; `protocol` and `limit`
 * are a server that breaks the rules or floods us; `renewed`: the folder has another UIDVALIDITY than was planned with.
 */
export type ImapFaultCode =
  | "unreachable"
  | "connection"
  | "deadline"
  | "login"
  | "certificate"
  | "no-tls"
  | "not-found"
  | "refused"
  | "protocol"
  | "limit"
  | "renewed";

export interface ImapFault {
  readonly code: ImapFaultCode;
  /** What happened and why it matters, then what to do. */
  readonly message: string;
}

/** Worth another try after a while. */
export function mayPass({ code }: ImapFault): boolean {
  return code === "unreachable" || code === "connection" || code === "deadline";
}

/** True of the whole account: other folders and messages will meet it too. */
export function isOfAccount({ code }: ImapFault): boolean {
  return mayPass({ code, message: "" }) || code === "login" || code === "certificate" || code === "no-tls";
}

export function faultItem(path: string, { code, message }: ImapFault): NotCovered {
  return notCovered(path, code, `${shown(path)} ${message}`);
}

const AGAIN = "Scan again: what was read is kept, and the scan goes on where it stopped.";

export const SENTENCES = {
  deadline: `did not answer in time, so mail is missing from the answer. ${AGAIN}`,
  renewed:
    "was made anew on the server while it was read (its UIDVALIDITY changed), so it must be read from its start.",
  unreadable:
    "has a name with control characters or broken text, which is not sent back to the server, so it was not read. Rename it with a mail program and scan again.",
} as const;

const UNREACHABLE: ReadonlyMap<string, string> = new Map([
  ["ENOTFOUND", "its host is not known"],
  ["EAI_AGAIN", "its host could not be looked up"],
  ["ECONNREFUSED", "nothing answers at its port"],
  ["EHOSTUNREACH", "there is no way to it"],
  ["ENETUNREACH", "there is no network"],
  ["CONNECT_TIMEOUT", "it does not answer"],
  ["GREETING_TIMEOUT", "it answers, but does not greet as a mail server; perhaps the port is that of another service"],
]);

const LIMITS: ReadonlySet<string> = new Set([
  ...["LiteralTooLarge", "LineTooLarge", "ResponseTooLarge", "TooManyTokens", "TooManyResponses"],
  "MAX_IMAP_NESTING_REACHED",
]);
const CERTIFICATE = /^(?:CERT_|SELF_SIGNED_CERT|DEPTH_ZERO_|UNABLE_TO_|ERR_TLS_CERT_|HOSTNAME_MISMATCH|INVALID_CA)/;
const BROKEN_RULES = /^(?:ParserError|UnexpectedTag$|MissingTag$|InvalidResponse$|ResponseProcessingFailed$)/;

/** What the library's errors carry. */
interface LibraryError extends Error {
  readonly code?: unknown;
  readonly authenticationFailed?: unknown;
  readonly mailboxMissing?: unknown;
  readonly tlsFailed?: unknown;
  readonly responseStatus?: unknown;
  readonly responseText?: unknown;
}

/** Whatever is no fault of the world is our own bug and thrown on. */
export function imapFaultOf(error: unknown): ImapFault {
  if (!(error instanceof Error)) throw error;
  const known: LibraryError = error;
  const code = typeof known.code === "string" ? known.code : "";
  if (CERTIFICATE.test(code)) return certificateFault(code);
  if (known.tlsFailed === true || /^(?:ERR_SSL_|ERR_TLS_|STARTTLS_)/.test(code)) return noTlsFault(code);
  if (known.authenticationFailed === true || known.name === "AuthenticationFailure") return loginFault(known);
  if (known.message === "Unsupported authentication mechanism") return NO_TOKEN;
  if (known.mailboxMissing === true) return NO_FOLDER;
  const unreachable = UNREACHABLE.get(code);
  if (unreachable !== undefined) return unreachableFault(unreachable);
  if (LIMITS.has(code)) return limitFault(code);
  if (BROKEN_RULES.test(code)) return protocolFault(code);
  if (known.responseStatus === "NO" || known.responseStatus === "BAD") return refusedFault(known);
  if (code === "") throw error;
  return { code: "connection", message: `lost the connection to its server (${shown(code)}). ${AGAIN}` };
}

export const NO_FOLDER: ImapFault = {
  code: "not-found",
  message:
    "does not exist on the server, so no mail was read from it. Check its name, or leave it out to read all folders.",
};

const NO_TOKEN: ImapFault = {
  code: "login",
  message:
    "offers no way to log in with a token (OAUTHBEARER, XOAUTH2), so none was sent. Use a password of this account, or an app password.",
};

function unreachableFault(why: string): ImapFault {
  const message = `could not be reached: ${why}. So its mail is not part of the answer. Check host, port and network, then scan again.`;
  return { code: "unreachable", message };
}

function certificateFault(code: string): ImapFault {
  const message = `shows a certificate that this computer does not trust (${shown(code)}), so nothing was sent to it, no password either. Somebody may be in between. If the server is your own and signs for itself, give its certificate with --ca-file FILE.`;
  return { code: "certificate", message };
}

function noTlsFault(code: string): ImapFault {
  const why = code === "" ? "does not offer STARTTLS" : `could not begin encryption (${shown(code)})`;
  const message = `${why}, so nothing was sent to it, no password either. Use imaps:// if it has that. If it is on this computer, or behind a tunnel of yours, imap+plaintext:// reads it without encryption.`;
  return { code: "no-tls", message };
}

function loginFault(error: LibraryError): ImapFault {
  const says = said(error);
  const message = `did not accept the user or the password${says}. So its mail is not part of the answer. Check both; many providers want an app password, or a token (--oauth2).`;
  return { code: "login", message };
}

export function limitFault(code: string): ImapFault {
  const message = `sent more than any honest answer holds (${shown(code)}), so the connection was ended and mail is missing from the answer. Save this mail to a file another way and scan the file.`;
  return { code: "limit", message };
}

export function protocolFault(what: string): ImapFault {
  const message = `answers in a way that is no IMAP (${shown(what)}), so mail is missing from the answer. Save this mail to a file another way and scan the file.`;
  return { code: "protocol", message };
}

function refusedFault(error: LibraryError): ImapFault {
  const message = `was refused by its server${said(error)}, so its mail is not part of the answer. Check that this user may read it.`;
  return { code: "refused", message };
}

/** What the server said, for a sentence; escaped, since it may hold anything. */
function said({ responseText }: LibraryError): string {
  return typeof responseText === "string" && responseText !== "" ? ` (it says: "${shown(responseText)}")` : "";
}
