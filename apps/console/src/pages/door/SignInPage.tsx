/** Signing in with a name and a password. */

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Form, Input } from 'antd'
import { api } from '../../api/client.ts'
import { useTexts } from '../../hooks/use-texts.ts'
import { ProblemNotice } from '../../parts/ProblemNotice.tsx'
import { DoorFrame } from './DoorFrame.tsx'

export function SignInPage({ isAfterFirstRun }: { readonly isAfterFirstRun: boolean }) {
  const { t } = useTexts()
  const queries = useQueryClient()
  const signIn = useMutation({
    mutationFn: api.signIn,
    onSuccess: ({ user }) => queries.setQueryData(['session'], user),
  })
  const required = [{ required: true, message: t('signIn.required') }]
  return (
    <DoorFrame
      title={t('signIn.title')}
      {...(isAfterFirstRun ? { lead: t('firstRun.closed') } : {})}
    >
      {signIn.error && <ProblemNotice error={signIn.error} />}
      <Form layout="vertical" requiredMark={false} onFinish={signIn.mutate}>
        <Form.Item name="name" label={t('signIn.name')} rules={required}>
          <Input autoComplete="username" autoFocus />
        </Form.Item>
        <Form.Item name="password" label={t('signIn.password')} rules={required}>
          <Input.Password autoComplete="current-password" />
        </Form.Item>
        <Button type="primary" htmlType="submit" block loading={signIn.isPending}>
          {t('signIn.submit')}
        </Button>
      </Form>
    </DoorFrame>
  )
}
