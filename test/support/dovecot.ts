/**
 * A real mail server for tests: Dovecot 2.3 from the system's packages, as one process tree of the test in a temporary
 * folder, on free ports of loopback, with a certificate of its own and Maildirs. It logs every command it is sent.
 */
import { execFileSync, spawn, spawnSync } from "node:child_process";
import { chmodSync, chownSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { userInfo } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { permitLoopback } from "./imap-server.ts";
import { temporaryFolder } from "./temporary-folder.ts";

export const DOVECOT_PASSWORD = "canary-password";

export interface Dovecot {
  /** TLS from the first byte. */
  readonly imapsPort: number;
  /** Plain text, with STARTTLS, which it demands. */
  readonly imapPort: number;
  readonly certificate: string;
  readonly mail: string;
  /** What clients sent after their login, in order of sessions, without tags. */
  commands(): string[];
  forgetCommands(): void;
  /** Makes files belong to the server. */
  own(): void;
  stop(): Promise<void>;
}

/** Why the tests that need it are left out; null when they can run. */
export function dovecotMissing(): string | null {
  const version = spawnSync("dovecot", ["--version"], { encoding: "utf8" }).stdout ?? "";
  if (version === "") return "Dovecot is not installed (Debian: apt-get install dovecot-imapd)";
  if (!version.startsWith("2.3.")) return `Dovecot ${version.trim()} is here; this test writes the settings of 2.3`;
  return spawnSync("openssl", ["version"]).status === 0 ? null : "openssl is not installed";
}

export async function startDovecot(): Promise<Dovecot> {
  const home = temporaryFolder();
  const [mail, log, raw] = ["mail", "log", "raw"].map((name) => join(home, name)) as [string, string, string];
  for (const path of [mail, raw, join(home, "run")]) mkdirSync(path);
  const certificate = join(home, "cert.pem");
  makeCertificate(home, certificate);
  const [imapsPort, imapPort] = [await freePort(), await freePort()];
  // A server that root starts must give its mail to another user.
  const isRoot = userInfo().uid === 0;
  const user = isRoot ? "nobody" : userInfo().username;
  const group = execFileSync("id", ["-gn", user], { encoding: "utf8" }).trim();
  const ids = isRoot ? idsOf("nobody") : { uid: userInfo().uid, gid: userInfo().gid };
  chmodSync(home, 0o755);
  const own = () => {
    if (isRoot) for (const path of [mail, raw]) chownAll(path, ids);
  };
  writeFileSync(join(home, "dovecot.conf"), settings({ home, user, group, ids, imapsPort, imapPort }));
  own();
  const child = spawn("dovecot", ["-F", "-c", join(home, "dovecot.conf")], { stdio: "ignore" });
  const ended = new Promise<void>((resolve) => child.on("exit", () => resolve()));
  await started(log, child);
  for (const port of [imapsPort, imapPort]) permitLoopback(port);
  const logs = () =>
    readdirSync(raw)
      .filter((name) => name.endsWith(".in"))
      .sort();
  return {
    ...{ imapsPort, imapPort, certificate, mail, own },
    commands: () =>
      logs().flatMap((name) =>
        readFileSync(join(raw, name), "latin1")
          .split("\n")
          .flatMap((line) => /^[\d.]+ \S+ (.*?)\r?$/.exec(line)?.[1] ?? []),
      ),
    forgetCommands: () => {
      for (const name of readdirSync(raw)) rmSync(join(raw, name));
    },
    stop: async () => {
      child.kill("SIGTERM");
      await ended;
      rmSync(home, { recursive: true, force: true });
    },
  };
}

function makeCertificate(home: string, certificate: string): void {
  const names = "subjectAltName=DNS:localhost,IP:127.0.0.1";
  const key = ["-newkey", "rsa:2048", "-nodes", "-keyout", join(home, "key.pem")];
  execFileSync(
    "openssl",
    ["req", "-x509", ...key, "-out", certificate, "-days", "3650", "-subj", "/CN=localhost", "-addext", names],
    { stdio: "ignore" },
  );
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === "object" && address !== null ? address.port : 0;
}

function idsOf(user: string): { readonly uid: number; readonly gid: number } {
  const id = (flag: string) => Number(execFileSync("id", [flag, user], { encoding: "utf8" }));
  return { uid: id("-u"), gid: id("-g") };
}

function chownAll(path: string, { uid, gid }: { readonly uid: number; readonly gid: number }): void {
  chownSync(path, uid, gid);
  for (const name of readdirSync(path, { recursive: true, encoding: "utf8" })) chownSync(join(path, name), uid, gid);
}

/** The server says in its log that it is up; it is given ten seconds. */
async function started(log: string, child: ReturnType<typeof spawn>): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    if (existsSync(log) && readFileSync(log, "utf8").includes("starting up")) return;
    if (child.exitCode !== null) break;
    await sleep(50);
  }
  throw new Error(`Dovecot did not start: ${existsSync(log) ? readFileSync(log, "utf8") : "no log"}`);
}

interface Settings {
  readonly home: string;
  readonly user: string;
  readonly group: string;
  readonly ids: { readonly uid: number; readonly gid: number };
  readonly imapsPort: number;
  readonly imapPort: number;
}

function settings({ home, user, group, ids, imapsPort, imapPort }: Settings): string {
  return `
protocols = imap
listen = 127.0.0.1
base_dir = ${home}/run
state_dir = ${home}/run
log_path = ${home}/log
ssl = required
ssl_cert = <${home}/cert.pem
ssl_key = <${home}/key.pem
default_internal_user = ${user}
default_internal_group = ${group}
default_login_user = ${user}
first_valid_uid = 1
mail_location = maildir:${home}/mail/%u
passdb {
  driver = static
  args = password=${DOVECOT_PASSWORD}
}
userdb {
  driver = static
  args = uid=${ids.uid} gid=${ids.gid} home=${home}/mail/%u
}
service anvil {
  chroot =
}
service stats {
  chroot =
}
service imap-login {
  chroot =
  inet_listener imap {
    port = ${imapPort}
  }
  inet_listener imaps {
    port = ${imapsPort}
    ssl = yes
  }
}
protocol imap {
  rawlog_dir = ${home}/raw
}
`;
}
