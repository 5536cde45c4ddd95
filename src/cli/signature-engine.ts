/**
 * YARA signatures that the user gives, by the library yara-x (docs/decisions/0021-signatures-by-yara-x.md). Its WebAssembly comes from the package on
 * disk; nothing is loaded from anywhere else.
 *
 * A file with a mistake is left out and told, the others are used. How long a signature takes is bounded by the size of what it is looked for in,
 * and from outside by the time of one message: the library cannot watch a clock here.
 */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Compiler, initSync, Scanner } from "@virustotal/yara-x";
import { limits } from "../base/limits.ts";
import type { SignatureMatch, Signatures } from "../mdm/knowledge.ts";

export interface SignatureFile {
  /** For people. */
  readonly path: string;
  readonly text: string;
}

export interface CompiledSignatures {
  /** Null where no file was right. */
  readonly signatures: Signatures | null;
  /** What the library says of each file that was left out. */
  readonly broken: readonly { readonly path: string; readonly message: string }[];
}

let isReady = false;

/** Cost: half a second for sixty kilobytes of rules. Names of one file are not known in another. */
export function compileSignatures(files: readonly SignatureFile[]): CompiledSignatures {
  load();
  const broken: { path: string; message: string }[] = [];
  const sound = files.filter((file) => {
    const message = mistakeIn(file);
    if (message !== null) broken.push({ path: file.path, message });
    return message === null;
  });
  return { signatures: sound.length === 0 ? null : engineOf(sound), broken };
}

function load(): void {
  if (isReady) return;
  initSync({ module: readFileSync(wasmPath()) });
  isReady = true;
}

function wasmPath(): string {
  return fileURLToPath(new URL("yara_x_js_bg.wasm", import.meta.resolve("@virustotal/yara-x")));
}

/** A compiler that was told something wrong builds nothing, so each file is tried alone. */
function mistakeIn({ text }: SignatureFile): string | null {
  const compiler = new Compiler();
  try {
    compiler.addSource(text);
    return null;
  } catch (cause) {
    return cause instanceof Error ? cause.message : String(cause);
  } finally {
    compiler.free();
  }
}

function engineOf(files: readonly SignatureFile[]): Signatures {
  const compiler = new Compiler();
  for (const [index, { text }] of files.entries()) {
    compiler.newNamespace(`file${index}`);
    compiler.addSource(text);
  }
  const scanner = new Scanner(compiler.build());
  scanner.setMaxMatchesPerPattern(limits.signatureMatchesMax);
  return { matches: (bytes) => (bytes.length > limits.signatureBytesMax ? null : matchesIn(scanner, bytes)) };
}

/** Null where the library gave up. */
function matchesIn(scanner: Scanner, bytes: Uint8Array): readonly SignatureMatch[] | null {
  const result: unknown = scanner.scan(bytes);
  const { valid, matches } = (result ?? {}) as { valid?: unknown; matches?: unknown };
  if (valid !== true || !Array.isArray(matches)) return null;
  return matches.flatMap((match: { identifier?: unknown; isPrivate?: unknown; metadata?: unknown }) => {
    const { identifier, isPrivate, metadata } = match;
    return typeof identifier === "string" && isPrivate !== true ? [{ name: identifier, meta: metaOf(metadata) }] : [];
  });
}

function metaOf(metadata: unknown): ReadonlyMap<string, string> {
  if (!Array.isArray(metadata)) return new Map();
  return new Map(
    metadata.map(({ identifier, value }: { identifier?: unknown; value?: unknown }) => [
      String(identifier),
      String(value),
    ]),
  );
}
