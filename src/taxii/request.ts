/**
 * One GET of a TAXII 2.1 server (OASIS TAXII 2.1, section 3), bounded from outside: its answer's bytes, its time, and where it may lead. A redirect
 * is followed only within the same server. Sends nothing that says who asks beside what the user gave; accepts no compression, so no answer
 * grows after it came.
 */
import { type IncomingHttpHeaders, type IncomingMessage, request as requestPlain } from "node:http";
import { request as requestEncrypted } from "node:https";
import { limits } from "../base/limits.ts";
import { err, ok, type Result } from "../base/result.ts";
import { onSameServer, type TaxiiAddress } from "./address.ts";

/** How the user is known to the server; asked for at the terminal, never part of an address. */
export type TaxiiSecret =
  | { readonly kind: "none" }
  | { readonly kind: "basic"; readonly user: string; readonly password: string }
  | { readonly kind: "bearer"; readonly token: string }
  /** A header of the service's own (`X-Api-Key`). */
  | { readonly kind: "key"; readonly header: string; readonly value: string };

export interface TaxiiSettings {
  readonly secret: TaxiiSecret;
  /** Certificates in PEM that are trusted besides the machine's own; null for none. */
  readonly caPem: string | null;
  /** Default `limits.taxiiRequestMsMax`; tests use less. */
  readonly requestMsMax?: number;
}

/** `code` is what a caller acts on; `message` a sentence for the user without a full stop, which never repeats a secret. */
export interface TaxiiFault {
  readonly code: "refused" | "secret" | "missing" | "elsewhere" | "limit" | "protocol" | "unreachable";
  readonly message: string;
}

export interface TaxiiAnswer {
  /** UTF-8. */
  readonly text: string;
  readonly headers: IncomingHttpHeaders;
}

export const MEDIA_TYPE = "application/taxii+json;version=2.1";
const REDIRECTS_MAX = 3;

export async function get(
  address: TaxiiAddress,
  url: URL,
  settings: TaxiiSettings,
): Promise<Result<TaxiiAnswer, TaxiiFault>> {
  let target = url;
  for (let redirects = 0; ; redirects += 1) {
    const answered = await once(target, settings);
    if (!answered.ok) return answered;
    const { status, headers, text } = answered.value;
    if (status < 300 || status >= 400) return judged(status, headers, text);
    const place = headers.location ?? "";
    const next = onSameServer(address, URL.canParse(place, target) ? new URL(place, target).href : "");
    if (next === null)
      return fault(
        "elsewhere",
        `the server sends on to ${hostOf(place, target)}, which you did not name; name it yourself if you mean it`,
      );
    if (redirects >= REDIRECTS_MAX)
      return fault("protocol", "the server sends from one address to the next without end");
    target = next;
  }
}

interface Answer extends TaxiiAnswer {
  readonly status: number;
}

function judged(status: number, headers: IncomingHttpHeaders, text: string): Result<TaxiiAnswer, TaxiiFault> {
  if (status === 401)
    return fault("secret", "the server wants to know who asks, or does not know the name or key that was given");
  if (status === 403) return fault("secret", "the server does not let this user read that");
  if (status === 404) return fault("missing", "the server has nothing at that address");
  if (status === 406) return fault("protocol", "the server speaks no TAXII 2.1");
  if (status === 429) return fault("refused", "the server wants fewer requests; try again later");
  if (status !== 200 && status !== 206) return fault("refused", `the server answers with the status ${status}`);
  const type = headers["content-type"] ?? "";
  if (!/^application\/taxii\+json\s*(?:;|$)/i.test(type) || /version=(?!2\.1)/.test(type)) {
    return fault(
      "protocol",
      `the server answers with ${type === "" ? "no type" : printable(type)}, not with ${MEDIA_TYPE}`,
    );
  }
  return ok({ headers, text });
}

/** What a stranger's header says, for a sentence. */
function printable(text: string): string {
  return text.replace(/[^ -~]/g, "?").slice(0, 80);
}

function hostOf(place: string, base: URL): string {
  return URL.canParse(place, base) ? printable(new URL(place, base).host) : "an address that is none";
}

function once(url: URL, settings: TaxiiSettings): Promise<Result<Answer, TaxiiFault>> {
  const milliseconds = settings.requestMsMax ?? limits.taxiiRequestMsMax;
  return new Promise((resolve) => {
    const send = url.protocol === "https:" ? requestEncrypted : requestPlain;
    const signal = AbortSignal.timeout(milliseconds);
    const ca = settings.caPem === null ? {} : { ca: settings.caPem };
    const headers = { accept: MEDIA_TYPE, "accept-encoding": "identity", ...secretHeader(settings.secret) };
    const options = {
      method: "GET",
      headers,
      signal,
      agent: false,
      maxHeaderSize: limits.taxiiHeaderBytesMax,
      ...ca,
    } as const;
    const request = send(url, options, (response) => {
      void read(response).then(resolve, (cause: Error) => resolve(faultOf(cause)));
    });
    request.on("error", (cause) => resolve(faultOf(cause)));
    request.end();
  });
}

async function read(response: IncomingMessage): Promise<Result<Answer, TaxiiFault>> {
  const encoding = response.headers["content-encoding"] ?? "identity";
  if (encoding !== "identity") {
    response.destroy();
    return fault("protocol", "the server compresses its answer unasked");
  }
  const pieces: Buffer[] = [];
  let bytes = 0;
  for await (const piece of response as AsyncIterable<Buffer>) {
    bytes += piece.length;
    if (bytes > limits.taxiiResponseBytesMax) {
      response.destroy();
      return fault("limit", `an answer has more than ${limits.taxiiResponseBytesMax / 1024 / 1024} MiB`);
    }
    pieces.push(piece);
  }
  return ok({
    status: response.statusCode ?? 0,
    headers: response.headers,
    text: Buffer.concat(pieces).toString("utf8"),
  });
}

function secretHeader(secret: TaxiiSecret): Readonly<Record<string, string>> {
  switch (secret.kind) {
    case "none":
      return {};
    case "basic":
      return { authorization: `Basic ${Buffer.from(`${secret.user}:${secret.password}`).toString("base64")}` };
    case "bearer":
      return { authorization: `Bearer ${secret.token}` };
    case "key":
      return { [secret.header]: secret.value };
  }
}

/** Of the runtime's errors only the code is told: their words may hold more. */
function faultOf(cause: Error): Result<never, TaxiiFault> {
  const code = (cause as NodeJS.ErrnoException).code ?? cause.name;
  if (cause.name === "AbortError" || cause.name === "TimeoutError")
    return fault("limit", "the server did not answer in time");
  if (/^(?:CERT|ERR_TLS|DEPTH|SELF_SIGNED|UNABLE_TO)/.test(code))
    return fault("unreachable", `the server's certificate is not trusted (${printable(code)})`);
  return fault("unreachable", `the server cannot be reached (${printable(code)})`);
}

export function fault(code: TaxiiFault["code"], message: string): { readonly ok: false; readonly error: TaxiiFault } {
  return err({ code, message });
}
