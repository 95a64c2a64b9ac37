/** Withdrawing: what it costs in the server's words, and how many withdrawals are left. */

import { Modal } from 'antd'
import { api } from '../../../api/client.ts'
import { useTexts } from '../../../hooks/use-texts.ts'
import { ProblemNotice } from '../../../parts/ProblemNotice.tsx'
import { describeTime } from '../../../view/times.ts'
import type { StepProperties } from '../step-properties.ts'
import { useStep } from '../use-steps.ts'

export function WithdrawDialog({ release, onClose }: StepProperties) {
  const { t, say } = useTexts()
  const step = useStep(release.id, 'withdraw', () => api.withdraw(release.id), onClose)
  const { withdrawal } = release
  const hasLeft = (withdrawal?.quota.day ?? 1) > 0
  return (
    <Modal
      open
      title={`${t('action.withdraw')} · ${release.appName} ${release.version}`}
      okText={t('action.withdraw')}
      cancelText={t('step.keep')}
      okButtonProps={{ danger: true, disabled: !hasLeft }}
      confirmLoading={step.isPending}
      onOk={() => step.mutate(undefined)}
      onCancel={onClose}
    >
      <div className="stack">
        {step.error && <ProblemNotice error={step.error} />}
        {withdrawal && (
          <>
            <p className="notice tone-amber">{say(withdrawal.consequence)}</p>
            <p className="soft small">
              {hasLeft
                ? t('step.withdrawLeft', { ...withdrawal.quota })
                : t('step.nextAt', { time: describeTime(withdrawal.quota.nextAt) })}
            </p>
          </>
        )}
      </div>
    </Modal>
  )
}
