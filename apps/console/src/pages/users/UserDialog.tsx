/** Adds a person with roles; the authority's people belong to a region. */

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Form, Input, Modal } from 'antd'
import { api, type UserDraft } from '../../api/client.ts'
import { useTexts } from '../../hooks/use-texts.ts'
import { ProblemNotice } from '../../parts/ProblemNotice.tsx'
import { MIN_PASSWORD_LENGTH } from '../../view/first-run.ts'
import { RegionField, RolesField } from './PersonFields.tsx'

export function UserDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTexts()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const [form] = Form.useForm<UserDraft>()
  const add = useMutation({
    mutationFn: ({ region, ...draft }: UserDraft) =>
      api.createUser({ ...draft, ...(region ? { region } : {}) }),
    async onSuccess() {
      onClose()
      void message.success(t('users.added'))
      await queries.invalidateQueries({ queryKey: ['users'] })
    },
  })
  return (
    <Modal
      open
      title={t('users.add')}
      okText={t('users.add')}
      cancelText={t('state.cancel')}
      confirmLoading={add.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <div className="stack">
        {add.error && <ProblemNotice error={add.error} />}
        <Form form={form} layout="vertical" requiredMark={false} onFinish={add.mutate}>
          <Fields />
        </Form>
      </div>
    </Modal>
  )
}

function Fields() {
  const { t } = useTexts()
  const required = { required: true, message: t('signIn.required') }
  return (
    <>
      <Form.Item name="name" label={t('users.name')} rules={[{ ...required, whitespace: true }]}>
        <Input autoComplete="off" maxLength={64} />
      </Form.Item>
      <Form.Item
        name="password"
        label={t('users.password')}
        extra={t('users.passwordHint')}
        rules={[required, { min: MIN_PASSWORD_LENGTH, message: t('firstRun.passwordShort') }]}
      >
        <Input.Password autoComplete="new-password" />
      </Form.Item>
      <RolesField />
      <RegionField />
    </>
  )
}
