/**
 * First labels of the registry's domains that are also ordinary words, names or abbreviations: a domain that has them with
 * another suffix or word is nobody's forgery (`time-travel`, `express-service`). Our own selection; judged by reading the list.
 */
export const commonLabels: ReadonlySet<string> = new Set(
  (
    "time times apple target visa chase action coop post bring standard independent express spectrum notion signal phantom ledger " +
    "discover gemini guardian stern focus welt bild zeit mirror insider state house senate freedom access transparency live office " +
    "mail mailru web outlook windows azure square block fortune forbes vice slate salon wired axios box zoom slack stripe mercury " +
    "telegraph spectator inquirer nation dawn rappler stuff global globe inside record reform reforma expresso publico agora presse " +
    "lapresse standaard tijd figaro liberation mediapart lexpress lesechos lesoir elpais elmundo corriere stampa politiken delfi " +
    "telex hurriyet meduza pravda asahi chosun caixin clarin estadao folha globo emol kraken rogers optus orange free sky three " +
    "proximus telia bell booking uber target united delta southwest humana progressive jumbo otto saturn rewe rossmann " +
    "smiles aaa yeti vinted netto leclerc bahn miles mercari posti omniva correos post poste posta camera senato parlamento " +
    "parliament parlament congreso canada revenue borger eduskunta seimas saeima interac truist schwab fidelity experian equifax " +
    "santander halifax monzo revolut klarna advanzia argenta nexi wise cash bunq nordea bitpanda coles absa meta signal " +
    "instagram reddit discord pinterest snap twitter dropbox trello canva shopify wix squarespace norton avast avg norton " +
    "intuit symantec samsung sony lenovo huawei dell nintendo roblox steam disney disneyplus hulu youtube skype xbox linkedin github " +
    "naver seznam libero aruba virgilio tiscali strato freenet telekom yandex proton tuta fastmail google gmail bing " +
    "brookings stimson heritage hudson hoover asia columbia cornell harvard stanford yale princeton tufts chatham bruegel " +
    "globsec clingendael egmont lowy amnesty greenpeace redcross unicef soros rand cato merics boell freiheit " +
    "interpol europol nobelprize consilium diplo bund economist foreign foreignpolicy foreignaffairs correctiv heise " +
    "channelnewsasia standardmedia news heraldcorp mercurio reforma sanoma schibsted gannett nine gedi prisa vocento impresa " +
    "economia burda dennikn censor rai tvn onet agora gazeta hvg dn svd svt yle lrt err nrk orf srf nzz taz ard zdf ndr"
  ).split(" "),
);

/** Of those, names that nobody but the bearer has, though their own suffixes are many: they count with lure words and as slips. */
export const inventedLabels: ReadonlySet<string> = new Set(
  (
    "instagram reddit pinterest twitter dropbox linkedin github youtube google gmail skype xbox norton symantec samsung " +
    "huawei lenovo nintendo roblox netflix yandex revolut klarna experian equifax santander coinbase shopify squarespace " +
    "disneyplus unicef europol interpol schibsted"
  ).split(" "),
);

/** Names that many houses bear with their town: savings and cooperative banks. Another word beside them is what their own domains have. */
export const federatedLabels: ReadonlySet<string> = new Set("sparkasse volksbank raiffeisen creditagricole".split(" "));
