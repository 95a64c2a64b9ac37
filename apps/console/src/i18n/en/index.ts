/** Every text of the console in English; the compiler and a test hold it to the Chinese keys. */

import type { Texts } from '../zh/index.ts'
import { apps } from './apps.ts'
import { authority } from './authority.ts'
import { cases } from './cases.ts'
import { desk } from './desk.ts'
import { load } from './load.ts'
import { materials } from './materials.ts'
import { models } from './models.ts'
import { operate } from './operate.ts'
import { portal } from './portal.ts'
import { release } from './release.ts'
import { review } from './review.ts'
import { shell } from './shell.ts'
import { upstream } from './upstream.ts'
import { words } from './words.ts'

export const en: Texts = {
  ...shell,
  ...words,
  ...release,
  ...apps,
  ...desk,
  ...cases,
  ...materials,
  ...review,
  ...authority,
  ...operate,
  ...models,
  ...portal,
  ...load,
  ...upstream,
}
