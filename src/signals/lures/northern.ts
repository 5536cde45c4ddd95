/** Dutch, Swedish, Danish, Norwegian, Finnish. */
import { lurePhrases } from "./lure.ts";

export const northern = lurePhrases(`
  credentials 3: bevestig uw / bevestig je / verifieer uw / verifieer je / gegevens ~ bijwerken / controleer uw gegevens / gegevens ~ bevestigen / werk uw gegevens / gegevens ~ controleren / update uw
  suspension 3: rekening ~ geblokkeerd / account ~ geblokkeerd / account ~ opgeschort / wordt geblokkeerd / tijdelijk ~ geblokkeerd / is geblokkeerd / wordt beperkt
  security-alert 3: verdachte activiteit / ongebruikelijke activiteit
  mailbox 3: mailbox ~ vol / opslag ~ vol / postvak ~ vol
  payment 3: betaling ~ mislukt / openstaande rekening / openstaand bedrag / openstaande schuld / laatste aanmaning / openstaande factuur
  delivery 3: je pakket / bezorging ~ mislukt / uw zending / je zending
  prize 3: u bent geselecteerd
  document 3: document gedeeld / nieuw document / nieuw bericht / bericht ~ berichtenbox
  urgency 2: binnen 24 uur / binnen 48 uur / actie vereist / geachte klant / beste klant / zo spoedig mogelijk / geachte relatie
  credentials 3: verifiera ditt / bekrafta din / uppdatera din / bekraft din / bekraeft din / opdater din / verifiser din / oppdater din / bekreft din / vahvista ~ tili / paivita ~ tietosi / bekraeft dine / opdatere dine
  suspension 3: konto ~ sparrat / konto ~ spaerret / konto ~ sperret / kortet ~ sparrat / tili ~ lukittu / konto ~ begransat / abonnement ~ udlobet
  delivery 3: ditt paket / din pakke / pakken din / toimitus ~ odottaa / din forsandelse
  payment 3: betalning ~ misslyckades / betaling ~ mislykkedes / betalingen ~ afvist / obetald faktura / faktura ~ forfallen
  prize 3: du har vunnit / du har vundet / du har vunnet / onneksi olkoon / olet voittanut
  refund 3: overskydende skat
  urgency 2: inom 24 timmar / inden 24 timer / innen 24 timer / kara kund / kaere kunde / kjaere kunde
  credentials 1: identificeren / identificatie
  suspension 1: verloopt / verlopen / beperkt / blokeret / blokkert / suspenderet
  security-alert 1: ongeautoriseerde / beveiligingsmelding
  mailbox 1: opslagruimte
  payment 1: betalingsherinnering / incasso / betalingsachterstand / aanmaning / deurwaarder / betalingsfejl
  delivery 2: uw pakket
  delivery 1: verzendkosten / douanekosten / pakketje / invoerkosten / pakettisi / forsendelse / fraktkostnad / leveringsgebyr
  prize 1: gefeliciteerd / enquete / cadeaubon / prijswinnaar / winnaar / gratis / cadeaukaart / grattis / tillykke / gratulerer
  refund 1: teruggave / terugbetaling / belastingteruggave / compensatie / aterbetalning / tilbagebetaling / skatteaterbaring / tilbakebetaling / veronpalautus
  crypto 1: wallet / bitcoin
  urgency 1: onmiddellijk / dringend / voorkom / omedelbart / ojeblikkeligt
  security-alert 1: nieuw apparaat
  prize 2: u heeft gewonnen / je hebt gewonnen
  urgency 1: laatste herinnering / laatste kans / viimeinen muistutus
  prize 2: maak kans
`);
