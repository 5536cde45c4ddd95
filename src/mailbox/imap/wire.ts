/**
 * The socket to a mail server, and the guard on it: the one place of the program that dials, and only where the user
 * named the server.
 *
 * Guarantees: TLS 1.2 or newer with the certificate checked, unless the user asked for no encryption by its name; and no
 * command leaves that could change a mailbox, whatever the library above does. A command outside the list below, a FETCH
 * that would mark mail as read, or a second command hidden in one line throws before a byte of it is sent.
 *
 * Commands: RFC 3501 6, RFC 2971 (ID), RFC 2342 (NAMESPACE). `SELECT` is not among them: `EXAMINE` is the same, read-only.
 */
import net from "node:net";
import tls from "node:tls";
import type { ImapTransport, ImapTransportOptions, ImapTransportSocket } from "imapflow";

const COMMANDS: ReadonlySet<string> = new Set([
  ...["CAPABILITY", "STARTTLS", "LOGIN", "AUTHENTICATE", "ID", "NAMESPACE", "NOOP", "LOGOUT"],
  ...["LIST", "XLIST", "EXAMINE", "UID FETCH"],
]);
/** Items that set `\Seen`: bodies without PEEK, and the old names of them. */
const MARKS_AS_READ = /\b(?:BODY|BINARY)\[|\bRFC822(?!\.SIZE\b)/i;
const COMMAND = /^[0-9A-Za-z]+ ((?:UID )?[A-Z]+)(?: [^\r\n]*)?\r\n$/s;
const LITERAL_FOLLOWS = /\{\d+\+?\}\r\n$/;
/** The answers of a login: base64, `*` to give up, or nothing. */
const CONTINUATION = /^[A-Za-z0-9+/=]*\r\n$|^\*\r\n$/;

/** Sees every write. State: whether a literal or a login's answers are due. */
export class CommandGuard {
  #literalDue = false;
  #inLogin = false;

  /** Throws when `chunk` may not be sent. The message names the command, never its arguments. */
  check(chunk: Uint8Array): void {
    const text = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength).toString("latin1");
    const isData = this.#literalDue || (this.#inLogin && CONTINUATION.test(text));
    this.#literalDue = LITERAL_FOLLOWS.test(text);
    if (isData) return;
    const command = COMMAND.exec(text)?.[1];
    if (command === undefined || !COMMANDS.has(command)) throw new ForbiddenCommand(command ?? "a line that is none");
    if (command === "UID FETCH" && MARKS_AS_READ.test(text)) throw new ForbiddenCommand("a FETCH without PEEK");
    this.#inLogin = command === "AUTHENTICATE";
  }
}

/** A fault of ours or of the library: the mail is not to be touched. */
export class ForbiddenCommand extends Error {
  constructor(command: string) {
    super(`refused to send ${command} to a mail server: mailboxes are only read`);
  }
}

/** `caPem`: certificates that are trusted besides the machine's own. */
export function createTransport(caPem: string | null): ImapTransport {
  const tlsOptions: tls.ConnectionOptions = { minVersion: "TLSv1.2", rejectUnauthorized: true };
  if (caPem !== null) tlsOptions.ca = [...tls.getCACertificates("default"), caPem];
  const overTls = (place: ImapTransportOptions, socket: net.Socket | null, onSecure: () => void) => {
    const { host, port, servername } = place;
    const target = { host, port, ...(servername === undefined ? {} : { servername }), ...(socket && { socket }) };
    return guarded(tls.connect({ ...target, ...tlsOptions }, onSecure));
  };
  return {
    connect: ({ secure, ...place }, onConnect) =>
      secure
        ? overTls(place, null, onConnect)
        : guarded(net.connect({ host: place.host, port: place.port }, onConnect)),
    upgrade: (socket, place, onSecure) => overTls(place, plainSocket(socket), onSecure),
  };
}

function plainSocket(socket: ImapTransportSocket): net.Socket {
  if (socket instanceof net.Socket) return socket;
  throw new TypeError("TLS starts on a socket of ours only");
}

function guarded<S extends net.Socket>(socket: S): S {
  socket.setNoDelay(true);
  const guard = new CommandGuard();
  const write = socket.write.bind(socket);
  socket.write = ((chunk: Uint8Array) => {
    guard.check(chunk);
    return write(chunk);
  }) as S["write"];
  return socket;
}
