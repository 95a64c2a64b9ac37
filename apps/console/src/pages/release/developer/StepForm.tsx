/** The steps that a developer takes with a sentence, a share of users or an earlier version. */

import { useQuery } from '@tanstack/react-query'
import { Form, Input, Modal, Select, Slider } from 'antd'
import { portal } from '../../../api/portal.ts'
import type { Release } from '../../../api/types.ts'
import { useTexts } from '../../../hooks/use-texts.ts'
import { ProblemNotice } from '../../../parts/ProblemNotice.tsx'
import {
  ASKED,
  type DeveloperAction,
  type Filled,
  smallestShare,
  toBody,
} from '../../../view/developer-steps.ts'
import { describeTime } from '../../../view/times.ts'
import type { StepProperties } from '../step-properties.ts'
import { useStep } from '../use-steps.ts'

interface Properties extends StepProperties {
  readonly action: DeveloperAction
}

export function StepForm({ action, release, onClose }: Properties) {
  const { t } = useTexts()
  const [form] = Form.useForm<Filled>()
  const { path, isDangerous } = ASKED[action]
  const step = useStep<Filled>(
    release.id,
    action,
    (filled) => portal.takeStep(release.id, path, toBody(action, filled)),
    onClose,
  )
  return (
    <Modal
      open
      title={`${t(`action.${action}`)} · ${release.appName} ${release.version}`}
      okText={t(`action.${action}`)}
      cancelText={t('state.cancel')}
      okButtonProps={{ danger: isDangerous }}
      confirmLoading={step.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <div className="stack">
        {step.error && <ProblemNotice error={step.error} />}
        <p>{t(`consequence.${action}`)}</p>
        {action === 'expedite' && <Left appid={release.appid} />}
        {action === 'stage' && <NeedsLive appid={release.appid} />}
        <Form
          form={form}
          layout="vertical"
          initialValues={{ percentage: smallestShare(release.greyPercentage ?? 10) }}
          onFinish={step.mutate}
        >
          {action === 'stage' && <Share release={release} />}
          {action === 'rollBack' && <Target releaseId={release.id} />}
          <Note action={action} />
        </Form>
      </div>
    </Modal>
  )
}

function Note({ action }: { readonly action: DeveloperAction }) {
  const { t } = useTexts()
  const { note } = ASKED[action]
  if (note === 'none') return null
  return (
    <Form.Item
      name="note"
      label={t(note === 'required' ? `step.note.${action}` : 'decision.note')}
      rules={
        note === 'required'
          ? [{ required: true, whitespace: true, message: t('decision.noteMissing') }]
          : []
      }
    >
      <Input.TextArea rows={4} maxLength={2000} showCount />
    </Form.Item>
  )
}

function Share({ release }: { readonly release: Release }) {
  const { t } = useTexts()
  const least = smallestShare(release.greyPercentage)
  return (
    <Form.Item name="percentage" label={t('step.share')} extra={t('step.shareHint', { least })}>
      <Slider
        min={least}
        max={100}
        marks={{ [least]: `${least}%`, 100: '100%' }}
        tooltip={{ formatter: (value) => `${value}%` }}
        ariaLabelForHandle={t('step.share')}
      />
    </Form.Item>
  )
}

function Target({ releaseId }: { readonly releaseId: string }) {
  const { t } = useTexts()
  const targets = useQuery({
    queryKey: ['release', releaseId, 'targets'],
    queryFn: () => portal.findRollBackTargets(releaseId),
  })
  const items = targets.data?.items ?? []
  return (
    <Form.Item
      name="toReleaseId"
      label={t('step.target')}
      rules={[{ required: true, message: t('step.targetMissing') }]}
      extra={targets.data && items.length === 0 ? t('step.noTarget') : null}
    >
      <Select
        loading={targets.isPending}
        showSearch={{ optionFilterProp: 'label' }}
        options={items.map(({ id, version, launchedAt }) => ({
          value: id,
          label: launchedAt === null ? version : `${version} · ${describeTime(launchedAt)}`,
        }))}
      />
    </Form.Item>
  )
}

function Left({ appid }: { readonly appid: string }) {
  const { t } = useTexts()
  const quotas = useQuery({
    queryKey: ['app', appid, 'quotas'],
    queryFn: () => portal.getQuotas(appid),
  })
  if (!quotas.data) return null
  const { month, nextAt } = quotas.data.expedite
  const words = t('step.expediteLeft', { count: month })
  return (
    <p className="soft small">
      {month > 0 ? words : t('step.nextAt', { time: describeTime(nextAt) })}
    </p>
  )
}

/** Without a version that serves everybody there is nothing to stage beside. */
function NeedsLive({ appid }: { readonly appid: string }) {
  const { t } = useTexts()
  const standing = useQuery({
    queryKey: ['app', appid, 'standing'],
    queryFn: () => portal.findStandings([appid]),
  })
  const stand = standing.data?.items[0]
  if (!stand || stand.live !== null) return null
  return <p className="notice tone-amber">{t('step.noLive')}</p>
}
