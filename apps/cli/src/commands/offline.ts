/** The commands that need neither server nor database: what the package for `npx` holds. */

import { addCheck } from './check.ts'
import { addExplain } from './explain.ts'
import { addLexicon } from './lexicon.ts'
import { addPreflight } from './preflight.ts'

export const OFFLINE_COMMANDS = [addPreflight, addExplain, addCheck, addLexicon] as const
