/** The pages that this person sees, as links in groups; the one that is open is marked. */

import { type ReactNode, useId } from 'react'
import { NavLink, type NavLinkProps } from 'react-router'
import { useTexts } from '../hooks/use-texts.ts'
import { useUnread } from '../hooks/use-unread.ts'
import { Icon } from '../parts/Icon.tsx'
import { badgeOf } from '../view/notices.ts'
import { findPages, type PageName } from '../view/people.ts'
import { useUser } from './session.ts'

const PATH_OF: Readonly<Record<PageName, string>> = {
  notices: '/notices',
  queue: '/queue',
  releases: '/releases',
  apps: '/apps',
  materials: '/materials',
  check: '/check',
  cases: '/cases',
  quality: '/quality',
  terms: '/terms',
  users: '/users',
  authority: '/authority',
  operate: '/operate',
}

export function Nav({ onOpen }: { readonly onOpen?: () => void }) {
  const { t } = useTexts()
  const { roles } = useUser()
  return (
    <nav className="nav" aria-label={t('nav.label')}>
      {findPages(roles).map((group) => (
        <div key={group[0]} className="nav-group">
          {group.map((page) => (
            <Item key={page} page={page} onOpen={onOpen} />
          ))}
        </div>
      ))}
    </nav>
  )
}

interface ItemProperties {
  readonly page: PageName
  readonly onOpen: (() => void) | undefined
}

function Item({ page, onOpen }: ItemProperties) {
  const { t } = useTexts()
  const link = (
    <>
      <Icon name={page} />
      {t(`nav.${page}`)}
    </>
  )
  const to = { to: PATH_OF[page], ...(onOpen ? { onClick: onOpen } : {}) }
  return page === 'notices' ? <Counted {...to}>{link}</Counted> : <NavLink {...to}>{link}</NavLink>
}

/** The count describes the link and is no part of its name, which stays the page's. */
function Counted({ children, ...link }: NavLinkProps & { readonly children: ReactNode }) {
  const { t } = useTexts()
  const id = useId()
  const badge = badgeOf(useUnread())
  return (
    <>
      <NavLink {...link} {...(badge === '' ? {} : { 'aria-describedby': id })}>
        {children}
        {badge !== '' && (
          <span className="badge" aria-hidden="true">
            {badge}
          </span>
        )}
      </NavLink>
      {badge !== '' && (
        <span id={id} hidden>
          {t('apps.unread', { count: badge })}
        </span>
      )}
    </>
  )
}
