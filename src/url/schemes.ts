/**
 * What a URL scheme makes a client do. Data, so that a new scheme is one line (threat-facts RL-31).
 *
 * A scheme that is not listed is `other`: an application of the reader's machine decides what it does.
 */

/**
 * `remote`: a server named in the URL is contacted · `unc`: a Windows file share is (SMB or WebDAV) · `local`: stays on
 * the reader's machine · `inline`: the content is in the URL or in the message · `other`: odd, decided by an application.
 */
export type UrlKind = "remote" | "unc" | "local" | "inline" | "other";

const schemesByKind: Readonly<Record<Exclude<UrlKind, "other">, string>> = {
  remote: "http https ftp ftps sftp ws wss rtsp rtmp mms mmsh gopher feed",
  unc: "smb cifs",
  // `mailbox:` and Apple's schemes are what clients themselves leave in quoted mail: they name the quoting client's own store.
  local: "chrome resource res mailbox applewebdata x-apple-data-detectors webkit-fake-url x-msg moz-extension",
  inline: "data cid mid about javascript vbscript livescript mocha blob filesystem clsid",
};

const kinds: ReadonlyMap<string, UrlKind> = new Map(
  (["remote", "unc", "local", "inline"] as const).flatMap((kind) =>
    schemesByKind[kind].split(" ").map((scheme) => [scheme, kind] as const),
  ),
);

/** Kind of a lower-case scheme; `file` depends on its host and is decided by `classifyReference`. */
export function kindOfScheme(scheme: string): UrlKind {
  return kinds.get(scheme) ?? "other";
}

/** Schemes that open a person's own writing or calling program and contact no server by themselves. */
const personSchemes: ReadonlySet<string> = new Set(
  "mailto tel sms smsto mms-to callto fax facetime facetime-audio geo xmpp whatsapp tg viber skype".split(" "),
);

export function isPersonScheme(scheme: string): boolean {
  return personSchemes.has(scheme);
}

const systemSchemes: ReadonlySet<string> = new Set(
  "ldap ldaps dav davs webdav nfs afp search search-ms mhtml jnlp jnlps rdp vnc telnet ssh tftp mk its".split(" "),
);

/** Schemes that the operating system itself answers by contacting a server: dangerous even in an ordinary link (RL-31). */
export function isSystemScheme(scheme: string): boolean {
  return systemSchemes.has(scheme) || scheme.startsWith("ms-");
}
