/** The index of indicators gives what looking at each of them gives, in their order. */
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { Indicator, IntelFile } from "../../src/case/indicator.ts";
import { hostOfUrl, IndicatorIndex } from "../../src/intel/indicator-index.ts";

const HOSTS = ["news.example", "img.news.example", "ews.example", "other.test", "example"];
const ADDRESSES = ["a@news.example", "b@other.test"];

const anyIndicator: fc.Arbitrary<Indicator> = fc
  .oneof(
    fc.record({ type: fc.constant("domain-name" as const), value: fc.constantFrom(...HOSTS) }),
    fc.record({
      type: fc.constant("url" as const),
      value: fc.constantFrom(...HOSTS.map((host) => `https://${host}/p`)),
    }),
    fc.record({ type: fc.constant("email-addr" as const), value: fc.constantFrom(...ADDRESSES) }),
    fc.record({ type: fc.constant("file-name" as const), value: fc.constant("x.doc") }),
  )
  .map((one) => ({ ...one, id: "", name: "", place: "", from: null, until: null, groups: [] }));

const anyFiles = fc.array(fc.array(anyIndicator, { maxLength: 12 }), { maxLength: 4 }).map((lists) =>
  lists.map((indicators, nth): IntelFile => {
    const numbered = indicators.map((one, at) => ({ ...one, id: `${nth} ${at}` }));
    const head = { path: `/${nth}`, sha256: "", format: "text", title: `file ${nth}`, tlp: "" } as const;
    return { ...head, indicators: numbered, unusable: [], unusableCount: 0 };
  }),
);

function found(files: readonly IntelFile[], names: (indicator: Indicator) => boolean): readonly string[] {
  return files.flatMap(({ title, indicators }) => [...indicators].filter(names).map(({ id }) => `${title}: ${id}`));
}

const told = (sourced: ReturnType<IndicatorIndex["ofHost"]>): readonly string[] =>
  sourced.map(({ indicator, source }) => `${source}: ${indicator.id}`);

test("as if each indicator were looked at", () => {
  fc.assert(
    fc.property(anyFiles, (files) => {
      const index = new IndicatorIndex(files);
      assert.equal(index.size, found(files, () => true).length);
      for (const host of HOSTS) {
        const isAbove = ({ type, value }: Indicator): boolean =>
          type === "domain-name" && (host === value || host.endsWith(`.${value}`));
        const isOn = ({ type, value }: Indicator): boolean => type === "url" && hostOfUrl(value) === host;
        const wanted = found(files, (one) => isAbove(one) || isOn(one));
        assert.deepEqual(told(index.ofHost(host)).toSorted(), wanted.toSorted());
      }
      for (const address of ADDRESSES) {
        const wanted = found(files, ({ type, value }) => type === "email-addr" && value === address);
        assert.deepEqual(told(index.ofAddress(address)), wanted);
      }
      const written = new Set(
        files
          .flatMap(({ indicators }) => [...indicators].filter(({ type }) => type === "email-addr"))
          .map(({ value }) => value),
      );
      assert.deepEqual([...index.addresses.values()].toSorted(), [...written].toSorted());
    }),
    { numRuns: Number(process.env["FUZZ_RUNS"] ?? 200) },
  );
});
