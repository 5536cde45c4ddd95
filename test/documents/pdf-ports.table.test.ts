import assert from "node:assert/strict";
import { test } from "node:test";
import { HandingPort } from "../../src/documents/pdf-ports.ts";
import { readPdfDocument } from "../../src/documents/read-pdf.ts";
import { writePdf } from "../support/pdf-writer.ts";

test("messages come to the other end in order, in a later turn, and to nobody who went", async () => {
  const [here, there] = HandingPort.pair();
  const heard: unknown[] = [];
  const listener = ({ data }: { readonly data: unknown }) => heard.push(data);
  there.addEventListener("message", listener);
  const first = { chunk: { items: [0] } };
  here.postMessage(first);
  here.postMessage({ chunk: { items: [1] } });
  assert.deepEqual(heard, []);
  await Promise.resolve();
  assert.deepEqual(heard, [first, { chunk: { items: [1] } }]);
  there.removeEventListener("message", listener);
  here.postMessage(first);
  await Promise.resolve();
  assert.equal(heard.length, 2);
});

test("a piece of a stream is what it was when it was sent", async () => {
  const [here, there] = HandingPort.pair();
  const heard: unknown[] = [];
  there.addEventListener("message", ({ data }) => heard.push(data));
  const chunk = { items: ["text"] };
  here.postMessage({ chunk });
  chunk.items = [];
  await Promise.resolve();
  assert.deepEqual(heard, [{ chunk: { items: ["text"] } }]);
});

test("the library reads over it, and copies nothing", async () => {
  const own = globalThis.structuredClone;
  let copies = 0;
  globalThis.structuredClone = (value, options) => {
    copies += 1;
    return own(value, options);
  };
  try {
    const read = await readPdfDocument(writePdf([{ texts: [{ text: "Harbour office", x: 72, y: 700, size: 10 }] }]));
    assert.ok(read.ok);
    assert.match(read.value.text, /Harbour office/);
    assert.equal(copies, 0);
  } finally {
    globalThis.structuredClone = own;
  }
});
