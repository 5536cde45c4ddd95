/**
 * `intel fetch URL`: published intelligence from a TAXII server that the user named. What is contacted is said before; nothing else is. What came is
 * kept and searched for as a file would be, with its address for a source.
 */
import { err, ok, type Result } from "../base/result.ts";
import { readPublished } from "../ledger/read-published.ts";
import { forTerminal } from "../report/printable.ts";
import { counted } from "../report/wording.ts";
import { parseTaxiiAddress, type TaxiiAddress } from "../taxii/address.ts";
import { type Collection, collections, discover, fetchBundle } from "../taxii/client.ts";
import type { TaxiiSecret, TaxiiSettings } from "../taxii/request.ts";
import { caseFolder, withCase } from "./case-folder.ts";
import type { Machine } from "./command-module.ts";
import type { Arguments } from "./flags.ts";
import { runHunt } from "./hunt-command.ts";
import { readCertificates, secretInFile } from "./imap-account.ts";
import { PASSWORD_VARIABLE, TOKEN_VARIABLE } from "./intel-fetch-flags.ts";
import { type GivenFile, vouchedFor } from "./intel-files.ts";
import { programOf } from "./invocation.ts";
import { complain, EXIT, type ExitCode, out, outJson, remark } from "./output.ts";

export async function fetchIntel(
  [url = "", ...more]: readonly string[],
  args: Arguments,
  machine: Machine,
): Promise<ExitCode> {
  const wish = more.length > 0 ? err("fetch takes one address") : await wishOf(url, args, machine);
  if (!wish.ok) {
    complain(wish.error);
    return EXIT.FAULT;
  }
  const { address, settings, since } = wish.value;
  remark(`asks ${forTerminal(address.url.host)} by TAXII, and nobody else; it learns your address and when you ask`);
  const offered = await offeredBy(address, settings);
  if (!offered.ok) {
    complain(`${address.url.host}: ${offered.error}`);
    return EXIT.FAULT;
  }
  const wanted = args.values.get("collection")?.[0];
  if (wanted === undefined) return showOffered(offered.value, args);
  const chosen = offered.value.collections.find(({ collection: { id, title } }) => id === wanted || title === wanted);
  if (chosen === undefined) {
    complain(
      `${address.url.host} offers no collection ${wanted}; without --collection, ${programOf(machine)} intel fetch shows which there are`,
    );
    return EXIT.FAULT;
  }
  if (!chosen.collection.canRead) {
    complain(`the server does not let this user read the collection ${wanted}`);
    return EXIT.FAULT;
  }
  return fetchChosen(chosen, { settings, since }, args, machine);
}

interface Wish {
  readonly address: TaxiiAddress;
  readonly settings: TaxiiSettings;
  readonly since: string | null;
}

async function wishOf(url: string, args: Arguments, machine: Machine): Promise<Result<Wish, string>> {
  const address = parseTaxiiAddress(url);
  // The address may hold a password: it is not repeated.
  if (!address.ok) return err(`the address that was given ${address.error}`);
  const since = sinceOf(args.values.get("since")?.[0]);
  if (!since.ok) return since;
  const caPem = readCertificates(args.values.get("ca-file")?.[0]);
  if (!caPem.ok) return caPem;
  const secret = await secretOf(address.value, args, machine);
  return secret.ok
    ? ok({ address: address.value, settings: { secret: secret.value, caPem: caPem.value }, since: since.value })
    : secret;
}

/** A day is its beginning, UTC. */
function sinceOf(text: string | undefined): Result<string | null, string> {
  if (text === undefined) return ok(null);
  const isForm = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d:\d\d(?:\.\d{1,9})?Z)?$/.test(text);
  if (!isForm || Number.isNaN(Date.parse(text)))
    return err("--since takes a day (2024-03-01) or a time (2024-03-01T12:00:00Z)");
  return ok(text.includes("T") ? text : `${text}T00:00:00Z`);
}

/** File, then environment, then the prompt; nothing where the user named neither a user nor a token. */
async function secretOf(
  { url }: TaxiiAddress,
  args: Arguments,
  machine: Machine,
): Promise<Result<TaxiiSecret, string>> {
  const user = args.values.get("user")?.[0];
  const isToken = args.switches.has("token");
  const file = args.values.get("password-file")?.[0];
  if (user !== undefined && isToken) return err("--user goes with a password; with --token there is no user");
  if (user === undefined && !isToken)
    return file === undefined
      ? ok({ kind: "none" })
      : err("--password-file is the password of --user, or the token of --token");
  if (user?.includes(":") === true) return err("--user: a name with a colon cannot be sent");
  const kind = isToken ? "token" : "password";
  const given = file === undefined ? null : secretInFile(file, kind);
  if (given?.ok === false) return given;
  const value =
    given?.value ??
    (machine.environment.get(isToken ? TOKEN_VARIABLE : PASSWORD_VARIABLE) ||
      (await machine.askSecret(
        `${isToken ? "Token" : `Password of ${forTerminal(user ?? "")}`} for ${forTerminal(url.host)} (not shown): `,
      )));
  if (value === null || value === "")
    return err(
      `no ${kind} was given. Run this at a terminal to be asked, or use --password-file FILE or ${isToken ? TOKEN_VARIABLE : PASSWORD_VARIABLE}.`,
    );
  // RFC 9110: what a header may hold; the runtime would throw.
  if (!/^[\x20-\x7e]+$/.test(value) && isToken) return err("the token holds signs that no token has");
  return ok(isToken ? { kind: "bearer", token: value } : { kind: "basic", user: user ?? "", password: value });
}

interface OfferedCollection {
  readonly root: TaxiiAddress;
  readonly collection: Collection;
}

interface Offered {
  readonly title: string;
  readonly collections: readonly OfferedCollection[];
  readonly elsewhere: readonly string[];
  /** Roots that could not be read, with the reason. */
  readonly failed: readonly string[];
}

/** Of a server, or of the API root that the address is. */
async function offeredBy(address: TaxiiAddress, settings: TaxiiSettings): Promise<Result<Offered, string>> {
  const found = await discover(address, settings);
  if (!found.ok) return err(found.error.message);
  const { title, roots, elsewhere } = found.value;
  const isRoot = roots.length === 0 && elsewhere.length === 0;
  const offered: OfferedCollection[] = [];
  const failed: string[] = [];
  for (const root of isRoot ? [address] : roots) {
    const listed = await collections(root, settings);
    if (listed.ok) for (const collection of listed.value) offered.push({ root, collection });
    else failed.push(`${root.url.pathname}: ${listed.error.message}`);
  }
  return offered.length === 0 && failed.length > 0
    ? err(failed.join("; "))
    : ok({ title, collections: offered, elsewhere, failed });
}

function showOffered({ title, collections: all, elsewhere, failed }: Offered, args: Arguments): ExitCode {
  if (args.switches.has("json")) {
    for (const { root, collection } of all) outJson({ root: root.url.href, ...collection });
  } else {
    out(`${forTerminal(title)}: ${counted(all.length, "collection")}; --collection ID fetches one`);
    for (const { root, collection } of all) {
      const may = collection.canRead ? "" : " (may not be read by this user)";
      out(`  ${forTerminal(collection.id)}  ${forTerminal(collection.title)}, ${forTerminal(root.url.pathname)}${may}`);
    }
  }
  for (const place of elsewhere)
    complain(`it also names ${place}, on another server, which was not asked; name it yourself if you mean it`);
  for (const one of failed) complain(one);
  return EXIT.NOTHING_FOUND;
}

async function fetchChosen(
  { root, collection }: OfferedCollection,
  { settings, since }: Pick<Wish, "settings" | "since">,
  args: Arguments,
  machine: Machine,
): Promise<ExitCode> {
  const fetched = await fetchBundle(root, collection.id, { ...settings, addedAfter: since });
  if (!fetched.ok) {
    complain(`${root.url.host}: ${fetched.error.message}`);
    return EXIT.FAULT;
  }
  const { bytes, objects, addedLast, fault } = fetched.value;
  const told = `${counted(objects, "object")} from ${root.url.host}`;
  if (objects === 0) {
    remark(forTerminal(`${told}: nothing${since === null ? "" : ` was added after ${since}`}`));
    return EXIT.NOTHING_FOUND;
  }
  const source = sourceOf(root, collection.id, since);
  const published = await readPublished(bytes, source);
  if (!published.ok) {
    complain(`${source} ${published.error}`);
    return EXIT.FAULT;
  }
  remark(forTerminal(`${told}${addedLast === null ? "" : `; next time only what is new: --since ${addedLast}`}`));
  if (fault !== null) complain(`it is not all: ${fault.message}`);
  const { document, file } = published.value;
  // Who handed it out is known by the certificate; what is in it, as always, by its own words.
  const from =
    root.url.protocol === "https:"
      ? { ...document, publisher: root.url.hostname, vouchedBy: "server" as const }
      : document;
  const given = vouchedFor<GivenFile>([{ document: from, file, bytes }], args);
  const code = await withCase(caseFolder(args, machine), "write", (store) => runHunt(store, args, machine, given));
  return fault === null ? code : EXIT.FAULT;
}

/** What was added later stands beside what came before, and replaces nothing. */
function sourceOf({ url }: TaxiiAddress, id: string, since: string | null): string {
  const place = new URL(`collections/${encodeURIComponent(id)}/objects/`, url);
  if (since !== null) place.searchParams.set("added_after", since);
  return place.href;
}
