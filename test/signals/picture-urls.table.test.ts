import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { readPictureUrl } from "../../src/signals/picture-urls.ts";

const hex64 = "0123456789abcdef".repeat(4);

describe("pictures whose long values need not track", () => {
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [name: string | null, url: string])[] = [
    ["Amazon S3",            `https://reedhollow-post.s3.amazonaws.com/a.png?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Signature=${hex64}`],
    ["Amazon CloudFront",    "https://d111111abcdef8.cloudfront.net/a.png?Expires=1&Signature=abc~&Key-Pair-Id=K0EXAMPLE00000"],
    ["Google Cloud Storage", "https://storage.googleapis.com/reedhollow/a.png?X-Goog-Signature=0a1b"],
    ["Azure Storage",        "https://reedhollow.blob.core.windows.net/a/b.png?sv=2026-01-01&sig=AbCdEfGhIjKlMnOpQrStUv%3D"],
    ["imgix",                "https://reedhollow.imgix.net/a.png?w=600&s=0123456789abcdef0123456789abcdef"],
    ["Cloudinary",           "https://res.cloudinary.com/reedhollow/image/upload/s--AbCdEf17--/a.png"],
    ["LinkedIn pictures",    "https://media.licdn.com/dms/image/a/b/0?e=1717171717&v=beta&t=AbCdEfGhIjKlMnOpQrStUv"],
    ["Gravatar",             "https://secure.gravatar.com/avatar/0123456789abcdef0123456789abcdef?s=80"],
    ["Gravatar",             "https://www.gravatar.com/avatar/0123456789abcdef0123456789abcdef.jpg?s=80&d=identicon&r=g"],
    // The picture for strangers is the sender's own: the directory is a detour.
    [null,                   "https://www.gravatar.com/avatar/0123456789abcdef0123456789abcdef?s=80&d=https%3A%2F%2Fpx.example%2Fo%2F17"],
    [null,                   "https://www.gravatar.com/avatar/0123456789abcdef0123456789abcdef?default=//px.example/o/17"],
    // Not signed, or not there: whoever owns a name that only ends alike gets nothing by it.
    [null,                   "https://reedhollow.imgix.net/a.png?w=600"],
    [null,                   "https://imgix.net.example/a.png?s=0123456789abcdef0123456789abcdef"],
    [null,                   "https://notimgix.net/a.png?s=0123456789abcdef0123456789abcdef"],
    [null,                   "https://px.example.org/avatar/0123456789abcdef0123456789abcdef"],
    [null,                   "mailto:a@gravatar.com"],
  ];
  for (const [name, url] of cases) test(url.slice(0, 60), () => assert.equal(readPictureUrl(url)?.name ?? null, name));

  test("the sentence says what one copy cannot tell", () => {
    assert.match(
      readPictureUrl("https://reedhollow.imgix.net/a?s=0123456789abcdef0123456789abcdef")?.sentence ?? "",
      /one copy cannot tell/,
    );
  });
});
