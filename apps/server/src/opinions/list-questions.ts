/**
 * The questions of meaning that a material raises, each with the texts it is about.
 *
 * Only texts: what a picture shows is for engines that see it, and for people. Bounded; what is left
 * out stays unanswered, and a person is asked.
 */

import { type SeenMaterial, toBody } from '@fangxing/assessment'
import type { OpinionQuestion, Place, SeenCard, WrittenText } from '@fangxing/contract'

export interface Question {
  readonly question: OpinionQuestion
  /** `title`, `body`, a card's id. */
  readonly about: string
  /** What is asked, answered by how far it is so. */
  readonly words: string
  /** The texts of the material that it is about, by what they are. */
  readonly texts: Readonly<Record<string, string>>
  readonly place: Place
}

const MOST_CARDS = 12
const MOST_TITLE = 300
/** Of a long body the beginning and the end. */
const MOST_BODY = 6000

export function listQuestions({ material, cards = [] }: SeenMaterial): readonly Question[] {
  const title = (material.title ?? '').slice(0, MOST_TITLE)
  const body = shorten(toBody(material))
  if (title.trim() === '') return []
  return [
    ...askOfTitle(title),
    ...(body.trim() === '' ? [] : askOfBody(title, body)),
    ...(body.trim() === ''
      ? []
      : cards.slice(0, MOST_CARDS).flatMap((card) => askOfCard(card, title, body))),
  ]
}

function askOfTitle(title: string): readonly Question[] {
  const ask = (question: OpinionQuestion, words: string): Question => ({
    question,
    about: 'title',
    words,
    texts: { title },
    place: placeOf('title', title),
  })
  return [
    ask('clickbait', '标题是不是标题党：夸张、悬念、用没有说出来的事引人点开？'),
    ask('grammar', '标题是不是通顺、没有语病？'),
  ]
}

function askOfBody(title: string, body: string): readonly Question[] {
  const ask = (question: OpinionQuestion, about: string, words: string): Question => ({
    question,
    about,
    words,
    texts: { title, body },
    place: about === 'title' ? placeOf('title', title) : placeOf('body', ''),
  })
  return [
    ask('title-fits-body', 'title', '正文讲的是不是标题说的事？'),
    ask('title-contradicts-body', 'title', '标题的观点是不是与正文的观点完全相反？'),
    ask('paragraphs-fit-title', 'body', '正文里与标题有关的段落占的篇幅有多大？'),
  ]
}

function askOfCard(
  { id, title: name, category, before, after, place }: SeenCard,
  title: string,
  body: string,
): readonly Question[] {
  const card = `${name} ${category ?? ''}`.trim().slice(0, MOST_TITLE)
  return [
    {
      question: 'card-fits-article',
      about: id,
      words: '商品卡里的商品与文章是不是有关？',
      texts: { title, body, card },
      place,
    },
    {
      question: 'card-is-named-beside',
      about: id,
      words: '商品卡前后的文字是不是说到了这件商品、它的品类或功效？',
      texts: { card, beside: `${before.slice(-MOST_TITLE)}\n${after.slice(0, MOST_TITLE)}` },
      place,
    },
  ]
}

function shorten(body: string): string {
  if (body.length <= MOST_BODY) return body
  return `${body.slice(0, MOST_BODY / 2)}\n……\n${body.slice(-MOST_BODY / 2)}`
}

function placeOf(field: string, text: string): WrittenText['place'] {
  return { kind: 'text', field, start: 0, end: text.length }
}
