/** The pages that this person sees, as links; the one that is open is marked. */

import { NavLink } from 'react-router'
import { useTexts } from '../hooks/use-texts.ts'
import { Icon } from '../parts/Icon.tsx'
import { findPages, type PageName } from '../view/people.ts'
import { useUser } from './session.ts'

const PATH_OF: Readonly<Record<PageName, string>> = {
  work: '/',
  releases: '/releases',
  apps: '/apps',
  check: '/check',
  cases: '/cases',
  terms: '/terms',
  users: '/users',
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
        </NavLink>
      ))}
    </nav>
  )
}
