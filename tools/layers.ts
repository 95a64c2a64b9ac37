/**
 * The layer table: what each package may import. Reading it is reading the architecture.
 *
 * ARCHITECTURE.md prints it, each `package.json` repeats its row as `dependencies`, and
 * `check-layers.ts` holds all three together.
 */

export interface Layer {
  readonly folder: string
  readonly mayImport: readonly string[]
  /** Pure: reads neither time, randomness, environment, disk nor network. */
  readonly pure: boolean
}

const ENGINES_AND_RULES = ['media', 'miniprogram', 'page', 'policy', 'release', 'text']
const PACKAGES = ['assessment', 'contract', ...ENGINES_AND_RULES, 'storage']

export const LAYERS: Readonly<Record<string, Layer>> = {
  contract: { folder: 'packages/contract', mayImport: [], pure: true },
  text: { folder: 'packages/text', mayImport: ['contract'], pure: true },
  media: { folder: 'packages/media', mayImport: ['contract'], pure: false },
  page: { folder: 'packages/page', mayImport: ['contract'], pure: false },
  miniprogram: { folder: 'packages/miniprogram', mayImport: ['contract'], pure: true },
  policy: { folder: 'packages/policy', mayImport: ['contract'], pure: true },
  release: { folder: 'packages/release', mayImport: ['contract'], pure: true },
  assessment: {
    folder: 'packages/assessment',
    mayImport: ['contract', ...ENGINES_AND_RULES],
    pure: true,
  },
  storage: { folder: 'packages/storage', mayImport: ['contract', 'release'], pure: false },
  client: { folder: 'packages/client', mayImport: [], pure: false },
  server: { folder: 'apps/server', mayImport: PACKAGES, pure: false },
  cli: { folder: 'apps/cli', mayImport: [...PACKAGES, 'server'], pure: false },
  console: { folder: 'apps/console', mayImport: ['contract'], pure: false },
}
