/** German. */
import { lurePhrases } from "./lure.ts";

export const german = lurePhrases(`
  credentials 3: bestatigen sie ihre / bestatigen sie ihr / bestatigung ihrer / verifizieren sie / identitat ~ bestatigen / daten ~ bestatigen / daten ~ aktualisieren / aktualisieren sie ihre / konto ~ bestatigen
  credentials 3: aktualisierung ~ daten / uberprufen sie ihre / angaben ~ bestatigen / zugang ~ wiederherstellen / pushtan ~ aktualisieren / neu registrieren
  credentials 2: jetzt bestatigen / jetzt aktualisieren / jetzt anmelden / jetzt verifizieren / zur verifizierung / zur aktualisierung / zum login / hier anmelden / jetzt starten
  suspension 3: konto ~ gesperrt / konto ~ eingeschrankt / konto ~ deaktiviert / zugang ~ gesperrt / karte ~ gesperrt / wurde gesperrt / vorubergehend gesperrt / einschrankung ~ konto / konto ~ geschlossen
  security-alert 3: ungewohnliche aktivitat / verdachtige aktivitat / ungewohnliche anmeldung / verdachtige transaktion
  mailbox 3: postfach ~ voll / speicher ~ voll / zuruckgehaltene nachrichten / passwort ~ ablauft / passwort lauft / cloud speicher
  payment 3: zahlung ~ fehlgeschlagen / zahlung ~ abgelehnt / offene rechnung / zahlungsmethode ~ aktualisieren / letzte mahnung / zahlung konnte nicht / offene forderung
  payment-change 3: neue bankverbindung / geanderte bankverbindung / bankverbindung ~ geandert
  gift-card 3: geschenkkarten ~ kaufen
  rapport 3: sind sie verfugbar / sind sie im buro / einen gefallen / haben sie kurz zeit / bist du erreichbar
  delivery 3: paket ~ zugestellt werden / paket wartet / sendung ~ zugestellt / zustellung ~ fehlgeschlagen / lieferung ~ ausstehend / paket ~ bereit
  prize 3: sie wurden ausgewahlt
  document 3: dokument ~ geteilt / neues dokument / dokument ~ unterzeichnen / neue nachricht / wichtige mitteilung / neue mitteilung
  crypto 3: wallet ~ verifizieren
  urgency 2: innerhalb von 24 stunden / innerhalb von 48 stunden / sofort handeln / handlung erforderlich
  urgency 1: sehr geehrter kunde / sehr geehrte kundin / lieber kunde / sehr geehrter nutzer / werter kunde / liebe kundin
  credentials 1: verifizierung / kontodaten / datenabgleich / legitimation / sicherheitsverfahren / reaktivieren / online banking
  suspension 1: voruebergehend / sperrung / abgelaufen
  security-alert 1: unbefugte / sicherheitswarnung / sicherheitshinweis / sicherheitsgrunden / sicherheitsupdate / auffalligkeiten
  mailbox 1: speicherplatz
  payment 1: zahlungsaufforderung / mahnung / ruckstand
  delivery 1: zollgebuhr / versandkosten / zollgebuhren / zustellversuch / sendungsnummer
  delivery 2: ihr paket / ihre sendung
  prize 1: gewinnspiel / umfrage / pramie / gewinner / gratis / geschenk
  document 1: posteingang
  refund 1: ruckerstattung / steuererstattung / erstattung / guthaben
  crypto 1: bitcoin / krypto
  advance-fee 1: erbschaft / kredit / darlehen / schufa / finanzierung
  urgency 1: umgehend / unverzuglich / dringend / andernfalls / handlungsbedarf / fristgerecht / spatestens
  security-alert 1: neues gerat
  prize 2: sie haben gewonnen
  prize 1: ihr gewinn / kostenlos ~ erhalten
  advance-fee 1: spende ~ von / millionen euro
  suspension 2: lauft ab
  prize 2: gutschein ~ sichern / herzlichen gluckwunsch
  urgency 2: letzte erinnerung / letzte chance / nur heute
`);
