/** Links and addresses of the web. Fields and types as mdm.md, section 5, has them. */
import type { TypeTable } from "./type-table.ts";

export const linkTypes = {
  Link: {
    display_text: ["string", "Anchor text, when that text is not itself a URL."],
    display_url: ["URL", "Anchor text parsed as a URL, when it is one; for plain-text links the URL itself."],
    href_url: ["URL", "Target."],
    mismatched: [
      "bool",
      "True where display_url and href_url have different registrable domains (both present and valid); null when there is nothing to compare.",
    ],
    parser: ["string", "'hyperlink' for HTML anchors, 'plain' for URLs found in text."],
    visible: ["bool", "Whether a reader would see it."],
  },
  URL: {
    domain: ["Domain", "Host as a domain object; null when the host is an IP address."],
    fragment: ["string", "Text after #."],
    ip: ["IP", "Host as an IP object, when it is one."],
    password: ["string", "Password in the authority."],
    path: ["string", "From the first / up to ? or #; null when there is none."],
    port: ["int", "Explicit port, else the default of the scheme."],
    query_params: ["string", "Raw text after ? up to #, without the ?."],
    query_params_decoded: ["map<[string]>", "Map from decoded key to list of decoded values, in order."],
    rewrite: ["RewriteDetails", "How a click-protection or redirect wrapper was undone."],
    scheme: ["string", "Lower-case scheme, e.g. https, mailto, tel, file."],
    url: ["string", "Whole URL (after unwrapping)."],
    username: ["string", "User name in the authority."],
  },
  RewriteDetails: {
    encoders: ["[string]", "Names of the wrappers undone, outermost first."],
    original: ["string", "URL before unwrapping."],
  },
} as const satisfies TypeTable;
