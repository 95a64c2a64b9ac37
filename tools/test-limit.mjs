/**
 * Loaded into every test process: one that does not end says what keeps it alive, and fails.
 *
 * A forgotten timer or socket would otherwise hold up the whole run for ever, after its last test has
 * passed and without a word. The runner's own time limit is for single tests.
 */

import { isMainThread } from 'node:worker_threads'

/** Loads this file into Node. */
export const LOAD_TEST_LIMIT = `--import=${import.meta.url}`

/** The longest file takes two minutes on two quiet cores. */
const LIMIT_SECONDS = Number(process.env.FANGXING_TEST_LIMIT_SECONDS ?? 1200)

const isTestProcess = process.env.NODE_TEST_CONTEXT !== undefined && isMainThread
if (isTestProcess) {
  setTimeout(giveUp, LIMIT_SECONDS * 1000).unref()
}

function giveUp() {
  const kept = process.getActiveResourcesInfo().join(', ')
  process.stderr.write(
    `放行 测试进程 ${LIMIT_SECONDS} 秒未结束，仍有：${kept} · ` +
      `a test process has not ended in ${LIMIT_SECONDS} seconds; alive: ${kept}\n`,
  )
  process.exit(1)
}
