/**
 * `node packages/text/train/train-context.ts`: trains the context network of the de-cloaker again and
 * writes `src/decloak/context.generated.ts`. Then `train:text` has to fit the scorer to it.
 *
 * Reads what `train:text` reads, and needs python3 with PyTorch (Debian: python3-torch and
 * libopenblas0-pthread; FANGXING_PYTHON names another interpreter). About fifteen minutes of one core. Every
 * tenth comment is left out: the scorer learns from those how far the network may be believed.
 */

import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { seededRandom } from '../src/classify/seeded-random.ts'
import { SOUND_CLASS, SYLLABLE } from '../src/disguise/sound.ts'
import { type Corpora, plainTexts, readCorpora } from './corpora.ts'
import { disguiseWords, openHabits } from './disguise-words.ts'
import { findLures } from './find-lures.ts'
import { splitComments } from './split-comments.ts'
import { writeGenerated } from './write-generated.ts'

const SEED = 11
const DISGUISES = 8
const FIRST_HAN = 0x3400
const LAST_HAN = 0x9fff
const COMMAND = 'node packages/text/train/train-context.ts'
const PYTHON = process.env.FANGXING_PYTHON ?? '/usr/bin/python3'

const { FANGXING_DATA_DIR: textFolder, FANGXING_CORPORA_DIR: corporaFolder } = process.env
if (textFolder === undefined || corporaFolder === undefined) {
  console.error(
    'Set FANGXING_DATA_DIR and FANGXING_CORPORA_DIR; docs/text/model-card.md names the files.',
  )
  process.exitCode = 2
} else if (spawnSync(PYTHON, ['-c', 'import torch']).status !== 0) {
  console.error(`${PYTHON} cannot import torch: install python3-torch, or set FANGXING_PYTHON.`)
  process.exitCode = 2
} else {
  train(readCorpora(textFolder, corporaFolder))
}

function train(corpora: Corpora): void {
  const folder = mkdtempSync(join(tmpdir(), 'context-'))
  try {
    writeLessons(corpora, folder)
    const script = join(import.meta.dirname, 'train-context.py')
    const { status } = spawnSync(PYTHON, [script, folder], {
      stdio: 'inherit',
      env: { ...process.env, OPENBLAS_NUM_THREADS: '1', OMP_NUM_THREADS: '1' },
    })
    if (status !== 0) throw new Error(`training the context network ended with ${status}`)
    const bytes = readFileSync(join(folder, 'context.bin'))
    const edition = writeGenerated('decloak/context', bytes, COMMAND)
    console.log(`context network ${edition}, ${bytes.length} bytes`)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function writeLessons(corpora: Corpora, folder: string): void {
  const random = seededRandom(SEED)
  const { cold, taught } = splitComments(corpora)
  const habits = openHabits(findLures(corpora), [...corpora.talk, ...corpora.chat, ...cold])
  const lessons = taught.map((comment) => {
    const disguised = Array.from({ length: DISGUISES }, () =>
      disguiseWords(comment, habits, random),
    )
    return [comment, ...disguised].map(toLine).join('\t')
  })
  const sounds = Array.from({ length: LAST_HAN - FIRST_HAN + 1 }, (_, nth) => FIRST_HAN + nth)
    .filter((unit) => SYLLABLE[unit] !== 0)
    .map((unit) => [unit, SYLLABLE[unit], SOUND_CLASS[unit]].join(' '))
  writeFileSync(join(folder, 'lessons.tsv'), lessons.join('\n'))
  writeFileSync(join(folder, 'ordinary.txt'), plainTexts(corpora).map(toLine).join('\n'))
  writeFileSync(join(folder, 'sounds.txt'), sounds.join('\n'))
}

function toLine(text: string): string {
  return text.replace(/\s/g, ' ')
}
