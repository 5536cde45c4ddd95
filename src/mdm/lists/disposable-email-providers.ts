/** Domains of addresses that are thrown away. Our own selection from general knowledge, November 2026; not complete. */
export const disposableEmailProviders = `
10minutemail.co.uk 10minutemail.com 10minutemail.net 1secmail.com 1secmail.net 1secmail.org 20minutemail.com
33mail.com anonbox.net armyspy.com burnermail.io byom.de cool.fr.nf cryptogmail.com cuvox.de dayrep.com
discard.email discardmail.com discardmail.de dispostable.com dropmail.me einrot.com email-fake.com
emailfake.com emailondeck.com emltmp.com fakeinbox.com fakemail.net fakemailgenerator.com fleckens.hu
generator.email getairmail.com getnada.com grr.la guerrillamail.biz guerrillamail.com guerrillamail.de
guerrillamail.net guerrillamail.org guerrillamailblock.com gustr.com harakirimail.com inboxbear.com
inboxkitten.com incognitomail.com incognitomail.org internxt.com jetable.com jetable.org jourrapide.com
linshiyouxiang.net luxusmail.org mail-temp.com mailcatch.com maildrop.cc mailinator.com mailnesia.com
mailnull.com mailpoof.com mailsac.com meltmail.com mintemail.com minuteinbox.com moakt.com mohmal.com
mytemp.email mytrashmail.com nada.email nospam.ze.tm pokemail.net rhyta.com sharklasers.com smailpro.com
spam4.me spambog.com spambog.de spamex.com spamgourmet.com superrito.com tafmail.com teleworm.us
temp-mail.io temp-mail.org tempail.com tempinbox.com tempmail.com tempmail.net tempmail.plus tempmailo.com
tempr.email throwam.com throwawaymail.com tmail.ws tmpmail.net tmpmail.org trash-mail.com trashmail.com
trashmail.de trashmail.net trashmail.ws wegwerfmail.de wegwerfmail.net yopmail.com yopmail.fr yopmail.net
`;
