/**
 * ESLint with a small set of rules over the scripts of the same tree, installed where it is measured:
 * it is no dependency of anything here.
 */

import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Measured, measureChild } from './child.ts'

const VERSION = '9.39.1'

const CONFIG = `export default [{
  files: ['**/*.js'],
  languageOptions: { sourceType: 'commonjs', ecmaVersion: 2022, globals: { wx: 'readonly', Page: 'readonly', App: 'readonly' } },
  rules: { 'no-undef': 'error', 'no-unused-vars': 'error', 'no-unreachable': 'error' },
}]
`

export function measureEslint(folder: string, program: string): Measured {
  const home = join(folder, 'eslint')
  if (!existsSync(join(home, 'node_modules', 'eslint'))) install(home)
  // Above the program: ESLint leaves alone what lies elsewhere than its configuration.
  const config = join(folder, 'eslint.config.mjs')
  writeFileSync(config, CONFIG)
  const command = join(home, 'node_modules', 'eslint', 'bin', 'eslint.js')
  return measureChild(command, ['--config', config, '--format', 'json', program], folder)
}

function install(home: string): void {
  mkdirSync(home, { recursive: true })
  writeFileSync(join(home, 'package.json'), '{ "private": true }')
  const args = ['install', '--no-audit', '--no-fund', '--prefer-offline', `eslint@${VERSION}`]
  const { status, stderr } = spawnSync('npm', args, { cwd: home, encoding: 'utf8' })
  if (status !== 0) throw new Error(`eslint@${VERSION} cannot be installed: ${stderr}`)
}
