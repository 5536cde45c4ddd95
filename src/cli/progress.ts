/** The progress line: messages, MB/s, time left. On a terminal only; nothing of it in a pipe. */
import type { ScanProgress } from "../pipeline/scan.ts";
import { note } from "./output.ts";

/** Redrawn at most this often. */
const REDRAW_MS = 200;
/** A time left is told only after this long, when the speed has settled. */
const SETTLED_MS = 2_000;

export interface ProgressLine {
  update(progress: ScanProgress): void;
  say(text: string): void;
  end(): void;
}

export function createProgressLine(isTerminal: boolean, nowMs: () => number): ProgressLine {
  if (!isTerminal) return { update: () => {}, say: () => {}, end: () => {} };
  const started = nowMs();
  let drawn = Number.NEGATIVE_INFINITY;
  const draw = (text: string) => note(`\r\u001b[2K${text}`);
  return {
    update(progress) {
      const now = nowMs();
      if (now - drawn < REDRAW_MS) return;
      drawn = now;
      draw(progressText(progress, now - started));
    },
    say(text) {
      const now = nowMs();
      if (now - drawn < REDRAW_MS) return;
      drawn = now;
      draw(`  ${text}`);
    },
    end: () => draw(""),
  };
}

/** `  12,345 messages  85 MB/s  63 %  about 2 min left` */
export function progressText(progress: ScanProgress, elapsedMs: number): string {
  const { messages, bytes, diskBytes, diskBytesAll } = progress;
  const speed = elapsedMs > 0 ? bytes / 1e6 / (elapsedMs / 1000) : 0;
  const share = diskBytesAll > 0 ? diskBytes / diskBytesAll : 0;
  const parts = [`${messages.toLocaleString("en")} messages`, `${speed.toFixed(speed < 10 ? 1 : 0)} MB/s`];
  if (share > 0) parts.push(`${Math.floor(share * 100)} %`);
  if (share > 0.01 && elapsedMs > SETTLED_MS) parts.push(`${timeLeft((elapsedMs * (1 - share)) / share)} left`);
  return `  ${parts.join("  ")}`;
}

function timeLeft(ms: number): string {
  const seconds = Math.ceil(ms / 1000);
  if (seconds < 90) return `about ${seconds} s`;
  const minutes = Math.ceil(seconds / 60);
  return minutes < 90 ? `about ${minutes} min` : `about ${Math.ceil(minutes / 60)} h`;
}
