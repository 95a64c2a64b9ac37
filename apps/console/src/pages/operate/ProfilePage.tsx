/** Which categories file, by what clock: the edition that decides now, all editions, and a next one. */

import { useQuery } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { operate } from '../../api/operate.ts'
import type { FilingProfile, ProfileRow } from '../../api/operate-types.ts'
import { useTexts } from '../../hooks/use-texts.ts'
import { Loaded } from '../../parts/Loaded.tsx'
import { Moment } from '../../parts/Moment.tsx'
import { PageHead } from '../../parts/PageHead.tsx'
import { Tag } from '../../parts/Tag.tsx'
import { keyOf } from '../../view/categories.ts'
import { ProfileDialog } from './ProfileDialog.tsx'

/** Rows that are shown without a search; the table has hundreds. */
const MOST_ROWS = 60

export function ProfilePage() {
  const { t } = useTexts()
  const profile = useQuery({ queryKey: ['filing-profile'], queryFn: operate.getProfile })
  return (
    <>
      <PageHead title={t('profile.title')} lead={t('profile.lead')} />
      <Loaded query={profile}>{(value) => <Profile profile={value} />}</Loaded>
    </>
  )
}

function Profile({ profile }: { readonly profile: FilingProfile }) {
  const { t } = useTexts()
  const [changed, setChanged] = useState<ReadonlySet<string>>(new Set())
  const [isSaving, setIsSaving] = useState(false)
  const isFiled = (row: ProfileRow) => row.filed !== changed.has(keyOf(row))
  const toggle = (row: ProfileRow) => setChanged(changed.symmetricDifference(new Set([keyOf(row)])))
  return (
    <div className="release-grid">
      <section className="card stack">
        <div className="row-apart">
          <h2>{t('profile.categories')}</h2>
          <Button type="primary" onClick={() => setIsSaving(true)}>
            {t('profile.save', { count: changed.size })}
          </Button>
        </div>
        <Categories rows={profile.categories} changed={changed} onToggle={toggle} />
      </section>
      <Aside profile={profile} />
      {isSaving && (
        <ProfileDialog
          profile={profile}
          categories={profile.categories.map((row) => ({ ...row, filed: isFiled(row) }))}
          onClose={(isSaved) => {
            setIsSaving(false)
            if (isSaved) setChanged(new Set())
          }}
        />
      )}
    </div>
  )
}

interface CategoriesProperties {
  readonly rows: readonly ProfileRow[]
  readonly changed: ReadonlySet<string>
  readonly onToggle: (row: ProfileRow) => void
}

function Categories({ rows, changed, onToggle }: CategoriesProperties) {
  const { t } = useTexts()
  const [wanted, setWanted] = useState('')
  const found = rows.filter(({ first, second }) => `${first} ${second}`.includes(wanted.trim()))
  const ordered = found.toSorted((one, other) => Number(other.filed) - Number(one.filed))
  return (
    <>
      <Input.Search
        aria-label={t('profile.search')}
        placeholder={t('profile.search')}
        allowClear
        onChange={({ target }) => setWanted(target.value)}
      />
      <table className="table profile-table">
        <thead>
          <tr>
            <th scope="col">{t('profile.category')}</th>
            <th scope="col">{t('profile.licences')}</th>
            <th scope="col">{t('profile.filed')}</th>
          </tr>
        </thead>
        <tbody>
          {ordered.slice(0, MOST_ROWS).map((row) => (
            <Category
              key={keyOf(row)}
              row={row}
              isChanged={changed.has(keyOf(row))}
              onToggle={onToggle}
            />
          ))}
        </tbody>
      </table>
      {ordered.length > MOST_ROWS && (
        <p className="soft small">{t('profile.more', { count: ordered.length - MOST_ROWS })}</p>
      )}
    </>
  )
}

interface CategoryProperties extends Pick<CategoriesProperties, 'onToggle'> {
  readonly row: ProfileRow
  readonly isChanged: boolean
}

function Category({ row, isChanged, onToggle }: CategoryProperties) {
  const { t } = useTexts()
  const name = `${row.first} · ${row.second}`
  return (
    <tr>
      <td>{name}</td>
      <td className="small soft">{row.licences.join('、')}</td>
      <td>
        <label className="row">
          <input
            type="checkbox"
            aria-label={t('profile.fileIt', { category: name })}
            checked={row.filed !== isChanged}
            onChange={() => onToggle(row)}
          />
          {isChanged && <Tag tone="amber">{t('profile.changed')}</Tag>}
        </label>
      </td>
    </tr>
  )
}

function Aside({ profile }: { readonly profile: FilingProfile }) {
  const { t } = useTexts()
  const { clock, edition, editions } = profile
  return (
    <div className="stack">
      <section className="card stack-tight">
        <h2>{t('profile.now', { edition })}</h2>
        <p>{t(`filing.${clock.kind}`)}</p>
        <p className="soft small">
          {clock.pausesFor.length === 0
            ? t('profile.neverPauses')
            : clock.pausesFor.map((reason) => t(`authority.pauseFor.${reason}`)).join('、')}
        </p>
      </section>
      <section className="card">
        <h2>{t('profile.editions')}</h2>
        <ol className="timeline">
          {editions.map((one) => (
            <li key={one.edition}>
              <span className="row">
                <strong className="mono">{one.edition}</strong>
                {one.edition === edition && <Tag tone="green">{t('policies.live')}</Tag>}
              </span>
              <div className="soft small">
                {one.savedBy === null ? t('profile.shipped') : one.savedBy}
                {one.fromAt !== null && (
                  <>
                    {' · '}
                    {t('profile.from')} <Moment at={one.fromAt} />
                  </>
                )}
              </div>
            </li>
          ))}
        </ol>
      </section>
    </div>
  )
}
