/**
 * Words that stand beside a firm's name in a display name and leave it the firm's: departments, roles, legal forms, countries
 * (`Example Support Team`, `Example Ltd`). Our own selection; lower case, without marks.
 */
export const roleWords: ReadonlySet<string> = new Set(
  (
    "the a of and from for by to your my our via at de del la le les der die das den en et y e do da und by von bei " +
    "team support help helpdesk desk center centre service services customer customers care client clients security secure safety fraud " +
    "account accounts billing payment payments invoice invoices receipt order orders delivery shipping shipment notification " +
    "notifications notice alert alerts update updates info information news newsletter mail email mailer e message messages admin " +
    "administrator system postmaster office official online web app apps store shop noreply no reply donotreply do not " +
    "inc ltd llc gmbh ag sa nv bv plc corp corporation company co group com net org de uk us usa eu int international global " +
    "rewards reward bonus gift giveaway survey promo promotion offers offer deals member members membership club subscription " +
    "subscriptions renewal winner winners congratulations confirmation confirm verification verify verified important urgent " +
    "department dept hr finance it servicedesk storage cloud documents document docs file files share shared sharing drive " +
    "wallet card cards bank banking id login access identity protection antivirus premium pro plus total new " +
    "kundenservice kundendienst kundensupport kundencenter kunden sicherheit sicherheitsteam zahlung rechnung rechnungen konto " +
    "mitteilung benachrichtigung hinweis ihr ihre paket sendung abteilung service dienst bestellung " +
    "serviceclient client clients securite facture compte notre votre assistance livraison colis espace avis " +
    "servicio servicios cliente clientes atencion al seguridad soporte aviso cuenta factura pedido envio tu su " +
    "suporte atendimento seguranca conta fatura pedido entrega seu sua aviso cobranca central relacionamento pontos " +
    "klantenservice klant klanten beveiliging melding factuur rekening bezorging uw mijn bericht " +
    "servizio clienti assistenza sicurezza avviso fattura ordine spedizione conto " +
    "kundtjanst kundeservice sakerhet sikkerhed asiakaspalvelu obsluga klienta dzial zakaznicky servis " +
    "germany deutschland france italia espana brasil portugal nederland belgium canada australia india japan ireland schweiz " +
    "osterreich polska europe asia america united kingdom states"
  ).split(" "),
);
