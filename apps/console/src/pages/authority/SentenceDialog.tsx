/** A step that is a sentence: to the developer, or for the record. */

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Form, Input, Modal, Radio } from 'antd'
import { authority } from '../../api/authority.ts'
import type { Release } from '../../api/types.ts'
import { useTexts } from '../../hooks/use-texts.ts'
import { ProblemNotice } from '../../parts/ProblemNotice.tsx'
import { SENTENCES, type SentenceStep } from '../../view/authority-steps.ts'

interface Properties {
  readonly release: Release
  readonly step: SentenceStep
  readonly onClose: () => void
}

interface Sentence {
  readonly note?: string
  readonly reason?: string
}

export function SentenceDialog({ release, step, onClose }: Properties) {
  const { t } = useTexts()
  const [form] = Form.useForm<Sentence>()
  const taking = useTaking(release, step, onClose)
  return (
    <Modal
      open
      title={`${t(`authority.step.${step}`)} · ${release.appName} ${release.version}`}
      okText={t(`authority.step.${step}`)}
      cancelText={t('state.cancel')}
      confirmLoading={taking.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <div className="stack">
        {taking.error && <ProblemNotice error={taking.error} />}
        <p>{t(`authority.follows.${step}`)}</p>
        <Form form={form} layout="vertical" requiredMark={false} onFinish={taking.mutate}>
          {step === 'pause' && <Reasons reasons={release.filing?.policy.pausesFor ?? []} />}
          <Form.Item
            name="note"
            label={t(SENTENCES[step].isNeeded ? `authority.says.${step}` : 'decision.note')}
            rules={[
              {
                required: SENTENCES[step].isNeeded,
                whitespace: true,
                message: t('decision.noteMissing'),
              },
            ]}
          >
            <Input.TextArea rows={4} maxLength={2000} />
          </Form.Item>
        </Form>
      </div>
    </Modal>
  )
}

function Reasons({ reasons }: { readonly reasons: readonly string[] }) {
  const { t } = useTexts()
  return (
    <Form.Item name="reason" label={t('authority.pauseReason')} initialValue={reasons[0]}>
      <Radio.Group
        options={reasons.map((reason) => ({
          value: reason,
          label: t(`authority.pauseFor.${reason}`),
        }))}
      />
    </Form.Item>
  )
}

function useTaking({ id }: Release, step: SentenceStep, onDone: () => void) {
  const { t } = useTexts()
  const { message } = App.useApp()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: ({ note, reason }: Sentence) =>
      authority.take(id, SENTENCES[step].path, {
        ...(note?.trim() ? { note: note.trim() } : {}),
        ...(reason === undefined ? {} : { reason }),
      }),
    async onSuccess() {
      onDone()
      void message.success(t('authority.done'))
      await queries.invalidateQueries({ queryKey: ['release', id] })
      await queries.invalidateQueries({ queryKey: ['releases'] })
      await queries.invalidateQueries({ queryKey: ['app'] })
    },
  })
}
