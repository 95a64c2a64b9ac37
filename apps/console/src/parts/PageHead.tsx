/** The title of a page, what it is for, and its main step. Sets the title of the window too. */

import { type ReactNode, useEffect } from 'react'
import { useTexts } from '../hooks/use-texts.ts'

interface Properties {
  readonly title: ReactNode
  /** For the window, where `title` is more than words. */
  readonly name?: string
  readonly lead?: ReactNode
  readonly children?: ReactNode
}

export function PageHead({ title, name, lead, children }: Properties) {
  const { t } = useTexts()
  const words = name ?? (typeof title === 'string' ? title : '')
  useEffect(() => {
    document.title = `${words} · ${t('brand.name')}`
  }, [words, t])
  return (
    <header className="page-head">
      <div>
        <h1>{title}</h1>
        {lead && <p>{lead}</p>}
      </div>
      {children && <div className="row">{children}</div>}
    </header>
  )
}
