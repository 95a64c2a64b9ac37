import assert from 'node:assert/strict'
import { test } from 'node:test'
import { chooseLanguage } from './language.ts'

const cases: [title: string, args: readonly string[], env: Record<string, string>, 'zh' | 'en'][] =
  [
    ['Chinese when nothing is said', [], {}, 'zh'],
    ['Chinese in the C locale', [], { LANG: 'C.UTF-8' }, 'zh'],
    ['English in an English locale', [], { LANG: 'en_US.UTF-8' }, 'en'],
    ['Chinese where LC_ALL outweighs LANG', [], { LC_ALL: 'zh_CN.UTF-8', LANG: 'en_US' }, 'zh'],
    ['the option before the locale', ['--lang', 'zh'], { LANG: 'en_US' }, 'zh'],
    ['the option after an equals sign', ['check', '--lang=en', 'x'], {}, 'en'],
    ['the locale where the option names another language', ['--lang', 'fr'], {}, 'zh'],
    ['no option after --', ['check', '--', '--lang=en'], {}, 'zh'],
  ]

for (const [title, args, env, expected] of cases) {
  test(`the language is ${title}`, () => {
    assert.equal(chooseLanguage(args, env), expected)
  })
}
