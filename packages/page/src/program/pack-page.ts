/** Puts together what the host in the browser needs of one page of a mini-program. */

import type { Wording } from '@fangxing/contract'
import type { Program, ProgramFiles } from './find-program.ts'
import type { DeclaredAnswer, NavigationBar, ProgramParcel, TabBar } from './program-parcel.ts'
import { readJson, readText, toList, toObject, toText } from './read-json.ts'
import { readScripts } from './read-scripts.ts'
import { readUnits } from './read-units.ts'

const MOST_TEXT = 400_000

export interface PageWish {
  /** A registered page, with a query when it needs one: `pages/goods/goods?id=1`. */
  readonly page: string
  readonly answers?: readonly DeclaredAnswer[] | undefined
}

export function packPage(
  program: Program,
  { page: wished, answers = [] }: PageWish,
): ProgramParcel {
  const { files, platform } = program
  const [page = '', query = ''] = wished.split('?')
  const units = readUnits(program, page)
  const entries = Object.values(units).flatMap(({ script }) => (script === null ? [] : [script]))
  return {
    platform,
    page,
    query: Object.fromEntries(new URLSearchParams(query)),
    bar: readBar(program, page),
    tabs: readTabs(program, page),
    units,
    templates: readTexts(files, /\.(?:wxml|swan)$/, true),
    templateScripts: readTexts(files, /\.(?:wxs|sjs|filter\.js)$/, true),
    styles: readTexts(files, /\.(?:wxss|css)$/, false),
    scripts: readScripts(files, [
      ...['app.js', 'app.ts'].filter((one) => files.has(one)),
      ...entries,
    ]),
    answers,
    gaps: tellCustomTabs(program, page),
  }
}

function readTexts(files: ProgramFiles, ending: RegExp, isBare: boolean) {
  return Object.fromEntries(
    [...files].flatMap(([path, bytes]) =>
      ending.test(path) && bytes.length <= MOST_TEXT
        ? [[isBare ? path.replace(ending, '') : path, readText(bytes)]]
        : [],
    ),
  )
}

function readBar({ files, app }: Program, page: string): NavigationBar {
  const own = { ...toObject(app.window), ...readJson(files.get(`${page}.json`)) }
  return {
    title: toText(own.navigationBarTitleText) ?? '',
    colour: toColour(own.navigationBarBackgroundColor, '#000000'),
    text: own.navigationBarTextStyle === 'black' ? 'black' : 'white',
    isCustom: own.navigationStyle === 'custom',
    background: toColour(own.backgroundColor, '#ffffff'),
  }
}

function readTabs({ app }: Program, page: string): TabBar | null {
  const bar = toObject(app.tabBar)
  const items = toList(bar.list).map(toObject)
  if (!items.some(({ pagePath }) => pagePath === page) || bar.custom === true) return null
  return {
    colour: toColour(bar.color, '#7a7e83'),
    selectedColour: toColour(bar.selectedColor, '#3cc51f'),
    background: toColour(bar.backgroundColor, '#ffffff'),
    items: items.map(({ text, iconPath, selectedIconPath, pagePath }) => {
      const isCurrent = pagePath === page
      const icon = toText(isCurrent ? (selectedIconPath ?? iconPath) : iconPath)
      return { text: toText(text) ?? '', icon: icon?.replace(/^\.?\/?/, '/') ?? null, isCurrent }
    }),
  }
}

function tellCustomTabs({ app }: Program, page: string): readonly Wording[] {
  const { custom, list } = toObject(app.tabBar)
  const isOn = toList(list).some((one) => toObject(one).pagePath === page)
  return custom === true && isOn
    ? [{ zh: '自定义的 tabBar 没有画。', en: 'The custom tab bar was not drawn.' }]
    : []
}

function toColour(value: unknown, fallback: string): string {
  const named = toText(value) ?? ''
  return /^#[0-9a-f]{3,8}$|^[a-z]+$/i.test(named) ? named : fallback
}
