/**
 * A TAXII 2.1 server that the user named: what it offers, and the objects of a collection page by page (OASIS TAXII 2.1, sections 4 and 5). Reads
 * only. Every answer is checked for its form; pages, objects and bytes are bounded, and a server that gives the same page again is left.
 */
import { createHash } from "node:crypto";
import { limits } from "../base/limits.ts";
import { ok, type Result } from "../base/result.ts";
import { isJson, type Json, listIn, parseJson, textIn } from "../intel/formats/json.ts";
import { onSameServer, type TaxiiAddress } from "./address.ts";
import { fault, get, type TaxiiAnswer, type TaxiiFault, type TaxiiSettings } from "./request.ts";

export interface Discovery {
  readonly title: string;
  readonly description: string;
  /** API roots on the same server, the default one first. */
  readonly roots: readonly TaxiiAddress[];
  /** Addresses on other servers, which are not asked; the user may name them. */
  readonly elsewhere: readonly string[];
}

export interface Collection {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly canRead: boolean;
}

export interface FetchOptions extends TaxiiSettings {
  /** Only what was added after this time, as the server counts it; RFC 3339. Null for all. */
  readonly addedAfter: string | null;
}

export interface Page {
  /** Objects of STIX as they came. */
  readonly objects: readonly unknown[];
  /** When the last of them was added, for the next time; null where the server does not say. */
  readonly addedLast: string | null;
}

/** What the server at `address` offers (`https://host/taxii2/`). */
export async function discover(address: TaxiiAddress, settings: TaxiiSettings): Promise<Result<Discovery, TaxiiFault>> {
  const answer = await getJson(address, address.url, settings);
  if (!answer.ok) return answer;
  const { title, description, default: first, api_roots: given } = answer.value.body;
  if (textIn(title) === "") return fault("protocol", "the answer is no discovery of TAXII: it has no title");
  const places = [first, ...(Array.isArray(given) ? given : [])].map(textIn).filter((place) => place !== "");
  const roots = new Map<string, TaxiiAddress>();
  const elsewhere = new Set<string>();
  for (const place of places.slice(0, limits.taxiiPagesMax)) {
    const url = onSameServer(address, place);
    if (url === null) elsewhere.add(place.slice(0, 200));
    else roots.set(url.href, { url: withSlash(url) });
  }
  return ok({
    title: textIn(title),
    description: textIn(description),
    roots: [...roots.values()],
    elsewhere: [...elsewhere],
  });
}

/** Collections of an API root. */
export async function collections(
  root: TaxiiAddress,
  settings: TaxiiSettings,
): Promise<Result<readonly Collection[], TaxiiFault>> {
  const answer = await getJson(root, new URL("collections/", root.url), settings);
  if (!answer.ok) return answer;
  const found = listIn(answer.value.body["collections"]).slice(0, limits.taxiiPagesMax);
  return ok(
    found.map((one) => ({
      id: textIn(one["id"]),
      title: textIn(one["title"]),
      description: textIn(one["description"]),
      canRead: one["can_read"] === true,
    })),
  );
}

/**
 * The objects of a collection, by its id or alias. A page is asked for when the one before was taken. Ends after the first fault; what came before
 * it stands.
 */
export async function* fetchCollection(
  root: TaxiiAddress,
  collection: string,
  options: FetchOptions,
): AsyncGenerator<Result<Page, TaxiiFault>> {
  const seen = new Set<string>();
  let objects = 0;
  let query = options.addedAfter === null ? {} : { added_after: options.addedAfter };
  for (let pages = 0; ; pages += 1) {
    const answer = await getJson(root, pageUrl(root, collection, query), options);
    if (!answer.ok) {
      yield answer;
      return;
    }
    const { body, headers } = answer.value;
    const given = body["objects"];
    if (given !== undefined && !Array.isArray(given)) {
      yield fault("protocol", "the answer is no envelope of TAXII: its objects are no list");
      return;
    }
    const page: Page = { objects: given ?? [], addedLast: textIn(headers["x-taxii-date-added-last"]) || null };
    objects += page.objects.length;
    yield ok(page);
    if (body["more"] !== true) return;
    const next = followingQuery(body, page, options);
    const key = JSON.stringify(next);
    if (next === null) yield fault("protocol", "the server says that there is more, and not how to ask for it");
    else if (seen.has(key)) yield fault("protocol", "the server gives the same page again and again");
    else if (objects >= limits.indicatorsMax || pages + 1 >= limits.taxiiPagesMax)
      yield fault("limit", `there are more than ${limits.indicatorsMax} objects or ${limits.taxiiPagesMax} pages`);
    else {
      seen.add(key);
      query = next;
      continue;
    }
    return;
  }
}

/** By the server's own word, else by when the last one was added. */
function followingQuery(
  body: Json,
  { addedLast }: Page,
  { addedAfter }: FetchOptions,
): Readonly<Record<string, string>> | null {
  const after = addedAfter === null ? {} : { added_after: addedAfter };
  const next = textIn(body["next"]);
  if (next !== "") return { ...after, next };
  return addedLast === null ? null : { added_after: addedLast };
}

function pageUrl({ url }: TaxiiAddress, collection: string, query: Readonly<Record<string, string>>): URL {
  const target = new URL(`collections/${segment(collection)}/objects/`, url);
  for (const [name, value] of Object.entries(query)) target.searchParams.set(name, value);
  return target;
}

/** One step of a path: dots alone would climb. */
function segment(text: string): string {
  return encodeURIComponent(text).replace(/^\.+$/, (dots) => "%2E".repeat(dots.length));
}

export interface FetchedBundle {
  /** A STIX bundle, as a file would hold it: the same objects give the same bytes. */
  readonly bytes: Uint8Array;
  readonly objects: number;
  readonly addedLast: string | null;
  /** Why it is not all; null when it is. */
  readonly fault: TaxiiFault | null;
}

/** All of a collection as one bundle. A fault before the first page is the error; a later one stands beside what came. */
export async function fetchBundle(
  root: TaxiiAddress,
  collection: string,
  options: FetchOptions,
): Promise<Result<FetchedBundle, TaxiiFault>> {
  const pieces: string[] = [];
  let characters = 0;
  let objects = 0;
  let addedLast: string | null = null;
  let broken: TaxiiFault | null = null;
  for await (const page of fetchCollection(root, collection, options)) {
    if (!page.ok) {
      if (addedLast === null && objects === 0) return page;
      broken = page.error;
      break;
    }
    const texts = page.value.objects.map((one) => JSON.stringify(one));
    characters += texts.reduce((sum, one) => sum + one.length, 0);
    if (characters > limits.intelFileBytesMax / 4) {
      broken = {
        code: "limit",
        message: "the collection is too large to be kept as one file; ask for what was added later",
      };
      break;
    }
    pieces.push(...texts);
    objects += texts.length;
    addedLast = page.value.addedLast ?? addedLast;
  }
  const text = pieces.join(",\n");
  const bytes = new TextEncoder().encode(`{"type":"bundle","id":"bundle--${uuidOf(text)}","objects":[\n${text}\n]}\n`);
  return ok({ bytes, objects, addedLast, fault: broken });
}

/** Version 8 (RFC 9562): from the content, so that it is the same for the same objects. */
function uuidOf(text: string): string {
  const hex = createHash("sha256").update(text).digest("hex");
  const parts = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `a${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ];
  return parts.join("-");
}

async function getJson(
  address: TaxiiAddress,
  url: URL,
  settings: TaxiiSettings,
): Promise<Result<{ readonly body: Json; readonly headers: TaxiiAnswer["headers"] }, TaxiiFault>> {
  const answer = await get(address, url, settings);
  if (!answer.ok) return answer;
  const parsed = parseJson(answer.value.text);
  if (!parsed.ok) return fault("protocol", `the answer ${parsed.error.why}`);
  if (!isJson(parsed.value)) return fault("protocol", "the answer is no map");
  return ok({ body: parsed.value, headers: answer.value.headers });
}

function withSlash(url: URL): URL {
  if (!url.pathname.endsWith("/")) url.pathname += "/";
  return url;
}
