/**
 * Words and forms of paths that pages take that ask for passwords, cards or parcels' fees, and files that broken-into sites
 * serve. Our own selection; facts, no verdict: real sites have login pages.
 */
import { clashShare } from "./word-likeness.ts";

/** Parts of a path or query between marks, lower case. */
const words: ReadonlySet<string> = new Set(
  (
    "login log-in logon signin sign-in sign_in signon sso auth authenticate authentication oauth webmail owa verify verification " +
    "validate validation confirm confirmation secure security account accounts myaccount update unlock suspended restore recover " +
    "recovery password passwd reset credential credentials identity webscr wallet connect billing payment pay invoice office365 " +
    "outlook sharepoint onedrive docusign adobe mailbox anmelden anmeldung konto kundenservice sicherheit verifizierung " +
    "connexion compte verifier securite espace-client acceso cuenta verificar seguridad acesso conta atualizar seguranca inloggen " +
    "bevestigen accedi conto verifica aggiornamento tracking track delivery parcel paket colis pacote redelivery customs"
  ).split(" "),
);

/** How many of these words stand in path and query, each once, at most four. */
export function lurePathWords(path: string): readonly string[] {
  const found = new Set<string>();
  for (const [word] of path
    .slice(0, 500)
    .toLowerCase()
    .matchAll(/[a-z0-9]+(?:[-_][a-z]+)?/g)) {
    if (words.has(word)) found.add(word);
    else for (const part of word.split(/[-_]/)) if (words.has(part)) found.add(part);
    if (found.size >= 4) break;
  }
  return [...found];
}

/** Folders of programs that sites run on, from which no page is served: somebody broke in (pictures and documents apart). */
export function isInsideProgram(path: string): boolean {
  const plain = path.replace(/[?#].*$/s, "");
  if (/\.(?:png|jpe?g|gif|webp|svg|css|js|pdf|docx?|xlsx?|pptx?|mp[34]|ics)$/i.test(plain)) return false;
  return /\/(?:wp-content|wp-includes|wp-admin\/(?:css|js|images|includes)|\.well-known|cgi-bin|sites\/default\/files|vendor|node_modules)\//i.test(
    plain,
  );
}

const OPAQUE_CHARS_MIN = 20;
/** As `opaqueValue` has it, for values of that length. */
const CLASH_SHARE_MIN = 0.25;

/**
 * The path is one long value and nothing that reads like a word, as the links of kits are, each their own: what it opens cannot
 * be told from it. Click counters of services look alike and are told by their host.
 */
export function isOpaquePath(path: string): boolean {
  const [, segment = "", rest = ""] = /^\/([^/?#]*)(?:[/?#](.*))?$/s.exec(path.slice(0, 2_000)) ?? [];
  return segment.length >= OPAQUE_CHARS_MIN && rest.length < OPAQUE_CHARS_MIN && clashShare(segment) >= CLASH_SHARE_MIN;
}
