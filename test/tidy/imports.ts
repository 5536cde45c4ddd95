/** The import table of style 3, and the check that holds it. */
export const allowed: Readonly<Record<string, readonly string[]>> = {
  base: [],
  url: ["base"],
  case: ["base", "url"],
  mail: ["base"],
  html: ["base", "case", "url"],
  parts: ["base", "mail"],
  auth: ["base", "case", "mail", "url"],
  signals: ["base", "case", "mail", "html", "url", "auth"],
  mql: ["base"],
  mdm: ["base", "case", "mail", "html", "parts", "url", "auth", "signals", "mql", "ports"],
  rules: ["base", "mql"],
  cluster: ["base", "case", "url"],
  people: ["base", "case", "url"],
  logs: ["base", "case"],
  exposure: ["base", "case", "url"],
  documents: ["base", "case", "mail", "html", "parts"],
  statements: ["base", "case"],
  intel: ["base", "case", "url", "documents"],
  ledger: ["base", "case", "documents", "statements", "intel"],
  verdict: ["base", "case", "cluster", "mql", "mdm", "rules"],
  assessment: ["base", "case"],
  advice: ["base", "case"],
  ports: ["base", "case"],
  report: ["base", "case", "ports", "assessment", "advice"],
  demo: ["base"],
  pipeline: [
    ...[
      "base",
      "case",
      "mail",
      "html",
      "parts",
      "url",
      "auth",
      "signals",
      "mql",
      "mdm",
      "rules",
      "cluster",
      "people",
      "logs",
      "exposure",
      "intel",
      "ledger",
      "assessment",
      "advice",
      "verdict",
      "report",
      "ports",
    ],
  ],
  store: ["base", "case", "ports"],
  queue: ["base", "case", "ports"],
  mailbox: ["base", "case", "mail", "ports"],
  ocr: ["base", "ports"],
  taxii: ["base", "intel"],
  cli: ["*"],
};

/** Folders that may not touch file, socket, process or thread: node modules they may import. */
export const pure: Readonly<Record<string, readonly string[]>> = {
  base: [],
  case: ["node:crypto"],
  url: ["node:url"],
  mail: ["node:buffer", "node:crypto"],
  html: [],
  parts: ["node:buffer", "node:crypto", "node:zlib"],
  auth: ["node:crypto"],
  signals: ["node:crypto", "node:buffer", "node:url", "node:zlib"],
  mql: [],
  mdm: ["node:buffer", "node:crypto", "node:url", "node:zlib"],
  rules: [],
  cluster: ["node:crypto", "node:zlib"],
  people: ["node:crypto"],
  logs: ["node:crypto"],
  exposure: ["node:crypto"],
  documents: ["node:crypto"],
  statements: ["node:crypto"],
  intel: ["node:crypto"],
  ledger: ["node:crypto"],
  assessment: [],
  advice: [],
  verdict: [],
  ports: [],
  report: ["node:crypto"],
  demo: ["node:crypto", "node:zlib", "node:buffer"],
  pipeline: ["node:crypto"],
};

/** The folders that may open a socket, each to a server that the user named; and what would open one. */
const DIALS = ["src/mailbox/imap/", "src/taxii/"] as const;
const DIALERS = DIALS.join(" and ");
const SOCKETS =
  /^(?:imapflow(?:\/.*)?|undici|node:(?:net|tls|dns|dns\/promises|dgram|http|http2|https|inspector|quic))$/;
const DIALING_GLOBAL = /(?<![.\w#])(?:fetch|WebSocket|EventSource)\(/;

const IMPORT = /^\s*(?:import|export)\b[^;]*?from\s+"([^"]+)"|^\s*import\s+"([^"]+)"|\bimport\(\s*"([^"]+)"/gm;

/** What one file imports that it may not, as sentences. `path` is relative to the project, POSIX. */
export function violations(path: string, source: string): readonly string[] {
  const module = path.split("/")[1] ?? "";
  const found: string[] = [];
  const mayDial = DIALS.some((folder) => path.startsWith(folder));
  if (!mayDial && DIALING_GLOBAL.test(source)) found.push(`${path}: only ${DIALERS} may open a socket`);
  for (const match of source.matchAll(IMPORT)) {
    const target = match[1] ?? match[2] ?? match[3] ?? "";
    if (target.startsWith(".")) {
      const resolved = new URL(target, `file:///${path}`).pathname.slice(1);
      const other = resolved.split("/")[1] ?? "";
      const may = allowed[module] ?? [];
      if (!resolved.startsWith("src/")) found.push(`${path}: imports ${target}, outside src`);
      else if (other !== module && !may.includes("*") && !may.includes(other)) {
        found.push(`${path}: ${module} may not import ${other}`);
      }
    } else if (!mayDial && SOCKETS.test(target)) {
      found.push(`${path}: only ${DIALERS} may open a socket, so ${target} may not be imported`);
    } else if (target.startsWith("node:") && pure[module] !== undefined && !pure[module].includes(target)) {
      found.push(`${path}: ${module} is pure and may not import ${target}`);
    }
  }
  return found;
}
