/**
 * A small mail server for tests, on loopback: honest unless a test changes one of its answers. Plain text, one thread, mail
 * in memory. It remembers every line it was sent.
 */
import { createServer, type Socket } from "node:net";
import { LOOPBACK_VARIABLE } from "./no-network.ts";

export interface ServedMessage {
  readonly uid: number;
  readonly flags?: string;
  readonly text: string | Buffer;
  /** What RFC822.SIZE says instead of the truth. */
  readonly size?: number;
}

export interface ServedFolder {
  /** As written on the wire. */
  readonly name: string;
  uidValidity: number;
  messages: readonly ServedMessage[];
}

export interface Command {
  readonly tag: string;
  /** `UID FETCH` is one. */
  readonly verb: string;
  readonly rest: string;
  readonly socket: Socket;
  /** How often the verb was sent to this server, from 1. */
  readonly nth: number;
  say(text: string | Buffer): void;
}

/** True when the command is answered; else the honest server answers it. */
export type Twist = (command: Command) => boolean;

export interface ImapServer {
  readonly port: number;
  /** `imap+plaintext://mp@127.0.0.1:port/` */
  readonly url: string;
  /** Verbs, or whole lines, as they came. */
  readonly lines: string[];
  verbs(): string[];
  close(): Promise<void>;
}

export async function serveImap(folders: readonly ServedFolder[], twist: Twist = () => false): Promise<ImapServer> {
  const lines: string[] = [];
  const counts = new Map<string, number>();
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.setNoDelay(true);
    socket.on("error", () => {}).on("close", () => sockets.delete(socket));
    const state: { open: ServedFolder | null } = { open: null };
    const say = (text: string | Buffer) => {
      if (socket.writable) socket.write(typeof text === "string" ? Buffer.from(`${text}\r\n`, "latin1") : text);
    };
    say("* OK ready");
    let pending = "";
    socket.on("data", (chunk) => {
      pending += chunk.toString("latin1");
      for (let end = pending.indexOf("\r\n"); end >= 0; end = pending.indexOf("\r\n")) {
        const line = pending.slice(0, end);
        pending = pending.slice(end + 2);
        lines.push(line);
        const [, tag = "", verb = "", rest = ""] = /^(\S+) ((?:UID )?\S+) ?(.*)$/.exec(line) ?? [];
        const nth = (counts.get(verb) ?? 0) + 1;
        counts.set(verb, nth);
        const command = { tag, verb, rest, socket, nth, say };
        if (!twist(command)) answer(command, folders, state);
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  permitLoopback(port);
  return {
    port,
    url: `imap+plaintext://mp@127.0.0.1:${port}/`,
    lines,
    verbs: () => lines.map((line) => /^\S+ ((?:UID )?\S+)/.exec(line)?.[1] ?? line),
    close: () => {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

/** For this process, its workers and what it starts, until it ends. */
export function permitLoopback(port: number): void {
  const ports = process.env[LOOPBACK_VARIABLE];
  process.env[LOOPBACK_VARIABLE] = ports === undefined ? `${port}` : `${ports},${port}`;
}

function answer(
  { tag, verb, rest, say, socket }: Command,
  folders: readonly ServedFolder[],
  state: { open: ServedFolder | null },
) {
  switch (verb) {
    case "CAPABILITY":
      say("* CAPABILITY IMAP4rev1");
      break;
    case "LIST":
      if (rest.endsWith('"*"')) for (const { name } of folders) say(`* LIST () "/" "${name}"`);
      else say('* LIST (\\Noselect) "/" ""');
      break;
    case "EXAMINE": {
      state.open = folders.find(({ name }) => name === rest.replaceAll('"', "")) ?? null;
      if (state.open === null) return say(`${tag} NO no such folder`);
      say(`* ${state.open.messages.length} EXISTS`);
      say(`* OK [UIDVALIDITY ${state.open.uidValidity}] valid`);
      return say(`${tag} OK [READ-ONLY] open`);
    }
    case "UID FETCH":
      for (const [at, message] of (state.open?.messages ?? []).entries()) {
        if (isInSet(message.uid, rest.split(" ")[0] ?? "")) say(row(at + 1, message, rest));
      }
      break;
    case "LOGOUT":
      say("* BYE bye");
      say(`${tag} OK bye`);
      socket.end();
      return;
    default:
  }
  say(`${tag} OK done`);
}

function isInSet(uid: number, set: string): boolean {
  return set.split(",").some((range) => {
    const [first = "", last = first] = range.split(":");
    return uid >= Number(first) && (last === "*" || uid <= Number(last));
  });
}

/** A row of a FETCH: with the body when it was asked for, or the piece of it. */
export function row(at: number, { uid, flags = "", text, size }: ServedMessage, items: string): Buffer {
  const bytes = Buffer.isBuffer(text) ? text : Buffer.from(text, "latin1");
  const head = `* ${at} FETCH (UID ${uid} FLAGS (${flags})`;
  if (!items.includes("BODY.PEEK[]")) return Buffer.from(`${head} RFC822.SIZE ${size ?? bytes.length})\r\n`);
  const piece = /<(\d+)\.(\d+)>/.exec(items);
  const from = Number(piece?.[1] ?? 0);
  const body = piece === null ? bytes : bytes.subarray(from, from + Number(piece[2]));
  const name = piece === null ? "BODY[]" : `BODY[]<${from}>`;
  return Buffer.concat([Buffer.from(`${head} ${name} {${body.length}}\r\n`), body, Buffer.from(")\r\n")]);
}
