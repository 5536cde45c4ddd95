/**
 * The mail account that the user named on the command line, and what opens it: from a prompt, a file or the environment,
 * never from the command line. One account a scan, so that no server is ever sent the password of another.
 */
import { readFileSync, statSync } from "node:fs";
import { err, ok, type Result } from "../base/result.ts";
import type { ImapAccess, ImapHooks } from "../mailbox/imap/account-reader.ts";
import type { ImapSecret } from "../mailbox/imap/connection.ts";
import { accountUrl, type ImapAccount, isImapUrl, parseImapUrl, targetUrl } from "../mailbox/imap/url.ts";
import { forTerminal } from "../report/printable.ts";
import type { Machine } from "./command-module.ts";
import type { Arguments, Flag } from "./flags.ts";
import { complain } from "./output.ts";
import type { ProgressLine } from "./progress.ts";

const PASSWORD_VARIABLE = "LETTERLOCK_IMAP_PASSWORD";
const TOKEN_VARIABLE = "LETTERLOCK_IMAP_TOKEN";
/** Longer than any token or list of certificates. */
const FILE_BYTES_MAX = 1024 * 1024;
/** Permissions of others than the owner. */
const OTHERS = 0o077;

export const IMAP_ABOUT: readonly string[] = [
  "Or a mail account: imaps://user@host/ reads all its folders, imaps://user@host/Folder%20Name one. This and",
  "intel fetch are the only ways in which Letterlock connects to anything. The folders are opened for reading only, and mail stays unread. The",
  "password is asked for, or comes from --password-file or LETTERLOCK_IMAP_PASSWORD (a token from LETTERLOCK_IMAP_TOKEN).",
  "imap:// demands STARTTLS; imap+plaintext:// reads without encryption, for a server on this computer alone.",
];

export const IMAP_FLAGS: readonly Flag[] = [
  { name: "folder", value: "NAME", repeats: true, help: "of a mail account only this folder; NAME/* for all below it" },
  { name: "not-folder", value: "NAME", repeats: true, help: "of a mail account all but this folder; NAME/* likewise" },
  { name: "password-file", value: "FILE", help: "the password of a mail account: the first line of this file" },
  { name: "oauth2", value: null, help: "what is asked for or in the file is an OAuth2 token, not a password" },
  { name: "ca-file", value: "FILE", help: "also trust these certificates (PEM) of a mail server" },
];

/** The paths with each address in its one form, and the account among them. The error is a sentence for the user. */
export async function openAccount(
  operands: readonly string[],
  args: Arguments,
  machine: Machine,
): Promise<Result<{ readonly paths: readonly string[]; readonly imap?: ImapAccess }, string>> {
  const paths: string[] = [];
  const accounts = new Map<string, ImapAccount>();
  let namesFolder = false;
  for (const operand of operands) {
    const target = isImapUrl(operand) ? parseImapUrl(operand) : null;
    if (target?.ok === false) return err(`the address of the mail account ${target.error}.`);
    paths.push(target === null ? operand : targetUrl(target.value));
    if (target === null) continue;
    accounts.set(accountUrl(target.value.account), target.value.account);
    namesFolder ||= target.value.folder !== null;
  }
  const [account, ...others] = accounts.values();
  if (account === undefined) return strayFlag(args) ?? ok({ paths });
  if (others.length > 0) return err("one mail account a scan, please: its password must go to no other server.");
  const folders = { only: args.values.get("folder") ?? [], not: args.values.get("not-folder") ?? [] };
  if (namesFolder && folders.only.length > 0) return err("name a folder in the address or with --folder, not both.");
  const caPem = readCertificates(args.values.get("ca-file")?.[0]);
  if (!caPem.ok) return caPem;
  const secret = await readSecret(account, args, machine);
  if (!secret.ok) return secret;
  if (account.security === "plaintext") complain(PLAINTEXT);
  return ok({ paths, imap: { account, secret: secret.value, caPem: caPem.value, folders } });
}

const PLAINTEXT =
  "imap+plaintext: password and mail cross the network unprotected; whoever is in between can read both.";

/** Progress goes to the line; what a server wants its user to read is shown at once, each text once. */
export function imapHooks(line: ProgressLine): ImapHooks {
  const shown = new Set<string>();
  return {
    onProgress: (text) => line.say(forTerminal(text)),
    onAlert(text) {
      if (shown.has(text) || shown.size >= ALERTS_MAX) return;
      shown.add(text);
      line.end();
      complain(`the mail server says: ${text}`);
    },
  };
}

/** A server may send new texts for ever. */
const ALERTS_MAX = 10;

/** A flag that means nothing without an account: perhaps the address was mistyped. */
function strayFlag(args: Arguments): Result<never, string> | null {
  const stray = IMAP_FLAGS.find(({ name }) => args.values.has(name) || args.switches.has(name));
  if (stray === undefined) return null;
  return err(`--${stray.name} is for mail accounts, and no imaps://user@host/ was given.`);
}

/** `--ca-file`; null where there is none. */
export function readCertificates(file: string | undefined): Result<string | null, string> {
  if (file === undefined) return ok(null);
  const pem = readSmallFile(file);
  if (!pem.ok) return pem;
  if (!pem.value.includes("-----BEGIN CERTIFICATE-----")) return err(`--ca-file ${file} holds no certificate (PEM).`);
  return pem;
}

/** File, then environment, then the prompt. */
async function readSecret(
  account: ImapAccount,
  args: Arguments,
  machine: Machine,
): Promise<Result<ImapSecret, string>> {
  const kind = args.switches.has("oauth2") ? "token" : "password";
  const file = args.values.get("password-file")?.[0];
  if (file !== undefined) return secretFrom(file, kind);
  const password = machine.environment.get(PASSWORD_VARIABLE);
  const token = machine.environment.get(TOKEN_VARIABLE);
  if (password && token) return err(`${PASSWORD_VARIABLE} and ${TOKEN_VARIABLE} are both set; which one is meant?`);
  if (token) return ok({ kind: "token", value: token });
  if (password) return ok({ kind, value: password });
  const asked = await machine.askSecret(
    `${kind === "token" ? "Token" : "Password"} for ${forTerminal(accountUrl(account))} (not shown): `,
  );
  if (asked !== null && asked !== "") return ok({ kind, value: asked });
  return err(
    `no ${kind} for ${accountUrl(account)} was given. Run this at a terminal to be asked, or use --password-file FILE or ${kind === "token" ? TOKEN_VARIABLE : PASSWORD_VARIABLE}.`,
  );
}

function secretFrom(file: string, kind: ImapSecret["kind"]): Result<ImapSecret, string> {
  const value = secretInFile(file, kind);
  return value.ok ? ok({ kind, value: value.value }) : value;
}

/** The first line of a `--password-file`. */
export function secretInFile(file: string, kind: "password" | "token"): Result<string, string> {
  const text = readSmallFile(file);
  if (!text.ok) return text;
  const value = /^[^\r\n]*/.exec(text.value)?.[0] ?? "";
  if (value === "") return err(`--password-file ${file} has an empty first line, where the ${kind} should stand.`);
  if (process.platform !== "win32" && (statSync(file).mode & OTHERS) !== 0) {
    complain(`${file} can be read by other users of this computer; chmod 600 makes it yours alone.`);
  }
  return ok(value);
}

function readSmallFile(file: string): Result<string, string> {
  try {
    const stats = statSync(file);
    if (!stats.isFile() || stats.size > FILE_BYTES_MAX)
      return err(`${file} is no file with a password or certificate.`);
    return ok(readFileSync(file, "utf8"));
  } catch (cause) {
    const { code = "" } = cause as NodeJS.ErrnoException;
    return err(`${file} could not be read (${code}).`);
  }
}
