/**
 * Processor time of the test's own thread, for tests that something ends in time: a clock on the wall counts what else the machine
 * does, and a test runner's own timeout cannot stop what does not wait.
 */
import assert from "node:assert/strict";

/** So far, in milliseconds. */
export function cpuMs(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

/** A test that does the work, and fails when it took longer. */
export function withinCpuMs(cpuMsMax: number, work: () => void): () => void {
  return () => {
    const started = cpuMs();
    work();
    const spent = cpuMs() - started;
    assert.ok(spent < cpuMsMax, `took ${Math.round(spent)} ms of the processor, more than ${cpuMsMax}`);
  };
}
