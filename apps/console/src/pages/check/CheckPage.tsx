/** Pastes a text and sees what the platform sees in it, and through which disguises. */

import { useMutation } from '@tanstack/react-query'
import { Button, Form, Input, Select } from 'antd'
import { api, type CheckDraft } from '../../api/client.ts'
import { useTexts } from '../../hooks/use-texts.ts'
import { Empty } from '../../parts/Empty.tsx'
import { PageHead } from '../../parts/PageHead.tsx'
import { ProblemNotice } from '../../parts/ProblemNotice.tsx'
import { CheckResult } from './CheckResult.tsx'

/** As the platform's own API takes at most. */
const MAX_LENGTH = 2500
const SCENES = [1, 2, 3, 4] as const

export function CheckPage() {
  const { t } = useTexts()
  const check = useMutation({ mutationFn: (draft: CheckDraft) => api.checkText(draft) })
  return (
    <>
      <PageHead title={t('check.title')} lead={t('check.lead')} />
      <div className="desk-grid">
        <section className="card">
          <CheckForm isBusy={check.isPending} onCheck={check.mutate} />
        </section>
        <section className="card stack" aria-live="polite">
          <h2>{t('check.result')}</h2>
          {check.error && <ProblemNotice error={check.error} />}
          {check.data ? (
            <CheckResult text={check.variables?.text ?? ''} check={check.data} />
          ) : (
            <Empty words={t('check.empty')} />
          )}
        </section>
      </div>
    </>
  )
}

interface FormProperties {
  readonly isBusy: boolean
  readonly onCheck: (draft: CheckDraft) => void
}

function CheckForm({ isBusy, onCheck }: FormProperties) {
  const { t } = useTexts()
  return (
    <Form layout="vertical" requiredMark={false} initialValues={{ scene: 2 }} onFinish={onCheck}>
      <Form.Item
        name="text"
        label={t('check.text')}
        extra={t('check.textHint')}
        rules={[{ required: true, message: t('check.textMissing') }]}
      >
        <Input.TextArea rows={9} maxLength={MAX_LENGTH} />
      </Form.Item>
      <Form.Item name="scene" label={t('check.scene')}>
        <Select options={SCENES.map((scene) => ({ value: scene, label: t(`scene.${scene}`) }))} />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={isBusy}>
        {t('check.run')}
      </Button>
    </Form>
  )
}
