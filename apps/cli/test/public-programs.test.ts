/**
 * Public mini-programs, which nobody here wrote, go through the whole life.
 *
 * FANGXING_PROGRAMS names a folder with one program per folder; the repository holds none of their
 * code. Without it the one test is skipped and says so.
 */

import assert from 'node:assert/strict'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { runCli } from './run-cli.ts'

const folder = process.env.FANGXING_PROGRAMS
const skip = folder === undefined && 'FANGXING_PROGRAMS names no folder of public programs'

test('every public program is launched, or refused with a reason', { skip }, async (context) => {
  const endings = { launched: 0, refused: 0, unread: 0 }
  for (const name of readdirSync(folder ?? '').sort()) {
    await context.test(name, async () => {
      const args = ['rehearse', join(folder ?? '', name), '--category', '社交/社区/论坛']
      const { code, stdout, stderr } = await runCli(args)
      if (code === 0) {
        assert.match(stdout, /进入报备[\s\S]*预上线[\s\S]*发布上线/)
        endings.launched += 1
      } else if (code === 1) {
        assert.match(stdout, /机审驳回 .*→ 审核未通过 .*wechat-[a-z]+/)
        endings.refused += 1
      } else {
        assert.equal(code, 2)
        assert.match(stderr, /^fangxing: \S.*\n$/m)
        endings.unread += 1
      }
    })
  }
  context.diagnostic(JSON.stringify(endings))
  assert.ok(endings.launched > 0, 'no program reached its launch')
})
