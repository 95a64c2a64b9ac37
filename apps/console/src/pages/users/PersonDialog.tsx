/** Changes a person: roles, region, a fresh password; keeps them out for now, or lets them in again. */

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Form, Input, Modal, Switch } from 'antd'
import { operate } from '../../api/operate.ts'
import type { Role, User } from '../../api/types.ts'
import { useTexts } from '../../hooks/use-texts.ts'
import { ProblemNotice } from '../../parts/ProblemNotice.tsx'
import { MIN_PASSWORD_LENGTH } from '../../view/first-run.ts'
import { RegionField, RolesField } from './PersonFields.tsx'

interface Draft {
  readonly roles: readonly Role[]
  readonly region?: string | null
  readonly frozen: boolean
  readonly password?: string
}

interface Properties {
  readonly user: User
  readonly onClose: () => void
}

export function PersonDialog({ user, onClose }: Properties) {
  const { t } = useTexts()
  const [form] = Form.useForm<Draft>()
  const change = useChange(user, onClose)
  return (
    <Modal
      open
      title={`${t('person.title')} · ${user.name}`}
      okText={t('person.save')}
      cancelText={t('state.cancel')}
      confirmLoading={change.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <div className="stack">
        {change.error && <ProblemNotice error={change.error} />}
        <Form
          form={form}
          layout="vertical"
          requiredMark={false}
          initialValues={{
            roles: user.roles,
            region: user.region,
            frozen: user.frozenAt != null,
          }}
          onFinish={change.mutate}
        >
          <Fields />
        </Form>
      </div>
    </Modal>
  )
}

function useChange(user: User, onDone: () => void) {
  const { t } = useTexts()
  const { message } = App.useApp()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: ({ password, region, ...draft }: Draft) =>
      operate.changeUser(user.id, {
        ...draft,
        region: region ?? null,
        ...(password ? { password } : {}),
      }),
    async onSuccess() {
      onDone()
      void message.success(t('person.changed'))
      await queries.invalidateQueries({ queryKey: ['users'] })
    },
  })
}

function Fields() {
  const { t } = useTexts()
  return (
    <>
      <RolesField />
      <RegionField />
      <Form.Item
        name="password"
        label={t('person.password')}
        extra={t('person.passwordHint')}
        rules={[{ min: MIN_PASSWORD_LENGTH, message: t('firstRun.passwordShort') }]}
      >
        <Input.Password autoComplete="new-password" />
      </Form.Item>
      <Form.Item
        name="frozen"
        label={t('person.frozen')}
        extra={t('person.frozenHint')}
        valuePropName="checked"
      >
        <Switch aria-label={t('person.frozen')} />
      </Form.Item>
    </>
  )
}
