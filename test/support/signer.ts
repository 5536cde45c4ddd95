/**
 * Signs messages of tests with DKIM: a second, plain way to the canonical forms (whole texts, one rule after the other as
 * RFC 6376 3.4 states them), so that a test compares two ways and not one with itself.
 */
import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign } from "node:crypto";

export interface Signer {
  readonly kind: "rsa" | "ed25519";
  readonly privateKey: KeyObject;
  /** The value of `p=`. */
  readonly published: string;
}

/** The same key for the same seed. */
export function ed25519Signer(seed: number): Signer {
  const der = Buffer.concat([Buffer.from("302e020100300506032b657004220420", "hex"), Buffer.alloc(32, seed)]);
  const privateKey = createPrivateKey({ key: der, format: "der", type: "pkcs8" });
  const spki = createPublicKey(privateKey).export({ format: "der", type: "spki" });
  return { kind: "ed25519", privateKey, published: spki.subarray(-32).toString("base64") };
}

/** Another key each time; nothing that a test says depends on which. */
export function rsaSigner(bits: number, form: "spki" | "pkcs1" = "spki"): Signer {
  const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: bits });
  return { kind: "rsa", privateKey, published: publicKey.export({ format: "der", type: form }).toString("base64") };
}

export function keyRecord({ kind, published }: Signer, tags = ""): string {
  return `v=DKIM1; k=${kind}; ${tags}p=${published}`;
}

export interface SignOptions {
  readonly header?: "simple" | "relaxed";
  readonly body?: "simple" | "relaxed";
  readonly hash?: "sha256" | "sha1";
  readonly names?: readonly string[];
  /** Tags put before the rest, each with its semicolon. */
  readonly tags?: string;
  readonly lengthMax?: number;
  readonly domain?: string;
}

/** `head`: fields without line ends (folds allowed inside); `body`: with CR LF. Gives the signature field, folded. */
export function signature(signer: Signer, head: readonly string[], body: string, options: SignOptions = {}): string {
  const { header = "relaxed", body: bodyForm = "relaxed", hash = "sha256", names = ["from", "subject"] } = options;
  const text = bodyText(body, bodyForm).slice(0, options.lengthMax);
  const bh = createHash(hash).update(text, "latin1").digest("base64");
  const length = options.lengthMax === undefined ? "" : ` l=${options.lengthMax};`;
  const unsigned =
    `DKIM-Signature: v=1; ${options.tags ?? ""}a=${signer.kind}-${hash}; c=${header}/${bodyForm};\r\n` +
    `\td=${options.domain ?? "example.org"}; s=k1;${length} h=${names.join(":")};\r\n\tbh=${bh};\r\n\tb=`;
  const left = [...head];
  const signed = names.flatMap((name) => {
    const at = left.findLastIndex((field) => field.toLowerCase().startsWith(`${name}:`));
    return at < 0 ? [] : left.splice(at, 1);
  });
  const data = [...signed.map((field) => `${fieldText(field, header)}\r\n`), fieldText(unsigned, header)].join("");
  const bytes = Buffer.from(data, "latin1");
  const value =
    signer.kind === "rsa"
      ? sign(hash, bytes, signer.privateKey)
      : sign(null, createHash(hash).update(bytes).digest(), signer.privateKey);
  return unsigned + value.toString("base64").replace(/.{60}/g, "$&\r\n\t");
}

function fieldText(field: string, form: "simple" | "relaxed"): string {
  if (form === "simple") return field;
  const [name = "", ...rest] = field.split(":");
  return `${name.trimEnd().toLowerCase()}:${rest
    .join(":")
    .replaceAll("\r\n", "")
    .replace(/[ \t]+/g, " ")
    .trim()}`;
}

function bodyText(body: string, form: "simple" | "relaxed"): string {
  const text = form === "simple" ? body : body.replace(/[ \t]+(?=\r\n|$)/g, "").replace(/[ \t]+/g, " ");
  const trimmed = text.replace(/(?:\r\n)+$/, "");
  return trimmed === "" && form === "relaxed" ? "" : `${trimmed}\r\n`;
}
