/** Creates the first user with the one-time token that the server printed as a link. */

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Form, Input } from 'antd'
import { useLocation, useNavigate } from 'react-router'
import { api } from '../../api/client.ts'
import { useTexts } from '../../hooks/use-texts.ts'
import { ProblemNotice } from '../../parts/ProblemNotice.tsx'
import { MIN_PASSWORD_LENGTH, tokenIn } from '../../view/first-run.ts'
import { DoorFrame } from './DoorFrame.tsx'

export function FirstRunPage() {
  const { t } = useTexts()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const { search, hash } = useLocation()
  const token = tokenIn(search, hash)
  const create = useMutation({
    mutationFn: api.createOperator,
    onSuccess({ user }) {
      queries.setQueryData(['session'], user)
      queries.setQueryData(['first-run'], { open: false })
      navigate('/', { replace: true })
    },
  })
  return (
    <DoorFrame title={t('firstRun.title')} lead={t('firstRun.lead')}>
      {create.error && <ProblemNotice error={create.error} />}
      <Form
        layout="vertical"
        requiredMark={false}
        initialValues={{ token }}
        onFinish={create.mutate}
      >
        <Fields hasToken={token !== ''} />
        <Button type="primary" htmlType="submit" block loading={create.isPending}>
          {t('firstRun.submit')}
        </Button>
      </Form>
    </DoorFrame>
  )
}

function Fields({ hasToken }: { readonly hasToken: boolean }) {
  const { t } = useTexts()
  const required = { required: true, message: t('signIn.required') }
  return (
    <>
      <Form.Item
        name="token"
        label={t('firstRun.token')}
        rules={[required]}
        {...(hasToken ? { extra: t('firstRun.tokenFromLink') } : {})}
      >
        <Input autoComplete="off" readOnly={hasToken} />
      </Form.Item>
      <Form.Item name="name" label={t('signIn.name')} rules={[required]}>
        <Input autoComplete="username" />
      </Form.Item>
      <Form.Item
        name="password"
        label={t('signIn.password')}
        extra={t('firstRun.passwordRule')}
        rules={[required, { min: MIN_PASSWORD_LENGTH, message: t('firstRun.passwordShort') }]}
      >
        <Input.Password autoComplete="new-password" />
      </Form.Item>
    </>
  )
}
