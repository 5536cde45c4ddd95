/** German. */
import { lurePhrases } from "./lure.ts";

export const german = lurePhrases(`
  credentials 3: bestatigen sie ihre / bestatigen sie ihr / bestatigung ihrer / verifizieren sie / verifizierung / identitat ~ bestatigen / daten ~ bestatigen / daten ~ aktualisieren / aktualisieren sie ihre / konto ~ bestatigen
  credentials 3: aktualisierung ~ daten / uberprufen sie ihre / kontodaten / datenabgleich / legitimation / sicherheitsverfahren / angaben ~ bestatigen / zugang ~ wiederherstellen / reaktivieren / pushtan ~ aktualisieren / neu registrieren
  credentials 2: jetzt bestatigen / jetzt aktualisieren / jetzt anmelden / jetzt verifizieren / zur verifizierung / zur aktualisierung / zum login / hier anmelden / jetzt starten / online banking
  suspension 3: konto ~ gesperrt / konto ~ eingeschrankt / konto ~ deaktiviert / zugang ~ gesperrt / karte ~ gesperrt / wurde gesperrt / vorubergehend gesperrt / voruebergehend / sperrung / einschrankung ~ konto / lauft ab / abgelaufen / konto ~ geschlossen
  security-alert 3: ungewohnliche aktivitat / verdachtige aktivitat / unbefugte / ungewohnliche anmeldung / neues gerat / verdachtige transaktion / sicherheitswarnung / sicherheitshinweis / sicherheitsgrunden / sicherheitsupdate / auffalligkeiten
  mailbox 3: postfach ~ voll / speicherplatz / speicher ~ voll / zuruckgehaltene nachrichten / passwort ~ ablauft / passwort lauft / cloud speicher
  payment 3: zahlung ~ fehlgeschlagen / zahlung ~ abgelehnt / offene rechnung / zahlungsmethode ~ aktualisieren / letzte mahnung / zahlungsaufforderung / zahlung konnte nicht / mahnung / offene forderung / ruckstand
  payment-change 3: neue bankverbindung / geanderte bankverbindung / bankverbindung ~ geandert
  gift-card 3: gutscheinkarten / geschenkkarten ~ kaufen / geschenkkarte
  rapport 3: sind sie verfugbar / sind sie im buro / einen gefallen / haben sie kurz zeit / bist du erreichbar
  delivery 3: paket ~ zugestellt werden / paket wartet / sendung ~ zugestellt / zustellung ~ fehlgeschlagen / zollgebuhr / versandkosten / zollgebuhren / zustellversuch / lieferung ~ ausstehend / paket ~ bereit / ihr paket / ihre sendung / sendungsnummer
  prize 3: sie haben gewonnen / sie wurden ausgewahlt / ihr gewinn / gewinnspiel / kostenlos ~ erhalten / gutschein ~ sichern / umfrage / pramie / gewinner / herzlichen gluckwunsch / gratis / geschenk
  document 3: dokument ~ geteilt / neues dokument / dokument ~ unterzeichnen / neue nachricht / wichtige mitteilung / neue mitteilung / posteingang
  refund 3: ruckerstattung / steuererstattung / erstattung / guthaben
  crypto 3: wallet ~ verifizieren / bitcoin / krypto
  advance-fee 3: erbschaft / spende ~ von / millionen euro / kredit / darlehen / schufa / finanzierung
  urgency 2: innerhalb von 24 stunden / innerhalb von 48 stunden / umgehend / unverzuglich / sofort handeln / letzte erinnerung / dringend / andernfalls / handlungsbedarf / handlung erforderlich / letzte chance / nur heute / fristgerecht / spatestens
  urgency 1: sehr geehrter kunde / sehr geehrte kundin / lieber kunde / sehr geehrter nutzer / guten tag / werter kunde / liebe kundin
`);
