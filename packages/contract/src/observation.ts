/**
 * Everything the engines may see, by kind. An engine fills the kinds it can; a kind that is
 * absent was not observed, and a rule that needs it answers `undetermined`.
 */

import type {
  MaterialFacts,
  Resemblance,
  SeenCard,
  SeenLink,
  SeenOpinion,
  WrittenText,
} from './material-facts.ts'
import type { MaterialProfile } from './material-profile.ts'
import type { SeenClip, SeenPicture } from './media-facts.ts'
import type { PageRun } from './page-facts.ts'
import type {
  ApiCall,
  ContentCheck,
  ProgramManifest,
  PublishEntry,
  SeenElement,
  SeenHost,
  SeenPage,
  UnreadableFile,
} from './program-facts.ts'
import type { SubmissionFacts } from './submission-facts.ts'
import type { SeenText, TermHit, TextClass } from './text-facts.ts'

export interface Observations {
  /** Texts that people will read: submitted text, or literals of a package. */
  readonly texts: readonly SeenText[]
  readonly termHits: readonly TermHit[]
  /** One for each text, in their order. */
  readonly textClasses: readonly TextClass[]
  readonly manifest: ProgramManifest
  readonly pages: readonly SeenPage[]
  readonly elements: readonly SeenElement[]
  readonly apiCalls: readonly ApiCall[]
  readonly hosts: readonly SeenHost[]
  readonly publishEntries: readonly PublishEntry[]
  readonly contentChecks: readonly ContentCheck[]
  readonly unreadableFiles: readonly UnreadableFile[]
  readonly submission: SubmissionFacts
  readonly pictures: readonly SeenPicture[]
  /** Videos, sounds, stretches of live streams. */
  readonly clips: readonly SeenClip[]
  readonly material: MaterialFacts
  /** The limits by which a material is judged. */
  readonly profile: MaterialProfile
  /** Title, body, words in pictures, speech. */
  readonly written: readonly WrittenText[]
  readonly cards: readonly SeenCard[]
  readonly links: readonly SeenLink[]
  /** A page in a browser, once for each viewport and load. */
  readonly page: readonly PageRun[]
  readonly resemblances: readonly Resemblance[]
  readonly opinions: readonly SeenOpinion[]
}

export type ObservationKind = keyof Observations
