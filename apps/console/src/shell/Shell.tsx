/** The frame around every page behind the door. */

import { useQueryClient } from '@tanstack/react-query'
import { Drawer } from 'antd'
import { type ReactNode, useState } from 'react'
import { Link } from 'react-router'
import { api } from '../api/client.ts'
import { useCommands } from '../hooks/use-command.ts'
import { useTexts } from '../hooks/use-texts.ts'
import { BrandMark } from '../parts/Icon.tsx'
import { ClockBar } from './ClockBar.tsx'
import { HotkeySheet } from './HotkeySheet.tsx'
import { Nav } from './Nav.tsx'
import { useUser } from './session.ts'
import { LanguageSwitch, ThemeSwitch, ToolButton } from './Tools.tsx'

export function Shell({ children }: { readonly children: ReactNode }) {
  const { t } = useTexts()
  const [sheetOpen, setSheetOpen] = useState(false)
  useCommands({ sheet: () => setSheetOpen(true) })
  return (
    <>
      <a className="skip-link" href="#content">
        {t('nav.skip')}
      </a>
      <div className="shell">
        <aside className="sidebar" aria-label={t('brand.name')}>
          <Brand />
          <Nav />
          <SidebarFoot onSheet={() => setSheetOpen(true)} />
        </aside>
        <div>
          <TopBar />
          <ClockBar />
          <main className="content" id="content" tabIndex={-1}>
            {children}
          </main>
        </div>
      </div>
      <HotkeySheet open={sheetOpen} onClose={() => setSheetOpen(false)} />
    </>
  )
}

function Brand() {
  const { t } = useTexts()
  return (
    <Link className="brand" to="/">
      <BrandMark />
      <span>
        {t('brand.name')}
        <small>{t('brand.tagline')}</small>
      </span>
    </Link>
  )
}

function SidebarFoot({ onSheet }: { readonly onSheet: () => void }) {
  const { t } = useTexts()
  return (
    <div className="sidebar-foot">
      <div className="tools">
        <LanguageSwitch />
        <ThemeSwitch />
        <ToolButton icon="keyboard" label={t('nav.hotkeys')} onClick={onSheet} />
        <SignOut />
      </div>
      <Who />
    </div>
  )
}

function Who() {
  const { t } = useTexts()
  const { name, roles } = useUser()
  return (
    <div className="who">
      <div>{name}</div>
      <div className="soft small">{roles.map((role) => t(`role.${role}`)).join(' · ')}</div>
    </div>
  )
}

function SignOut() {
  const { t } = useTexts()
  const queries = useQueryClient()
  const signOut = async () => {
    await api.signOut()
    queries.clear()
    window.location.assign('/')
  }
  return <ToolButton icon="signOut" label={t('nav.signOut')} onClick={() => void signOut()} />
}

function TopBar() {
  const { t } = useTexts()
  const [open, setOpen] = useState(false)
  const close = () => setOpen(false)
  return (
    <header className="topbar">
      <Brand />
      <div className="tools">
        <LanguageSwitch />
        <ThemeSwitch />
        <ToolButton icon="menu" label={t('nav.menu')} onClick={() => setOpen(true)} />
      </div>
      <Drawer open={open} onClose={close} size={260} title={t('nav.label')}>
        <div className="stack">
          <Nav onOpen={close} />
          <Who />
          <SignOut />
        </div>
      </Drawer>
    </header>
  )
}
