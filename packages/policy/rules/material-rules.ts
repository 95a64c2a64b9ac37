/** The rules of the material audit, in the order of their ids. */

import type { Rule } from '../src/rule.ts'
import { bouncingButton } from './advertising/bouncing-button.ts'
import { falseNotice } from './advertising/false-notice.ts'
import { firstScreenShare } from './advertising/first-screen-share.ts'
import { flickeringWords } from './advertising/flickering-words.ts'
import { floatingAdvert } from './advertising/floating-advert.ts'
import { lottery } from './advertising/lottery.ts'
import { luringWords } from './advertising/luring-words.ts'
import { misplacedLead } from './advertising/misplaced-lead.ts'
import { officialLook } from './advertising/official-look.ts'
import { popUp } from './advertising/pop-up.ts'
import { postRoll } from './advertising/post-roll.ts'
import { preRoll } from './advertising/pre-roll.ts'
import { scanMe } from './advertising/scan-me.ts'
import { adjacentCards } from './commerce/adjacent-cards.ts'
import { crowdedCards } from './commerce/crowded-cards.ts'
import { deadCard } from './commerce/dead-card.ts'
import { differentTarget } from './commerce/different-target.ts'
import { misplacedCard } from './commerce/misplaced-card.ts'
import { repeatedCard } from './commerce/repeated-card.ts'
import { riskyGoods } from './commerce/risky-goods.ts'
import { tooManyCards } from './commerce/too-many-cards.ts'
import { unnamedGoods } from './commerce/unnamed-goods.ts'
import { unrelatedGoods } from './commerce/unrelated-goods.ts'
import { channel } from './content/channel.ts'
import { collection } from './content/collection.ts'
import { harmfulContent } from './content/harmful-content.ts'
import { recap } from './content/recap.ts'
import { scraped } from './content/scraped.ts'
import { stale } from './content/stale.ts'
import { stitchedTopics } from './content/stitched-topics.ts'
import { blurred } from './imagery/blurred.ts'
import { competitorWatermark } from './imagery/competitor-watermark.ts'
import { corrupted } from './imagery/corrupted.ts'
import { emoticon } from './imagery/emoticon.ts'
import { ghosting } from './imagery/ghosting.ts'
import { jagged } from './imagery/jagged.ts'
import { missingSubtitles } from './imagery/missing-subtitles.ts'
import { outOfSync } from './imagery/out-of-sync.ts'
import { overCompressed } from './imagery/over-compressed.ts'
import { pictureOfTable } from './imagery/picture-of-table.ts'
import { pictureOfText } from './imagery/picture-of-text.ts'
import { plainColour } from './imagery/plain-colour.ts'
import { shaky } from './imagery/shaky.ts'
import { silent } from './imagery/silent.ts'
import { stackedWatermarks } from './imagery/stacked-watermarks.ts'
import { stretched } from './imagery/stretched.ts'
import { unclearSubject } from './imagery/unclear-subject.ts'
import { wrongLight } from './imagery/wrong-light.ts'
import { abuseAndPrivacy } from './norms/abuse-and-privacy.ts'
import { attackRumour } from './norms/attack-rumour.ts'
import { celebrityRumour } from './norms/celebrity-rumour.ts'
import { constitution } from './norms/constitution.ts'
import { contraband } from './norms/contraband.ts'
import { crimeRumour } from './norms/crime-rumour.ts'
import { disasterRumour } from './norms/disaster-rumour.ts'
import { foodRumour } from './norms/food-rumour.ts'
import { foreignMedia } from './norms/foreign-media.ts'
import { ghosts } from './norms/ghosts.ts'
import { gore } from './norms/gore.ts'
import { incitement } from './norms/incitement.ts'
import { indecency } from './norms/indecency.ts'
import { knives } from './norms/knives.ts'
import { knownRumour } from './norms/known-rumour.ts'
import { oldNews } from './norms/old-news.ts'
import { sexTrade } from './norms/sex-trade.ts'
import { sexualDescription } from './norms/sexual-description.ts'
import { sexualViolence } from './norms/sexual-violence.ts'
import { stateSecrets } from './norms/state-secrets.ts'
import { teasing } from './norms/teasing.ts'
import { weapons } from './norms/weapons.ts'
import { witchcraft } from './norms/witchcraft.ts'
import { code } from './promotion/code.ts'
import { collectibles } from './promotion/collectibles.ts'
import { contactToSell } from './promotion/contact-to-sell.ts'
import { maliciousPromotion } from './promotion/malicious-promotion.ts'
import { marketingAccount } from './promotion/marketing-account.ts'
import { phoneNumber } from './promotion/phone-number.ts'
import { promotionalWatermark } from './promotion/promotional-watermark.ts'
import { sexualHealth } from './promotion/sexual-health.ts'
import { shareTips } from './promotion/share-tips.ts'
import { shopLink } from './promotion/shop-link.ts'
import { thirdPartyAddress } from './promotion/third-party-address.ts'
import { unprovenRemedies } from './promotion/unproven-remedies.ts'
import { blackScreen } from './stability/black-screen.ts'
import { blankPage } from './stability/blank-page.ts'
import { crash } from './stability/crash.ts'
import { flashing } from './stability/flashing.ts'
import { largeBlank } from './stability/large-blank.ts'
import { noEntry } from './stability/no-entry.ts'
import { stutter } from './stability/stutter.ts'
import { whiteScreen } from './stability/white-screen.ts'
import { clickbait } from './title/clickbait.ts'
import { contradictedBody } from './title/contradicted-body.ts'
import { faultyGrammar } from './title/faulty-grammar.ts'
import { foreignOrTraditional } from './title/foreign-or-traditional.ts'
import { foreignTitle } from './title/foreign-title.ts'
import { garbledTitle } from './title/garbled-title.ts'
import { hiddenTitle } from './title/hidden-title.ts'
import { incompleteTitle } from './title/incomplete-title.ts'
import { missingTitle } from './title/missing-title.ts'
import { phrasePile } from './title/phrase-pile.ts'
import { sensitiveTitle } from './title/sensitive-title.ts'
import { unreadableLayout } from './title/unreadable-layout.ts'
import { unrelatedBody } from './title/unrelated-body.ts'
import { unrelatedCover } from './title/unrelated-cover.ts'

export const materialRules: readonly Rule[] = [
  bouncingButton,
  falseNotice,
  firstScreenShare,
  flickeringWords,
  floatingAdvert,
  lottery,
  luringWords,
  misplacedLead,
  officialLook,
  popUp,
  postRoll,
  preRoll,
  scanMe,
  adjacentCards,
  crowdedCards,
  deadCard,
  differentTarget,
  misplacedCard,
  repeatedCard,
  riskyGoods,
  tooManyCards,
  unnamedGoods,
  unrelatedGoods,
  channel,
  collection,
  harmfulContent,
  recap,
  scraped,
  stale,
  stitchedTopics,
  blurred,
  competitorWatermark,
  corrupted,
  emoticon,
  ghosting,
  jagged,
  missingSubtitles,
  outOfSync,
  overCompressed,
  pictureOfTable,
  pictureOfText,
  plainColour,
  shaky,
  silent,
  stackedWatermarks,
  stretched,
  unclearSubject,
  wrongLight,
  abuseAndPrivacy,
  attackRumour,
  celebrityRumour,
  constitution,
  contraband,
  crimeRumour,
  disasterRumour,
  foodRumour,
  foreignMedia,
  ghosts,
  gore,
  incitement,
  indecency,
  knives,
  knownRumour,
  oldNews,
  sexTrade,
  sexualDescription,
  sexualViolence,
  stateSecrets,
  teasing,
  weapons,
  witchcraft,
  code,
  collectibles,
  contactToSell,
  maliciousPromotion,
  marketingAccount,
  phoneNumber,
  promotionalWatermark,
  sexualHealth,
  shareTips,
  shopLink,
  thirdPartyAddress,
  unprovenRemedies,
  blackScreen,
  blankPage,
  crash,
  flashing,
  largeBlank,
  noEntry,
  stutter,
  whiteScreen,
  clickbait,
  contradictedBody,
  faultyGrammar,
  foreignOrTraditional,
  foreignTitle,
  garbledTitle,
  hiddenTitle,
  incompleteTitle,
  missingTitle,
  phrasePile,
  sensitiveTitle,
  unreadableLayout,
  unrelatedBody,
  unrelatedCover,
]
