/** Pictures that people have denied or allowed, by hash: the bank, adding, bringing in, taking along. */

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Button, Popconfirm } from 'antd'
import { operate } from '../../api/operate.ts'
import type { KnownPicture } from '../../api/operate-types.ts'
import { useTexts } from '../../hooks/use-texts.ts'
import { FileButton } from '../../parts/FileButton.tsx'
import { Moment } from '../../parts/Moment.tsx'
import { PagedList } from '../../parts/PagedList.tsx'
import { PageHead } from '../../parts/PageHead.tsx'
import { ProblemNotice } from '../../parts/ProblemNotice.tsx'
import { Tag } from '../../parts/Tag.tsx'
import { PictureHashForm } from './PictureHashForm.tsx'

export function BankPage() {
  const { t } = useTexts()
  return (
    <>
      <PageHead title={t('bank.title')} lead={t('bank.lead')}>
        <Importing />
        <a href="/v1/known-pictures/export" download="known-pictures.csv">
          {t('bank.export')}
        </a>
      </PageHead>
      <div className="stack">
        <PictureHashForm />
        <PagedList<KnownPicture>
          queryKey={['pictures']}
          ask={operate.findPictures}
          label={t('bank.title')}
          empty={t('bank.empty')}
          keyOf={({ id }) => String(id)}
          rowHeight={64}
        >
          {(picture) => <Row picture={picture} />}
        </PagedList>
      </div>
    </>
  )
}

function Importing() {
  const { t } = useTexts()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const bring = useMutation({
    mutationFn: async (file: File) => operate.importPictures(await file.text()),
    async onSuccess({ added, known, refused }) {
      void message.success(t('bank.imported', { added, known, refused: refused.length }))
      await queries.invalidateQueries({ queryKey: ['pictures'] })
    },
  })
  return (
    <>
      {bring.error && <ProblemNotice error={bring.error} />}
      <FileButton
        accept=".csv,text/csv"
        label={t('bank.file')}
        loading={bring.isPending}
        onChoose={(file) => bring.mutate(file)}
      >
        {t('bank.import')}
      </FileButton>
    </>
  )
}

function Row({ picture }: { readonly picture: KnownPicture }) {
  const { t } = useTexts()
  const queries = useQueryClient()
  const remove = useMutation({
    mutationFn: () => operate.removePicture(picture.id),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['pictures'] }),
  })
  return (
    <div className="log-row">
      <Tag tone={picture.kind === 'deny' ? 'red' : 'green'}>{t(`bank.kind.${picture.kind}`)}</Tag>
      <span className="stack-tight">
        <span>
          {picture.bank} · {picture.label}{' '}
          <span className="mono soft">{picture.bits.slice(0, 16)}…</span>
        </span>
        <span className="soft small">
          {picture.addedBy} · <Moment at={picture.addedAt} />
        </span>
        {remove.error && <ProblemNotice error={remove.error} />}
      </span>
      <Popconfirm
        title={t('bank.removeConfirm')}
        okText={t('bank.remove')}
        cancelText={t('state.cancel')}
        onConfirm={() => remove.mutate()}
      >
        <Button size="small" aria-label={`${t('bank.remove')} ${picture.bits.slice(0, 8)}`}>
          {t('bank.remove')}
        </Button>
      </Popconfirm>
    </div>
  )
}
