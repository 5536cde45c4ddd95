/** Keys that the sets of other verifiers bring along, as one resolver; names that none of them has are not known. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { dnsName, type Resolver, UNKNOWN } from "../../src/auth/resolver.ts";

/** `folder`: the unpacked set `auth`. */
export function recordedKeys(folder: string): Resolver {
  const texts = new Map<string, string>();
  for (const kind of ["dkim", "arc"]) {
    for (const { records } of casesOf(folder, kind)) for (const [name, text] of records) texts.set(name, text);
  }
  for (const file of ["mailauth/examples/dns-cache.json", "mailauth/dkim/ec/fixtures/dns.json"]) {
    const names = JSON.parse(readFileSync(join(folder, file), "utf8")) as Readonly<
      Record<string, { readonly TXT?: readonly (readonly string[])[] }>
    >;
    for (const [name, { TXT }] of Object.entries(names)) {
      if (TXT?.[0] !== undefined) texts.set(dnsName(name), TXT[0].join(""));
    }
  }
  return (name, type) => {
    const text = type === "TXT" ? texts.get(dnsName(name)) : undefined;
    return text === undefined ? UNKNOWN : { kind: "records", values: [text] };
  };
}

/** Files of records, a blank line, and a message. */
export function casesOf(
  folder: string,
  kind: string,
): readonly {
  readonly name: string;
  readonly records: readonly (readonly [string, string])[];
  readonly message: Buffer;
}[] {
  const at = join(folder, "stalwart-mail-auth", kind);
  return readdirSync(at)
    .sort()
    .map((name) => {
      const text = readFileSync(join(at, name), "latin1");
      const blank = text.indexOf("\n\n");
      const records = text
        .slice(0, blank)
        .split("\n")
        .map((line) => [dnsName(line.slice(0, line.indexOf(" "))), line.slice(line.indexOf(" ") + 1)] as const);
      return { name, records, message: Buffer.from(text.slice(blank + 2), "latin1") };
    });
}
