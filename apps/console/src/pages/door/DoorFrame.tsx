/** The card that both pages of the front door stand in. */

import type { ReactNode } from 'react'
import { useTexts } from '../../hooks/use-texts.ts'
import { BrandMark } from '../../parts/Icon.tsx'
import { LanguageSwitch, ThemeSwitch } from '../../shell/Tools.tsx'

interface Properties {
  readonly title: string
  readonly lead?: string
  readonly children: ReactNode
}

export function DoorFrame({ title, lead, children }: Properties) {
  const { t } = useTexts()
  return (
    <main className="door">
      <div className="door-card">
        <div className="brand">
          <BrandMark />
          <span>
            {t('brand.name')}
            <small>{t('brand.tagline')}</small>
          </span>
        </div>
        <section className="card stack">
          <div className="stack-tight">
            <h1>{title}</h1>
            {lead && <p className="soft">{lead}</p>}
          </div>
          {children}
        </section>
        <div className="door-foot">
          <LanguageSwitch />
          <ThemeSwitch />
        </div>
      </div>
    </main>
  )
}
