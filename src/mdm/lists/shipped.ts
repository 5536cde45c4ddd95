/** The lists that come with Letterlock. What is not among them, and not given by the user, is undetermined, never empty. */
import type { List, Undetermined } from "../../mql/value.ts";
import { freeMailDomains } from "../../url/free-mail-domains.ts";
import { bulkMailerUrlDomains } from "./bulk-mailer-url-domains.ts";
import { disposableEmailProviders } from "./disposable-email-providers.ts";
import { fileExtensionsArchives } from "./file-extensions-archives.ts";
import { fileExtensionsExecutables } from "./file-extensions-executables.ts";
import { fileExtensionsMacros } from "./file-extensions-macros.ts";
import { fileTypesImages } from "./file-types-images.ts";
import { freeFileHosts } from "./free-file-hosts.ts";
import { freeSubdomainHosts } from "./free-subdomain-hosts.ts";
import { highTrustSenderDomains } from "./high-trust-sender-domains.ts";
import { listOf, noList } from "./list.ts";
import { replyToServiceDomains } from "./reply-to-service-domains.ts";
import { selfServiceCreationPlatforms } from "./self-service-creation-platforms.ts";
import { socialLandingHosts } from "./social-landing-hosts.ts";
import { suspiciousSubjects } from "./suspicious-subjects.ts";
import { suspiciousTlds } from "./suspicious-tlds.ts";
import { urlShorteners } from "./url-shorteners.ts";

/** By the name that rules use. */
const texts: Readonly<Record<string, string>> = {
  bulk_mailer_url_root_domains: bulkMailerUrlDomains,
  disposable_email_providers: disposableEmailProviders,
  file_extensions_common_archives: fileExtensionsArchives,
  file_extensions_executables: fileExtensionsExecutables,
  file_extensions_macros: fileExtensionsMacros,
  file_types_images: fileTypesImages,
  free_email_providers: freeMailDomains,
  free_file_hosts: freeFileHosts,
  free_subdomain_hosts: freeSubdomainHosts,
  high_trust_sender_root_domains: highTrustSenderDomains,
  replyto_service_domains: replyToServiceDomains,
  self_service_creation_platform_domains: selfServiceCreationPlatforms,
  social_landing_hosts: socialLandingHosts,
  suspicious_subjects: suspiciousSubjects,
  suspicious_tlds: suspiciousTlds,
  url_shorteners: urlShorteners,
};

export const shippedNames: readonly string[] = Object.keys(texts);

const made = new Map<string, List>();

/** One list, made when it is first asked for. */
export function shippedList(name: string): List | Undetermined {
  const known = made.get(name);
  if (known !== undefined) return known;
  if (!Object.hasOwn(texts, name)) return noList(name);
  const list = listOf(entriesOf(texts[name] ?? "", name === "suspicious_subjects"));
  made.set(name, list);
  return list;
}

/** One a line, or with spaces between. */
function entriesOf(text: string, isByLine: boolean): readonly string[] {
  return text
    .split(isByLine ? "\n" : /\s+/)
    .map((entry) => entry.trim())
    .filter((entry) => entry !== "");
}
