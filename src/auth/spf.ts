/**
 * May this address send for this domain? SPF (RFC 7208), by records that were written down, not looked up.
 *
 * Where the record, or an answer that decides, is not known the result is `unknown` and names the question: it is neither a pass
 * nor a failure. Today's records say nothing about a mail of years ago: whoever gives them says of when they are.
 * Total; at most ten terms that ask, ten names of each, and two empty answers (RFC 7208 4.6.4).
 */
import { type IpAddress, isInNetwork, parseIp } from "../mail/ip-address.ts";
import { type Answer, dnsName, type RecordType, type Resolver } from "./resolver.ts";
import { expandMacros, type MacroValues, reverseName } from "./spf-macros.ts";
import { type Directive, isMacroString, isSpf, type Prefixes, parseSpf, type SpfRecord } from "./spf-record.ts";

export type SpfResult = "none" | "neutral" | "pass" | "fail" | "softfail" | "temperror" | "permerror" | "unknown";

export interface SpfQuestion {
  readonly ip: IpAddress;
  /** Envelope sender, empty for `<>`. */
  readonly mailFrom: string;
  /** As the client said it. */
  readonly helo: string;
  /** Who asks, for explanations. */
  readonly receiver?: string;
  /** When, seconds since 1970, for explanations. */
  readonly seconds?: number;
}

export interface SpfAnswer {
  readonly result: SpfResult;
  /** The domain that was asked about, lower case. */
  readonly domain: string;
  readonly identity: "mailfrom" | "helo";
  /** Of a `fail`, what the domain has to say about it; else empty. */
  readonly explanation: string;
  /** Of `unknown` the question that nobody recorded, as `TXT example.org`; else empty. */
  readonly missing: string;
}

/** Terms that ask the DNS, the names each may lead to, and answers without a record (RFC 7208 4.6.4). */
const TERMS_MAX = 10;
const NAMES_MAX = 10;
const VOIDS_MAX = 2;

export function checkSpf(question: SpfQuestion, resolver: Resolver): SpfAnswer {
  const isHelo = question.mailFrom === "";
  const sender = isHelo ? `postmaster@${question.helo}` : question.mailFrom;
  const at = sender.lastIndexOf("@");
  const domain = dnsName(sender.slice(at + 1));
  const check = new SpfCheck(question, resolver, {
    localPart: at > 0 ? sender.slice(0, at) : "postmaster",
    senderDomain: sender.slice(at + 1),
  });
  const { result, explanation } = check.run(domain);
  return { result, domain, identity: isHelo ? "helo" : "mailfrom", explanation, missing: check.missing };
}

/** RFC 7208 4.3: several labels, none of them empty or too long. */
function isDomain(name: string): boolean {
  return isName(name) && name.includes(".") && !/[^\x21-\x7e]|^\[.*\]$/.test(name);
}

/** What can be asked at all: macros can make a name with spaces in it. */
function isName(name: string): boolean {
  return name.length <= 253 && name.split(".").every((label) => label !== "" && label.length <= 63);
}

/** Ends the evaluation wherever it is: an error, or an answer that is not known. */
class Stop {
  readonly result: "temperror" | "permerror" | "unknown";

  constructor(result: "temperror" | "permerror" | "unknown") {
    this.result = result;
  }
}

interface Outcome {
  readonly result: SpfResult;
  readonly explanation: string;
}

const NO_WORDS = "";

/** One evaluation, which counts what it asks. */
class SpfCheck {
  /** The question that was not known. */
  missing = "";
  readonly #question: SpfQuestion;
  readonly #resolver: Resolver;
  readonly #sender: Pick<MacroValues, "localPart" | "senderDomain">;
  #terms = 0;
  #voids = 0;

  constructor(question: SpfQuestion, resolver: Resolver, sender: Pick<MacroValues, "localPart" | "senderDomain">) {
    this.#question = question;
    this.#resolver = resolver;
    this.#sender = sender;
  }

  run(domain: string): Outcome {
    const outcome = this.#check(domain);
    return outcome instanceof Stop ? { result: outcome.result, explanation: NO_WORDS } : outcome;
  }

  /** check_host() of RFC 7208 4. Recursion ends at `TERMS_MAX`. */
  #check(domain: string): Outcome | Stop {
    if (!isDomain(domain)) return { result: "none", explanation: NO_WORDS };
    const record = this.#record(domain);
    if (record === null) return { result: "none", explanation: NO_WORDS };
    if (record instanceof Stop) return record;
    for (const { qualifier, mechanism } of record.directives) {
      const matches = this.#matches(mechanism, domain);
      if (matches instanceof Stop) return matches;
      if (matches)
        return { result: qualifier, explanation: qualifier === "fail" ? this.#explain(record, domain) : NO_WORDS };
    }
    if (record.redirect === "") return { result: "neutral", explanation: NO_WORDS };
    return this.#redirect(record.redirect, domain);
  }

  /** Null where the domain has none. */
  #record(domain: string): SpfRecord | Stop | null {
    const answer = this.#ask(domain, "TXT");
    if (answer instanceof Stop) return answer;
    const [text, second] = answer.filter(isSpf);
    if (text === undefined) return null;
    return (second === undefined ? parseSpf(text) : null) ?? new Stop("permerror");
  }

  #redirect(text: string, domain: string): Outcome | Stop {
    const target = this.#countTerm() ?? this.#expand(text, domain);
    if (target instanceof Stop) return target;
    const outcome = this.#check(target);
    return !(outcome instanceof Stop) && outcome.result === "none" ? new Stop("permerror") : outcome;
  }

  #matches(mechanism: Directive["mechanism"], domain: string): boolean | Stop {
    const { ip } = this.#question;
    if (mechanism.kind === "all") return true;
    if (mechanism.kind === "ip") {
      return isInNetwork(ip, { bytes: mechanism.network.bytes, prefixBits: mechanism.prefixBits });
    }
    const target = this.#countTerm() ?? this.#expand(mechanism.domain, domain);
    if (target instanceof Stop) return target;
    switch (mechanism.kind) {
      case "include":
        return this.#includes(target);
      case "exists": {
        const found = this.#askCounted(target, "A");
        return found instanceof Stop ? found : found.length > 0;
      }
      case "a":
        return this.#hasAddress(target, mechanism.prefixes);
      case "mx":
        return this.#hasExchange(target, mechanism.prefixes);
      case "ptr": {
        const names = this.#validatedNames(target);
        return names instanceof Stop ? names : names.length > 0;
      }
    }
  }

  /** RFC 7208 5.2: what the other domain's result means here. */
  #includes(target: string): boolean | Stop {
    const outcome = this.#check(target);
    if (outcome instanceof Stop) return outcome;
    return outcome.result === "none" ? new Stop("permerror") : outcome.result === "pass";
  }

  #hasAddress(name: string, prefixes: Prefixes, isCounted = true): boolean | Stop {
    const { ip } = this.#question;
    const type = ip.bytes.length === 4 ? "A" : "AAAA";
    const found = isCounted ? this.#askCounted(name, type) : this.#ask(name, type);
    if (found instanceof Stop) return found;
    const prefixBits = ip.bytes.length === 4 ? prefixes.ip4 : prefixes.ip6;
    return found.some((text) => {
      const address = parseIp(text);
      return address !== null && isInNetwork(ip, { bytes: address.bytes, prefixBits });
    });
  }

  #hasExchange(name: string, prefixes: Prefixes): boolean | Stop {
    const hosts = this.#askCounted(name, "MX");
    if (hosts instanceof Stop) return hosts;
    if (hosts.length > NAMES_MAX) return new Stop("permerror");
    for (const host of hosts) {
      const matches = this.#hasAddress(host, prefixes);
      if (matches !== false) return matches;
    }
    return false;
  }

  /** Names of the address that lead back to it (RFC 7208 5.5), at or below `target`; the first ten are looked at. */
  #validatedNames(target: string): readonly string[] | Stop {
    const answer = this.#resolver(reverseName(this.#question.ip), "PTR");
    if (answer.kind === "unknown") return this.#isUnknown(reverseName(this.#question.ip), "PTR");
    // An error means no match here, unlike elsewhere.
    const names = answer.kind === "records" ? answer.values : [];
    const own = names.slice(0, NAMES_MAX).map(dnsName);
    const validated: string[] = [];
    for (const name of own.filter((one) => one === dnsName(target) || one.endsWith(`.${dnsName(target)}`))) {
      const leadsBack = this.#hasAddress(name, { ip4: 32, ip6: 128 }, false);
      if (leadsBack instanceof Stop && leadsBack.result === "unknown") return leadsBack;
      if (leadsBack === true) validated.push(name);
    }
    return validated;
  }

  /** `%{p}`: of the validated names the domain itself, else one below it, else any (RFC 7208 7.3). */
  #nameForMacro(domain: string): string {
    const type: RecordType = this.#question.ip.bytes.length === 4 ? "A" : "AAAA";
    const answer = this.#resolver(reverseName(this.#question.ip), "PTR");
    const names = answer.kind === "records" ? answer.values.slice(0, NAMES_MAX).map(dnsName) : [];
    const validated = names.filter((name) => {
      const found = this.#resolver(name, type);
      return found.kind === "records" && found.values.some((text) => isSame(parseIp(text), this.#question.ip));
    });
    const below = validated.find((name) => name.endsWith(`.${domain}`));
    return validated.find((name) => name === domain) ?? below ?? validated[0] ?? "unknown";
  }

  /** Answers that hold nothing are counted, for terms. */
  #askCounted(name: string, type: RecordType): readonly string[] | Stop {
    const found = this.#ask(name, type);
    if (found instanceof Stop || found.length > 0) return found;
    this.#voids += 1;
    return this.#voids > VOIDS_MAX ? new Stop("permerror") : found;
  }

  #ask(name: string, type: RecordType): readonly string[] | Stop {
    const answer: Answer = isName(dnsName(name)) ? this.#resolver(name, type) : { kind: "none" };
    switch (answer.kind) {
      case "records":
        return answer.values;
      case "none":
        return [];
      case "failed":
        return new Stop("temperror");
      case "unknown":
        return this.#isUnknown(name, type);
    }
  }

  #isUnknown(name: string, type: RecordType): Stop {
    this.missing = `${type} ${dnsName(name)}`;
    return new Stop("unknown");
  }

  #countTerm(): Stop | null {
    this.#terms += 1;
    return this.#terms > TERMS_MAX ? new Stop("permerror") : null;
  }

  #expand(text: string, domain: string): string {
    if (text === "") return domain;
    let name = dnsName(expandMacros(text, this.#values(domain)));
    while (name.length > 253 && name.includes(".")) name = name.slice(name.indexOf(".") + 1);
    return name;
  }

  #values(domain: string): MacroValues {
    const { ip, helo, receiver = "unknown", seconds = 0 } = this.#question;
    return { ip, helo, receiver, seconds, domain, ...this.#sender, validatedName: () => this.#nameForMacro(domain) };
  }

  /** RFC 7208 6.2: a text in ASCII, one record; whatever is wrong with it, there is none. */
  #explain({ explanation }: SpfRecord, domain: string): string {
    if (explanation === "") return NO_WORDS;
    const name = this.#expand(explanation, domain);
    const answer = this.#resolver(name, "TXT");
    const [text, second] = answer.kind === "records" ? answer.values : [];
    if (text === undefined || second !== undefined || !isMacroString(text.replaceAll(" ", ""))) return NO_WORDS;
    return expandMacros(text, this.#values(domain));
  }
}

function isSame(one: IpAddress | null, other: IpAddress): boolean {
  return (
    one !== null && one.bytes.length === other.bytes.length && one.bytes.every((byte, at) => byte === other.bytes[at])
  );
}
