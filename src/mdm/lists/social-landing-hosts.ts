/** Hosts of pages that hold nothing but somebody's links. Our own selection from general knowledge, November 2026; not complete. */
export const socialLandingHosts = `
about.me allmylinks.com beacons.ai bio.link bio.site campsite.bio carrd.co contactin.bio direct.me
heylink.me hoo.be hopp.bio instabio.cc koji.to linkfly.to linkin.bio linkpop.com linkr.bio linktr.ee
lit.link lnk.bio lynx.bio magic.ly many.bio milkshake.app msha.ke pillar.io shor.by snipfeed.co solo.to
stan.store start.page tap.bio taplink.at taplink.cc withkoji.com
`;
