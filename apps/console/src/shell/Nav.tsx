/** The pages that this person sees, as links; the one that is open is marked. */

import { NavLink } from 'react-router'
import { useTexts } from '../hooks/use-texts.ts'
import { useUnread } from '../hooks/use-unread.ts'
import { Icon } from '../parts/Icon.tsx'
import { badgeOf } from '../view/notices.ts'
import { findPages, type PageName } from '../view/people.ts'
import { useUser } from './session.ts'

const PATH_OF: Readonly<Record<PageName, string>> = {
  work: '/',
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
      {findPages(roles).map((page) => (
        <NavLink
          key={page}
          to={PATH_OF[page]}
          end={page === 'work'}
          {...(onOpen ? { onClick: onOpen } : {})}
        >
          <Icon name={page} />
          {t(`nav.${page}`)}
          {page === 'notices' && <Unread />}
        </NavLink>
      ))}
    </nav>
  )
}

function Unread() {
  const { t } = useTexts()
  const count = useUnread()
  const badge = badgeOf(count)
  if (badge === '') return null
  return (
    <span className="badge">
      {badge}
      <span className="visually-hidden">{t('notices.unread')}</span>
    </span>
  )
}
