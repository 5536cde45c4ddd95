/**
 * Pictures whose long values are no sign of tracking by themselves: signed addresses of picture stores (threat-facts
 * LK-13), and portraits and logos that directories keep by a hash of an address (LK-14).
 *
 * One copy cannot tell a signature that all readers share from one made for this reader: the sentence says so, and
 * comparison of copies decides. Pure; one look-up by registrable domain, then one linear form. Source: K; the signed
 * forms as the stores document them.
 */
import { partsOf } from "./service-urls.ts";

export interface PictureUrl {
  readonly name: string;
  /** `signed`: the values sign the address for a while · `portrait`: of whoever the hash stands for, often the sender. */
  readonly kind: "signed" | "portrait";
  /** For the report. */
  readonly sentence: string;
}

interface PictureHost {
  readonly name: string;
  readonly kind: PictureUrl["kind"];
  readonly domain: string;
  /** Against path and query. */
  readonly form: RegExp;
}

/** Where nobody has that hash, directories fetch or name the picture that `d` gives: with an address of its own it is a detour. */
const PORTRAIT =
  /^\/avatar\/[0-9a-f]{32,64}(?:\.(?:jpg|png))?(?:\?(?:(?!d(?:efault)?=)[\w=.%-]{0,100}|d(?:efault)?=(?:404|mp|mm|identicon|monsterid|wavatar|retro|robohash|blank))(?:&(?:(?!d(?:efault)?=)[\w=.%-]{0,100}|d(?:efault)?=(?:404|mp|mm|identicon|monsterid|wavatar|retro|robohash|blank))){0,10})?$/;

const hosts: readonly PictureHost[] = [
  signed("Amazon S3", "amazonaws.com", /[?&](?:X-Amz-Signature=[0-9a-f]{64}|AWSAccessKeyId=\w{16,32}&)/i),
  signed("Amazon CloudFront", "cloudfront.net", /[?&]Key-Pair-Id=\w{8,32}(?:&|$)/),
  signed("Google Cloud Storage", "googleapis.com", /[?&](?:X-Goog-Signature|GoogleAccessId)=/i),
  signed("Azure Storage", "windows.net", /[?&]sig=[\w%+/=-]{20,120}(?:&|$)/),
  signed("imgix", "imgix.net", /[?&]s=[0-9a-f]{32}(?:&|$)/),
  signed("Cloudinary", "cloudinary.com", /\/s--[\w-]{8,32}--\//),
  signed("Substack pictures", "substackcdn.com", /^\/image\/fetch\/\$s_![\w-]{2,16}!,/),
  signed("Facebook pictures", "fbcdn.net", /[?&]oh=[\w-]{8,80}&(?:[\w=&-]{0,80}&)?oe=[0-9A-F]{6,10}/i),
  signed("Instagram pictures", "cdninstagram.com", /[?&]oh=[\w-]{8,80}&(?:[\w=&-]{0,80}&)?oe=[0-9A-F]{6,10}/i),
  signed("LinkedIn pictures", "licdn.com", /[?&]e=\d{8,12}&v=\w{1,10}&t=[\w-]{20,60}/),
  portrait("Gravatar", "gravatar.com"),
  portrait("Libravatar", "libravatar.org"),
];

function signed(name: string, domain: string, form: RegExp): PictureHost {
  return { name, kind: "signed", domain, form };
}

function portrait(name: string, domain: string): PictureHost {
  return { name, kind: "portrait", domain, form: PORTRAIT };
}

const byDomain: ReadonlyMap<string, PictureHost> = new Map(hosts.map((host) => [host.domain, host]));

/** Null for every other picture. */
export function readPictureUrl(url: string): PictureUrl | null {
  const parts = partsOf(url);
  if (parts === null) return null;
  const host = byDomain.get(parts.host.split(".").slice(-2).join("."));
  if (host?.form.test(parts.rest) !== true) return null;
  return { name: host.name, kind: host.kind, sentence: sentenceOf(host) };
}

function sentenceOf({ name, kind }: PictureHost): string {
  return kind === "signed"
    ? `${name}: a signed address; one copy cannot tell whether the signature was made for one reader`
    : `${name}: a portrait kept under a hash of somebody's address; the directory sees the request, not the sender`;
}
