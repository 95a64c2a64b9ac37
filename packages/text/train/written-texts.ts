/**
 * Texts that were written for training, whole, one a line: `texts/*.txt`.
 *
 * `# label: 20003 · kind in words` begins a section, and its texts have that label; another line that
 * begins with `#` is a remark. Where a label has several topics, the kind says which. Throws, with
 * the line, on a text before the first section and on a label that has no topic.
 */

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { TOPICS, type Topic } from '../src/classify/topics.ts'

export interface WrittenText {
  readonly text: string
  readonly topic: Topic
}

/** Of the topics of a label, the first whose words are in the kind; a label's last takes what is left. */
const TOPICS_OF_KINDS: readonly (readonly [label: number, kind: RegExp, topic: Topic])[] = [
  [100, /(?:)/, 'ordinary'],
  [10001, /weight|beauty|courses|multilevel|fortune|love|loan|replica/, 'advert'],
  [10001, /(?:)/, 'blackMarket'],
  [20002, /(?:)/, 'porn'],
  [20003, /(?:)/, 'insult'],
  [20006, /drug|weapon|counterfeit|smuggl/, 'contraband'],
  [20006, /(?:)/, 'gambling'],
  [20008, /(?:)/, 'fraud'],
  [20012, /(?:)/, 'vulgar'],
]

export function readWrittenTexts(folder: string): WrittenText[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .flatMap((name) => parseTexts(readFileSync(join(folder, name), 'utf8')))
}

/** Each text once, also when it was written twice. */
export function parseTexts(source: string): WrittenText[] {
  const topics = new Map<string, Topic>()
  let topic: Topic | undefined
  for (const line of source.split('\n').map((one) => one.trim())) {
    const [, label, kind = ''] = /^# label: (\d+)(.*)$/.exec(line) ?? []
    if (label !== undefined) topic = topicOf(Number(label), kind)
    if (line === '' || line.startsWith('#')) continue
    if (topic === undefined) throw new Error(`a text stands before the first label: ${line}`)
    topics.set(line, topic)
  }
  return [...topics].map(([text, one]) => ({ text, topic: one }))
}

function topicOf(label: number, kind: string): Topic {
  const topic = TOPICS_OF_KINDS.find(([one, words]) => one === label && words.test(kind))?.[2]
  if (topic === undefined || TOPICS[topic] !== label) {
    throw new Error(`no topic has the label ${label}`)
  }
  return topic
}
