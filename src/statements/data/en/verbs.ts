/**
 * Verbs of English news and advisories: by class, as lemmas. Forms are made by rule; what goes another way is in `IRREGULAR`.
 * A `~` marks a lemma that is a noun as often.
 */
import type { FrameClass } from "../../grammar.ts";

export const CLASS_VERBS: Readonly<Record<FrameClass, string>> = {
  accuse: "accuse blame",
  attribute: "attribute ascribe affiliate link~ tie~ trace~ connect",
  charge: "charge~ indict prosecute arraign",
  sanction: "sanction~ designate blacklist",
  deny: "deny reject dismiss refute rebut repudiate dispute~ disavow denounce decry deplore rubbish",
  say: "say state~ claim~ allege report~ assert maintain note~ add reveal disclose confirm conclude assess believe judge~ emphasise emphasize stress~ cite suggest indicate estimate~ suspect~ declare describe hear write acknowledge admit insist find~ observe explain argue determine think discover realise realize notice~ tell announce testify",
  advise: "advise urge~ recommend encourage",
  notify: "notify warn inform alert~ brief~",
  incident:
    "target~ compromise~ hack~ breach~ attack~ infiltrate penetrate steal exfiltrate phish spearphish spear-phish infect impersonate spoof~ spy~ surveil eavesdrop intrude sabotage ransack hijack~ deface encrypt decrypt harvest~ exploit~ masquerade~ pose~ probe~ scan~ tamper meddle snoop surveille break get go log~ sneak slip~ hit~ strike~ tap~ wiretap bug~",
  act: "use~ send deploy conduct~ launch~ access~ carry mount run~ perform execute host~ register install deliver contain embed plant~ distribute leverage operate create build set employ obtain collect gather acquire intercept monitor track~ involve transmit upload~ download~ drop~ abuse~ gain engage direct pursue lure~ trick~ design~ aim~ seek attempt~ try~ intend plan~ plot~ leak~ extract maintain establish undertake orchestrate lead coordinate sponsor support~ back~ utilize utilise read copy~ view~ open search~ sell provide supply~ research~ rent~ wipe~ delete trace~ locate publish post~ dump~ order~",
  impact:
    "affect impact~ hit~ strike~ disrupt expose influence~ damage~ cripple paralyse paralyze interfere undermine harm~",
  reward: "reward~",
  policy:
    "pledge~ vow~ commit summon expel strengthen tighten reaffirm reiterate oppose condemn criticise criticize ban~ boost~ introduce bolster step reinforce safeguard protest~ demand~ call~ increase~ retaliate deter welcome~ insist emphasise emphasize stress~ safeguard",
};

/** Their object says what is done. */
export const LIGHT_VERBS =
  "announce make issue~ publish release~ level~ impose file~ unseal bring face~ offer~ post~ update~ lodge~ press~ give levy slap take put lift~ lead place~ reject deny provide deliver express repeat voice~ receive send raise~ hit~ circulate revise refresh produce unveil";

/** Verbs without a class: they end groups of nouns and have subjects of their own. */
export const OTHER_VERBS =
  "be have do lack~ freeze~ retract rescind withdraw revoke lurk dwell linger sit include purport pretend condone tolerate participate rotate validate sanitise sanitize convict comprise entail heed comply mimic result~ base~ alter embolden inspire invite follow come go contact~ refrain desist hand~ switch~ shut unplug pause~ postpone cancel annul punish deport halt~ uninstall reboot restart~ forget remember accept carry~ assume expand launch~ escalate act talk travel collude cooperate get keep let begin start~ become remain appear seem show~ see know want~ need~ help~ work~ allow enable require consider mean provide continue serve hold~ stand turn~ look~ move~ live meet pay win lose understand read write hear learn change~ grow open walk~ speak reflect highlight underline mark~ pose represent rely depend belong differ share~ lie threaten promise consist exist occur happen fail decline~ refuse stop~ agree decide choose expect hope~ ask~ answer~ reply~ respond react comment~ discuss debate~ address~ attend visit~ join leave~ return~ arrive reach~ cross~ cover~ focus~ overlap~ align resemble ensure aim prevent protect defend fight~ combat~ tackle address mitigate reduce limit~ restrict block~ detect identify name~ investigate examine analyse analyze study~ test~ review~ check~ verify prove demonstrate illustrate depict list~ detail~ outline~ mention refer relate associate consist accompany precede combine compare contrast distinguish differentiate separate~ divide join merge contribute facilitate enhance improve reduce raise lower result~ cause~ trigger~ prompt~ spark~ drive~ force~ push~ pull~ press~ pass~ cut~ close~ end~ finish complete cease suspend resume recover restore repair replace~ remove delete modify edit update~ upgrade~ apply enforce implement adopt approve authorise authorize permit grant~ award~ assign appoint elect vote~ nominate choose select prefer like~ love~ hate fear~ worry~ doubt~ trust~ regard~ view~ treat~ deem call seize~ arrest~ detain jail~ sentence~ convict release~ extradite flee escape hide conceal mask~ disguise obscure obfuscate cover resolve solve handle manage control~ command~ order~ instruct guide~ train~ teach educate entice convince persuade click~ visit browse navigate log~ sign~ enter exit connect disconnect attach forward~ redirect fetch load~ store~ save~ parse encode decode compile run compute count~ measure~ sum total~ number~ amount~ exceed surpass trail~ date~ persist reside originate stem~ derive emerge evolve develop mature age~ rise fall~ drop climb decline vary range~ span~ last~ spend invest buy sell trade~ fund~ finance~ own rent~ lease~ hire employ recruit work";

/** `lemma past participle`; all else goes by rule. */
export const IRREGULAR = `
sell sold sold
freeze froze frozen
slip slipped slipped
sneak sneaked sneaked
sit sat sat
dwell dwelt dwelt
mislead misled misled
lose lost lost
feel felt felt
buy bought bought
catch caught caught
draw drew drawn
bear bore borne
spend spent spent
strike struck struck
go went gone
sink sank sunk
shoot shot shot
throw threw thrown
forgo forwent forgone
withdraw withdrew withdrawn
undergo underwent undergone
learn learned learned
withhold withheld withheld
be was been
have had had
do did done
say said said
find found found
think thought thought
tell told told
steal stole stolen
send sent sent
run ran run
build built built
set set set
seek sought sought
lead led led
put put put
take took taken
make made made
give gave given
bring brought brought
hit hit hit
come came come
go went gone
get got got
keep kept kept
let let let
begin began begun
become became become
show showed shown
see saw seen
know knew known
mean meant meant
hold held held
stand stood stood
meet met met
pay paid paid
win won won
lose lost lost
understand understood understood
break broke broken
read read read
write wrote written
hear heard heard
grow grew grown
speak spoke spoken
lie lay lain
choose chose chosen
leave left left
fight fought fought
cut cut cut
drive drove driven
rise rose risen
fall fell fallen
hide hid hidden
flee fled fled
teach taught taught
spend spent spent
buy bought bought
sell sold sold
leak leaked leaked
overlap overlapped overlapped
expel expelled expelled
level levelled levelled
commit committed committed
spy spied spied
rebut rebutted rebutted
plan planned planned
plot plotted plotted
scan scanned scanned
ban banned banned
step stepped stepped
stop stopped stopped
drop dropped dropped
refer referred referred
occur occurred occurred
log logged logged
admit admitted admitted
permit permitted permitted
compel compelled compelled
deter deterred deterred
trick tricked tricked
embed embedded embedded
control controlled controlled
stem stemmed stemmed
wed wed wed
`;

/** Second spellings: `form lemma form-name`. */
export const VARIANTS = `
tapped tap past
tapped tap participle
tapping tap ing
bugged bug past
bugged bug participle
wiretapped wiretap past
wiretapped wiretap participle
is be s
am be base
are be base
were be past
being be ing
has have s
does do s
leveled level past
leveled level participle
leveling level ing
proven prove participle
spear-phished spear-phish past
spear-phished spear-phish participle
`;

/** After a group of nouns and before a preposition they are past tense, no participle (`the agency warned of`). */
export const PREPOSITIONAL_VERBS =
  "learn hear get warn call respond report comment spy react complain appeal agree speak break insist work act live travel talk begin start end happen occur come go continue remain appear emerge persist reside tamper interfere meddle participate collude cooperate pose masquerade stem originate";

export const NEGATING_VERBS = "fail decline refuse cease avoid stop";

/** A sentence that begins with one of these in its base form tells readers what to do. */
export const IMPERATIVES =
  "enable use apply patch block monitor disable implement update keep ensure restrict enforce train report review change install require limit segment audit remove avoid check consider configure maintain verify isolate search scan deploy reset rotate revoke turn contact treat inspect hunt deny prohibit prevent create conduct perform follow establish set protect develop regularly identify validate rotate sanitise sanitize apply ask make take provide back document test run add move encourage ban delete treat scan separate obtain upgrade strengthen";
