/** The lists that rules may name, and the capability that is missing where a list is (mql.md, section 11). */
import type { Type } from "../../mql/types.ts";
import { typeOf } from "../types/type-table.ts";

export type ListSource = "list.static" | "list.ranked" | "list.org" | "list.history" | "list.feed";

const names: Readonly<Record<ListSource, string>> = {
  "list.static":
    "high_trust_sender_root_domains free_email_providers free_file_hosts file_types_images free_subdomain_hosts file_extensions_common_archives " +
    "url_shorteners file_extensions_macros suspicious_tlds self_service_creation_platform_domains social_landing_hosts suspicious_subjects " +
    "file_extensions_executables bulk_mailer_url_root_domains disposable_email_providers replyto_service_domains",
  "list.ranked": "tranco_1m tranco_10k tranco_50k umbrella_1m alexa_1m",
  "list.org": "org_domains org_vips org_display_names org_slds tenant_domains",
  "list.history": "recipient_emails recipient_domains sender_emails sender_domains",
  "list.feed": "abuse_ch_urlhaus_domains_trusted_reporters abuse_ch_malwarebazaar_sha256_trusted_reporters",
};

/** By name without the dollar sign. */
export const listSources: ReadonlyMap<string, ListSource> = new Map(
  (Object.keys(names) as ListSource[]).flatMap((source) =>
    names[source].split(" ").map((name) => [name, source] as const),
  ),
);

export const listTypes: ReadonlyMap<string, Type> = new Map(
  [...listSources.keys()].map((name) => [name, typeOf(name === "org_vips" ? "Vip" : "string")]),
);
