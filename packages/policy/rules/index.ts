/**
 * Every rule, in the order of their ids, and by what they judge: a package with its submission, a
 * submitted text, a picture, a clip, a material. The family of a rule says which.
 */

import type { Rule } from '../src/rule.ts'
import { audioWithoutCategory } from './category/audio-without-category.ts'
import { chatWithoutCategory } from './category/chat-without-category.ts'
import { closedToIndividuals } from './category/closed-to-individuals.ts'
import { closedToOverseas } from './category/closed-to-overseas.ts'
import { gameInProgram } from './category/game-in-program.ts'
import { likelyLive } from './category/likely-live.ts'
import { likelySocial } from './category/likely-social.ts'
import { likelyVideo } from './category/likely-video.ts'
import { liveWithoutCategory } from './category/live-without-category.ts'
import { newsWithoutCategory } from './category/news-without-category.ts'
import { socialWithoutCategory } from './category/social-without-category.ts'
import { undeclaredTrade } from './category/undeclared-trade.ts'
import { unlistedCategory } from './category/unlisted-category.ts'
import { videoWithoutCategory } from './category/video-without-category.ts'
import { codeInClip } from './clip/code-in-clip.ts'
import { deniedFrame } from './clip/denied-frame.ts'
import { doubtfulTextInClip } from './clip/doubtful-text.ts'
import { doubtfulWordInClip } from './clip/doubtful-word.ts'
import { indecentFrame } from './clip/indecent-frame.ts'
import { listedWordInClip } from './clip/listed-word.ts'
import { unreadableClip } from './clip/unreadable-clip.ts'
import { materialRules } from './material-rules.ts'
import { autoplayMedia } from './package/autoplay-media.ts'
import { closedWebView } from './package/closed-web-view.ts'
import { emptyPage } from './package/empty-page.ts'
import { loginFirst } from './package/login-first.ts'
import { missingPage } from './package/missing-page.ts'
import { reviewSwitch } from './package/review-switch.ts'
import { testContent } from './package/test-content.ts'
import { undeclaredBackgroundMode } from './package/undeclared-background-mode.ts'
import { unreadableFile } from './package/unreadable-file.ts'
import { codeInPicture } from './picture/code-in-picture.ts'
import { deniedPicture } from './picture/denied-picture.ts'
import { doubtfulTextInPicture } from './picture/doubtful-text.ts'
import { doubtfulWordInPicture } from './picture/doubtful-word.ts'
import { indecentPicture } from './picture/indecent-picture.ts'
import { listedWordInPicture } from './picture/listed-word.ts'
import { unreadablePicture } from './picture/unreadable-picture.ts'
import { undeclaredLocation } from './privacy/undeclared-location.ts'
import { doubtfulText } from './text/doubtful-text.ts'
import { doubtfulWord } from './text/doubtful-word.ts'
import { listedWord } from './text/listed-word.ts'
import { remarkedWord } from './text/remarked-word.ts'
import { contradictedDeclaration } from './ugc/contradicted-declaration.ts'
import { frozenCheckVersion } from './ugc/frozen-check-version.ts'
import { undeclaredUgc } from './ugc/undeclared-ugc.ts'
import { unguardedPublishing } from './ugc/unguarded-publishing.ts'
import { forcedSharing } from './wording/forced-sharing.ts'
import { fortuneTelling } from './wording/fortune-telling.ts'
import { listedWordInPackage } from './wording/listed-word.ts'

const ofContent: readonly Rule[] = [
  audioWithoutCategory,
  chatWithoutCategory,
  closedToIndividuals,
  closedToOverseas,
  gameInProgram,
  likelyLive,
  likelySocial,
  likelyVideo,
  liveWithoutCategory,
  newsWithoutCategory,
  socialWithoutCategory,
  undeclaredTrade,
  unlistedCategory,
  videoWithoutCategory,
  codeInClip,
  deniedFrame,
  doubtfulTextInClip,
  doubtfulWordInClip,
  indecentFrame,
  listedWordInClip,
  unreadableClip,
  autoplayMedia,
  closedWebView,
  emptyPage,
  loginFirst,
  missingPage,
  reviewSwitch,
  testContent,
  undeclaredBackgroundMode,
  unreadableFile,
  codeInPicture,
  deniedPicture,
  doubtfulTextInPicture,
  doubtfulWordInPicture,
  indecentPicture,
  listedWordInPicture,
  unreadablePicture,
  undeclaredLocation,
  doubtfulText,
  doubtfulWord,
  listedWord,
  remarkedWord,
  contradictedDeclaration,
  frozenCheckVersion,
  undeclaredUgc,
  unguardedPublishing,
  forcedSharing,
  fortuneTelling,
  listedWordInPackage,
]

export const rules: readonly Rule[] = [...ofContent, ...materialRules].sort((one, other) =>
  one.id < other.id ? -1 : 1,
)

/** The first part of a rule's id is its family, and its folder. */
const PROGRAM_FAMILIES = ['category', 'package', 'privacy', 'ugc', 'wording']

export const programRules: readonly Rule[] = ofFamilies(PROGRAM_FAMILIES)
export const textRules: readonly Rule[] = ofFamilies(['text'])
export const pictureRules: readonly Rule[] = ofFamilies(['picture'])
export const clipRules: readonly Rule[] = ofFamilies(['clip'])
export { materialRules }

function ofFamilies(families: readonly string[]): readonly Rule[] {
  return rules.filter(({ id }) => families.includes(id.split('/')[0] ?? ''))
}
