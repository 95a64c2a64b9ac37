/** What every page stands in: styles, theme, language of the library, queries, addresses. */

import { StyleProvider } from '@ant-design/cssinjs'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { ConfigProvider, App as Library } from 'antd'
import enGB from 'antd/locale/en_GB'
import zhCN from 'antd/locale/zh_CN'
import { BrowserRouter } from 'react-router'
import { ApiProblem } from './api/problem.ts'
import { Door } from './Door.tsx'
import { useTexts } from './hooks/use-texts.ts'
import { useTheme } from './hooks/use-theme.ts'
import { ThemeContext } from './shell/ThemeContext.ts'
import { themeOf } from './theme/tokens.ts'

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      // Only what never reached the server is worth asking again.
      retry: (count, error) =>
        count < 2 && error instanceof ApiProblem && error.problem.code === 'UNREACHABLE',
    },
  },
})

export function Root() {
  const { language } = useTexts()
  const { choice, mode, hasMotion, choose } = useTheme()
  return (
    <StyleProvider layer>
      <ConfigProvider
        theme={themeOf(mode, hasMotion)}
        locale={language === 'zh' ? zhCN : enGB}
        button={{ autoInsertSpace: false }}
      >
        <Library>
          <ThemeContext value={{ choice, choose }}>
            <QueryClientProvider client={queries}>
              <BrowserRouter>
                <Door />
              </BrowserRouter>
            </QueryClientProvider>
          </ThemeContext>
        </Library>
      </ConfigProvider>
    </StyleProvider>
  )
}
