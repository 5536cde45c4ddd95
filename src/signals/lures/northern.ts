/** Dutch, Swedish, Danish, Norwegian, Finnish. */
import { lurePhrases } from "./lure.ts";

export const northern = lurePhrases(`
  credentials 3: bevestig uw / bevestig je / verifieer uw / verifieer je / gegevens ~ bijwerken / controleer uw gegevens / gegevens ~ bevestigen / werk uw gegevens / identificeren / identificatie / gegevens ~ controleren / update uw
  suspension 3: rekening ~ geblokkeerd / account ~ geblokkeerd / account ~ opgeschort / wordt geblokkeerd / tijdelijk ~ geblokkeerd / verloopt / verlopen / is geblokkeerd / wordt beperkt / beperkt
  security-alert 3: verdachte activiteit / ongebruikelijke activiteit / ongeautoriseerde / nieuw apparaat / beveiligingsmelding
  mailbox 3: mailbox ~ vol / opslagruimte / opslag ~ vol / postvak ~ vol
  payment 3: betaling ~ mislukt / openstaande rekening / openstaand bedrag / betalingsherinnering / openstaande schuld / laatste aanmaning / incasso / betalingsachterstand / openstaande factuur / aanmaning / deurwaarder
  delivery 3: uw pakket / je pakket / verzendkosten / bezorging ~ mislukt / douanekosten / uw zending / je zending / pakketje / invoerkosten
  prize 3: u heeft gewonnen / je hebt gewonnen / u bent geselecteerd / gefeliciteerd / enquete / cadeaubon / prijswinnaar / winnaar / gratis / maak kans / cadeaukaart
  document 3: document gedeeld / nieuw document / nieuw bericht / bericht ~ berichtenbox
  refund 3: teruggave / terugbetaling / belastingteruggave / compensatie
  crypto 3: wallet / bitcoin
  urgency 2: binnen 24 uur / binnen 48 uur / onmiddellijk / laatste herinnering / dringend / actie vereist / geachte klant / beste klant / geachte heer / laatste kans / zo spoedig mogelijk / geachte relatie / voorkom
  credentials 3: verifiera ditt / bekrafta din / uppdatera din / bekraft din / bekraeft din / opdater din / verifiser din / oppdater din / bekreft din / vahvista ~ tili / paivita ~ tietosi / bekraeft dine / opdatere dine
  suspension 3: konto ~ sparrat / konto ~ spaerret / konto ~ sperret / kortet ~ sparrat / tili ~ lukittu / konto ~ begransat / blokeret / blokkert / abonnement ~ udlobet / suspenderet
  delivery 3: ditt paket / din pakke / pakken din / pakettisi / forsendelse / toimitus ~ odottaa / din forsandelse / fraktkostnad / leveringsgebyr
  payment 3: betalning ~ misslyckades / betaling ~ mislykkedes / betalingen ~ afvist / obetald faktura / betalingsfejl / faktura ~ forfallen
  prize 3: du har vunnit / du har vundet / du har vunnet / grattis / tillykke / gratulerer / onneksi olkoon / olet voittanut
  refund 3: aterbetalning / tilbagebetaling / skatteaterbaring / tilbakebetaling / veronpalautus / overskydende skat
  urgency 2: inom 24 timmar / inden 24 timer / innen 24 timer / omedelbart / ojeblikkeligt / viimeinen muistutus / kara kund / kaere kunde / kjaere kunde
`);
