/** Advice for a case: for the organisation, its IT, and each person that a message of interest reached. From the index. */
import { type ChosenAdvice, chooseAdvice } from "../advice/choose.ts";
import type { Audience, FindingCode, Self, Situation } from "../advice/situation.ts";
import type { Sha256 } from "../base/brand.ts";
import type { AttackerWarning } from "../case/answer.ts";
import type { Campaign, Person } from "../case/judgement.ts";
import type { CaseStore, StoredMessage } from "../ports/store.ts";

/** Messages of one person, and of all people together, that are looked at for what they do. */
const MESSAGES_OF_ONE_MAX = 200;
const MESSAGES_MAX = 2_000;
/** Mail of one owner that is looked at for how the own side tracks, and owners. */
const OWN_MAIL_MAX = 200;
const OWNERS_MAX = 20;

export interface AdviceFor {
  readonly audience: Audience;
  readonly situation: Situation;
  readonly chosen: ChosenAdvice;
}

export interface PersonAdvice extends AdviceFor {
  readonly person: Person;
}

export interface CaseAdvice {
  readonly organisation: AdviceFor;
  readonly it: AdviceFor;
  /** Those that a message of interest reached, in the order of `people`. */
  readonly people: readonly PersonAdvice[];
}

/** What the user says: an upper-case country code or null, and who they are. */
export interface Asked {
  readonly country: string | null;
  readonly self: ReadonlySet<Self>;
}

export const NOT_ASKED: Asked = { country: null, self: new Set() };

export async function adviceOf(store: CaseStore, asked: Asked): Promise<CaseAdvice> {
  const [people, campaigns, { listed }] = [
    await store.people(),
    await store.campaigns(),
    await store.attackerWarnings(),
  ];
  const reached = people.filter(({ messages }) => messages.length > 0);
  const kinds = new MessageKinds(store);
  const advised: PersonAdvice[] = [];
  const everybody = new Set<FindingCode>();
  for (const person of reached) {
    const findings = await personFindings(person, kinds, listed);
    for (const code of findings) everybody.add(code);
    advised.push({ person, ...advice("person", findings, asked) });
  }
  if (campaigns.some(isToSeveral)) everybody.add("TGT.GROUP");
  if (await tracksItself(store)) everybody.add("POS.OWNTRACKING");
  if (reached.length === 0 && !everybody.has("TGT.NOTIFIED")) everybody.add("NONE");
  return {
    organisation: advice("organisation", everybody, asked),
    it: advice("it", everybody, asked),
    people: advised,
  };
}

function advice(audience: Audience, findings: ReadonlySet<FindingCode>, { country, self }: Asked): AdviceFor {
  const situation: Situation = { findings, audience, country, self };
  return { audience, situation, chosen: chooseAdvice(situation) };
}

function isToSeveral({ people }: Campaign): boolean {
  return people.length > 1;
}

async function personFindings(
  person: Person,
  kinds: MessageKinds,
  warnings: readonly AttackerWarning[],
): Promise<ReadonlySet<FindingCode>> {
  const found = new Set<FindingCode>();
  for (const sha256 of person.messages.slice(0, MESSAGES_OF_ONE_MAX)) {
    for (const code of await kinds.of(sha256)) found.add(code);
  }
  for (const code of exposureCodes(person)) found.add(code);
  if (person.messages.length > 1) found.add("TGT.PERSON");
  if (isRelative(person)) found.add("TGT.FAMILY");
  const warned = warnings.some(({ verified, to }) => verified && to.some((one) => person.addresses.includes(one)));
  if (warned) found.add("TGT.NOTIFIED");
  return found;
}

/** As the roster has it: of somebody's household, or by the role's own word. */
function isRelative({ household = "", role }: Person): boolean {
  return household !== "" || /^(?:relative|family|spouse|wife|husband|child|parent)$/i.test(role.trim());
}

function exposureCodes({ exposure: { level } }: Person): readonly FindingCode[] {
  if (level === 2 || level === 3) return ["EXP.OPENED"];
  if (level === 4 || level === 5) return ["EXP.DIRECT"];
  return level === 6 ? ["EXP.ENGAGED"] : [];
}

/** What single messages do; each is looked up once. */
class MessageKinds {
  readonly #store: CaseStore;
  readonly #known = new Map<Sha256, readonly FindingCode[]>();

  constructor(store: CaseStore) {
    this.#store = store;
  }

  async of(sha256: Sha256): Promise<readonly FindingCode[]> {
    const known = this.#known.get(sha256);
    if (known !== undefined) return known;
    if (this.#known.size >= MESSAGES_MAX) return [];
    const stored = await this.#store.message(sha256);
    const codes = stored === null ? [] : messageCodes(stored);
    this.#known.set(sha256, codes);
    return codes;
  }
}

/** Families of our rules (`rules/`) → what the mail does. */
const FAMILIES: readonly (readonly [rules: RegExp, code: FindingCode])[] = [
  [/^tracking\./, "MSG.TRACK"],
  [/^receipt\./, "EXP.RECEIPT"],
  [/^(?:approach|impersonation|brand|known)\./, "MSG.IMPERSONATE"],
  [/^(?:form|link)\./, "MSG.CREDPHISH"],
  [/^takeover\./, "MSG.TAKEOVER"],
  [/^malware\.|^takeover\.pasted-command$/, "MSG.MALWARE"],
  [/^(?:webmail|load|calendar)\./, "MSG.ZEROCLICK"],
];

function messageCodes({ record, judgement }: StoredMessage): readonly FindingCode[] {
  const rules = judgement?.findings.map(({ rule }) => rule) ?? [];
  const codes = FAMILIES.filter(([family]) => rules.some((rule) => family.test(rule))).map(([, code]) => code);
  return record.content.newsPersona === null ? codes : [...codes, "MSG.IMPERSONATE"];
}

async function tracksItself(store: CaseStore): Promise<boolean> {
  const { addresses } = await store.owners();
  for (const address of addresses.filter((one) => !one.startsWith("@")).slice(0, OWNERS_MAX)) {
    const tracked = store.messages({ address, classes: ["commercial", "unexplained"], limit: OWN_MAIL_MAX });
    for await (const { judgement } of tracked) {
      if (judgement?.findings.some(({ rule }) => rule === "posture.own-tracking") === true) return true;
    }
  }
  return false;
}
