/** The record of the app's checks: by answer, by writer, or one by its trace id. */

import { Input, Segmented } from 'antd'
import { useSearchParams } from 'react-router'
import { portal } from '../../../api/portal.ts'
import type { CheckRow } from '../../../api/portal-types.ts'
import type { TextCheck } from '../../../api/types.ts'
import { useTexts } from '../../../hooks/use-texts.ts'
import { PagedList } from '../../../parts/PagedList.tsx'
import { parseCheckSearch } from '../../../view/check-search.ts'
import { CheckLine } from './CheckLine.tsx'
import { WholeCheck } from './WholeCheck.tsx'

const ANSWERS = ['pass', 'review', 'risky'] as const
const PAGE_LENGTH = 50

export function ChecksTab({ appid }: { readonly appid: string }) {
  const [params, setParams] = useSearchParams()
  const words = params.get('q') ?? ''
  const answer = ANSWERS.find((each) => each === params.get('answer'))
  const search = parseCheckSearch(words)
  const set = (name: string, value: string) =>
    setParams((before) => {
      if (value === '') before.delete(name)
      else before.set(name, value)
      return before
    })
  return (
    <div className="stack">
      <Bar key={words} words={words} answer={answer} onSet={set} />
      {search.kind === 'trace' ? (
        <WholeCheck id={search.id} onClose={() => set('q', '')} />
      ) : (
        <Rows
          appid={appid}
          answer={answer}
          writer={search.kind === 'writer' ? search.writer : undefined}
          onOpen={(id) => set('q', id)}
        />
      )}
    </div>
  )
}

interface BarProperties {
  readonly words: string
  readonly answer: TextCheck['suggest'] | undefined
  readonly onSet: (name: string, value: string) => void
}

function Bar({ words, answer, onSet }: BarProperties) {
  const { t } = useTexts()
  return (
    <div className="row">
      <Input.Search
        allowClear
        className="search"
        aria-label={t('record.search')}
        placeholder={t('record.search')}
        defaultValue={words}
        maxLength={128}
        onSearch={(value) => onSet('q', value.trim())}
      />
      <Segmented
        aria-label={t('record.answer')}
        value={answer ?? ''}
        onChange={(value) => onSet('answer', value)}
        options={[
          { value: '', label: t('record.any') },
          ...ANSWERS.map((value) => ({ value, label: t(`suggest.${value}`) })),
        ]}
      />
    </div>
  )
}

interface RowsProperties {
  readonly appid: string
  readonly answer: TextCheck['suggest'] | undefined
  readonly writer: string | undefined
  readonly onOpen: (id: string) => void
}

function Rows({ appid, answer, writer, onOpen }: RowsProperties) {
  const { t } = useTexts()
  const isFiltered = answer !== undefined || writer !== undefined
  return (
    <PagedList<CheckRow>
      queryKey={['checks', appid, answer, writer]}
      ask={(cursor) =>
        portal.findChecks({ appid, suggest: answer, writer, cursor, limit: PAGE_LENGTH })
      }
      label={t('record.title')}
      empty={t(isFiltered ? 'record.noneFound' : 'record.empty')}
      keyOf={({ id }) => id}
      rowHeight={76}
    >
      {(check) => <CheckLine check={check} onOpen={onOpen} />}
    </PagedList>
  )
}
