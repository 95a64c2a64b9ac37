/**
 * Builds the console into `dist`: files only, no inline script or style, so that the server can
 * send it under `default-src 'self'`.
 *
 * Ant Design writes its styles into `<style>` elements through two copies of one module; both are
 * replaced by `src/theme/adopted-styles.ts`, which needs no exception in the policy.
 */

import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

const ADOPTED = fileURLToPath(new URL('./src/theme/adopted-styles.ts', import.meta.url))
const STYLE_WRITERS = /@rc-component\/util\/(?:es|lib)\/Dom\/dynamicCSS\.js$/
const ICON_STYLE_WRITER = /@ant-design\/icons\/(?:es|lib)\/cssUtils\.js$/

function adoptedStyles(): Plugin {
  const source = JSON.stringify(ADOPTED)
  return {
    name: 'adopted-styles',
    enforce: 'pre',
    load(id) {
      const path = id.split('?')[0] ?? id
      if (STYLE_WRITERS.test(path)) return `export * from ${source}`
      if (!ICON_STYLE_WRITER.test(path)) return null
      return `export { updateCSS } from ${source}
export const getShadowRoot = () => null
export const warningOnce = () => {}`
    },
  }
}

export default defineConfig({
  plugins: [adoptedStyles(), react()],
  build: {
    target: 'es2022',
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 900,
    modulePreload: { polyfill: false },
  },
  server: { proxy: { '/v1': 'http://127.0.0.1:7300' } },
})
