/** The DNS of a test, as the SPF suite writes it: names → a list of records, `TIMEOUT` for a server that does not answer. */
import { type Answer, dnsName, FAILED, NO_RECORD, type RecordType, type Resolver } from "../../src/auth/resolver.ts";

export type ZoneRecord = string | Readonly<Record<string, unknown>>;
export type Zone = Readonly<Record<string, readonly ZoneRecord[]>>;

/** What is not in the zone is known not to exist. An `SPF` record stands for a TXT one where a name has no TXT. */
export function zoneResolver(zone: Zone): Resolver {
  const names = new Map(Object.entries(zone).map(([name, records]) => [dnsName(name), records]));
  const resolve = (name: string, type: RecordType, depth: number): Answer => {
    const records = names.get(dnsName(name)) ?? [];
    const alias = valuesOf(records, "CNAME")[0];
    if (alias !== undefined && depth < 8) return resolve(alias, type, depth + 1);
    const values = type === "TXT" ? textsOf(records) : valuesOf(records, type);
    if (values.length > 0) return { kind: "records", values };
    return records.some((record) => record === "TIMEOUT" || (typeof record !== "string" && record["TIMEOUT"] === true))
      ? FAILED
      : NO_RECORD;
  };
  return (name, type) => resolve(name, type, 0);
}

function textsOf(records: readonly ZoneRecord[]): readonly string[] {
  const hasText = records.some((record) => typeof record !== "string" && "TXT" in record);
  return valuesOf(records, hasText ? "TXT" : "SPF").filter((text) => text !== "NONE");
}

function valuesOf(records: readonly ZoneRecord[], type: string): readonly string[] {
  const values = records.flatMap((record) => (typeof record !== "string" && type in record ? [record[type]] : []));
  if (type !== "MX") return values.map((value) => (Array.isArray(value) ? value.join("") : String(value)));
  const hosts = values
    .filter((value) => Array.isArray(value))
    .map(([order, host]) => [Number(order), String(host)] as const);
  return hosts.sort(([one], [other]) => one - other).map(([, host]) => host);
}
