/**
 * Mail that warns its reader of state attackers in the name of a large provider (threat-facts LK-15). A real one is key
 * evidence, and fakes exist: who really sent it is for authentication to say.
 *
 * Asks for the provider in the name or address of From, so that news about such warnings are none. Pure; a few bounded
 * expressions over subject and preview. Source of senders: K, as the providers tell their users.
 */
import type { ClaimsRecord, ContentRecord } from "../case/record.ts";

export interface ThreatNotice {
  readonly provider: string;
  /** From is at a domain that this provider writes such warnings from. */
  readonly atProvider: boolean;
}

interface Provider {
  readonly name: string;
  /** In a display name or a domain, lower case. */
  readonly claimed: RegExp;
  /** Domains that warnings come from, with what stands below them. */
  readonly domains: readonly string[];
}

const providers: readonly Provider[] = [
  { name: "Apple", claimed: /(?<![a-z])(?:apple|icloud)/, domains: ["apple.com"] },
  { name: "Google", claimed: /(?<![a-z])(?:google|gmail)/, domains: ["accounts.google.com"] },
  { name: "Microsoft", claimed: /(?<![a-z])(?:microsoft|outlook|office ?365)/, domains: ["microsoft.com"] },
  { name: "Meta", claimed: /(?<![a-z])(?:facebook|meta(?![a-z])|whatsapp|instagram)/, domains: ["facebookmail.com"] },
  { name: "Yahoo", claimed: /(?<![a-z])yahoo/, domains: ["yahoo-inc.com", "yahoo.com"] },
];

const ATTACKERS =
  /(?:state|government|nation)[- ](?:sponsored|backed|state)|mercenary spyware|nation[- ]state|staatlich\w* (?:unterstützt\w*|gesteuert\w*)|soutenus? par (?:un état|un gouvernement|des états)|patrocinad\w* por (?:un |el |o )?(?:estado|gobierno|governo)|правительств\w* хакер|государств/i;
const TO_READER =
  /(?<!\p{L})(?:your?|votre|vos|vous|ihre?|ihrem|sie|dein\w?|tu|su|sus|seu|sua|ваш\p{L}*|вас)(?!\p{L})/iu;

export interface Noticed {
  readonly subject: string;
  readonly claims: Pick<ClaimsRecord, "from">;
  readonly content: Pick<ContentRecord, "preview">;
}

/** Null for everything else. */
export function threatNotice({ subject, claims, content }: Noticed): ThreatNotice | null {
  const [from] = claims.from;
  if (from === undefined) return null;
  const host = from.address.slice(from.address.lastIndexOf("@") + 1);
  const shown = `${from.name.slice(0, 200).toLowerCase()}\n${host}`;
  const provider = providers.find(({ claimed }) => claimed.test(shown));
  if (provider === undefined) return null;
  const text = `${subject.slice(0, 500)}\n${content.preview}`;
  if (!ATTACKERS.test(text) || !TO_READER.test(text)) return null;
  const atProvider = provider.domains.some((domain) => host === domain || host.endsWith(`.${domain}`));
  return { provider: provider.name, atProvider };
}
