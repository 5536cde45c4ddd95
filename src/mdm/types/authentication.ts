/** What servers wrote about SPF, DKIM and DMARC. Fields and types as mdm.md, section 5, has them. */
import type { TypeTable } from "./type-table.ts";

export const authenticationTypes = {
  AuthSummary: {
    dmarc: ["DMARCSummary", "DMARC summary."],
    spf: ["SPFSummary", "SPF summary."],
  },
  DMARCSummary: {
    details: ["DMARC", "The parsed DMARC clause behind the summary."],
    error: ["bool", "The check ended in an error."],
    pass: ["bool", "DMARC passed; null when no DMARC result exists anywhere."],
    received_hop: [
      "int",
      "Index of the hop the result came from (the one that the reader's own server wrote, else the lowest that has one).",
    ],
  },
  SPFSummary: {
    details: ["SPF", "The parsed SPF clause behind the summary."],
    error: ["bool", "The check ended in an error."],
    pass: ["bool", "SPF passed; null when no SPF result exists anywhere."],
    received_hop: ["int", "Index of the hop the result came from."],
  },
  AuthResults: {
    compauth: ["CompAuth", "Microsoft composite authentication."],
    dkim: ["string", "Result word: none, pass, fail, policy, neutral, temperror or permerror."],
    dkim_details: ["[Signature]", "One entry per DKIM clause."],
    dmarc: ["string", "Result word: none, pass, fail or bestguesspass."],
    dmarc_details: ["DMARC", "DMARC clause in detail."],
    instance: ["string", "ARC instance number as text."],
    server: ["Domain", "Authserv-id as a domain."],
    spf: ["string", "Result word: none, pass, fail, softfail, policy, neutral, temperror or permerror."],
    spf_details: ["SPF", "SPF clause in detail."],
    type: ["string", "Kind of header it came from, e.g. 'standard' or 'arc'."],
  },
  CompAuth: {
    reason: ["string", "Reason code."],
    verdict: ["string", "Result word: pass, softpass, fail or none."],
  },
  DMARC: {
    action: ["string", "Action taken by the receiving filter."],
    disposition: ["string", "Policy applied by the receiver (dis=)."],
    from: ["Domain", "Domain of header.from."],
    policy: ["string", "Published policy (p=)."],
    sub_policy: ["string", "Published subdomain policy (sp=)."],
    verdict: ["string", "Result word."],
    version: ["string", "DMARC version."],
  },
  SPF: {
    client_ip: ["IP", "Connecting address."],
    description: ["string", "Free text in parentheses."],
    designator: ["string", "Domain or address whose SPF record was used (smtp.mailfrom / 'domain of X')."],
    helo: ["Domain", "HELO name."],
    server: ["Domain", "Server that made the check."],
    verdict: ["string", "SPF result word."],
  },
  Signature: {
    algorithm: ["string", "a=, the algorithm."],
    body_hash: ["string", "bh=, the hash of the body."],
    domain: ["string", "d=, the signing domain, in lower case."],
    headers: ["string", "h=, the signed fields, with colons between."],
    instance: ["string", "i=, for ARC alone."],
    selector: ["string", "s=, the selector."],
    signature: ["string", "b=, the signature itself."],
    type: ["string", "'dkim', 'arc-message' ..."],
    version: ["string", "v=, the version."],
  },
} as const satisfies TypeTable;
