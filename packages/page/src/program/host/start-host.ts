/// <reference lib="dom" />
/** Opens a page of a mini-program in the browser: reads its source, registers it, lives through its start. */

import { compileTemplates, openCompiler } from './compile-templates.ts'
import { drawChrome } from './draw-chrome.ts'
import { registerElements } from './elements/register-elements.ts'
import { type Framework, HOST } from './host-state.ts'
import { openModules } from './load-modules.ts'
import { openContext } from './open-context.ts'
import { liveThrough } from './page-life.ts'
import { registerUnits } from './register-units.ts'
import { attemptIn, openReport, reportError } from './report.ts'
import { settleSetData } from './samples.ts'

/** Where the host's own files are served. */
const FOLDER = '/.fangxing'

async function startHost(): Promise<void> {
  openReport()
  const [framework, TmplGroup, parcel] = await Promise.all([
    import(`${FOLDER}/adapter.js`) as Promise<Framework>,
    openCompiler(FOLDER),
    fetch(`${FOLDER}/program.json`).then((answer) => answer.json()),
  ])
  HOST.parcel = parcel
  for (const { zh, en } of HOST.parcel.gaps) HOST.report(zh, en)
  framework.glassEasel.addGlobalErrorListener((error) => {
    // Of an observer that is not there and of a type of its own the platform only warns.
    const isWarning = /Cannot find method|the type of property/.test(String(error))
    if (!isWarning) reportError(error)
    return false
  })
  attemptIn('start', () => openPage(framework, TmplGroup))
}

function openPage(framework: Framework, TmplGroup: Awaited<ReturnType<typeof openCompiler>>): void {
  const env = new framework.MiniProgramEnv()
  const space = env.createCodeSpace('', true)
  registerElements(space)
  drawChrome()
  compileTemplates(space, new TmplGroup())
  settleSetData(framework)
  const styles = registerUnits(space, openModules())
  const backend = env.associateBackend(openContext(framework))
  for (const { address, text } of styles) backend.registerStyleSheetContent(address, text)
  const { page, query } = HOST.parcel
  const search = new URLSearchParams(query).toString()
  liveThrough(backend.createRoot('body', space, search === '' ? page : `${page}?${search}`))
}

await startHost()
