/** Sets which other checker an app asks, and how its answers about sounds come in. */

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Form, App as Messages, Modal } from 'antd'
import type { App } from '../../../api/types.ts'
import { type Upstream, upstreams } from '../../../api/upstream.ts'
import { useTexts } from '../../../hooks/use-texts.ts'
import { ProblemNotice } from '../../../parts/ProblemNotice.tsx'
import { fromUpstream, toDraft, type UpstreamForm } from '../../../view/upstream.ts'
import { UpstreamFields } from './UpstreamFields.tsx'

interface Properties {
  /** Those to choose from; one, when it is changed. */
  readonly apps: readonly App[]
  /** Null: it is set for the first time. */
  readonly before: Upstream | null
  readonly onClose: () => void
}

export function UpstreamDialog({ apps, before, onClose }: Properties) {
  const { t } = useTexts()
  const [form] = Form.useForm<UpstreamForm>()
  const saving = useSaving(before, onClose)
  return (
    <Modal
      open
      title={t('upstream.set')}
      okText={t('upstream.save')}
      cancelText={t('state.cancel')}
      confirmLoading={saving.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <div className="stack">
        {saving.error && <ProblemNotice error={saving.error} />}
        <Form
          form={form}
          layout="vertical"
          requiredMark={false}
          initialValues={{ app: apps[0]?.appid, ...fromUpstream(before) }}
          onFinish={saving.mutate}
        >
          <UpstreamFields apps={apps} isFirst={before === null} form={form} />
        </Form>
      </div>
    </Modal>
  )
}

function useSaving(before: Upstream | null, onSaved: () => void) {
  const { t } = useTexts()
  const { message } = Messages.useApp()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (written: UpstreamForm) => upstreams.set(written.app, toDraft(written, before)),
    async onSuccess() {
      onSaved()
      void message.success(t('upstream.saved'))
      await queries.invalidateQueries({ queryKey: ['upstreams'] })
    },
  })
}
