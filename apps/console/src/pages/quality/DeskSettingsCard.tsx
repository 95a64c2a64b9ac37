/** What comes first, who looks twice, how people are spared: numbers that the operator sets. */

import { LABELS, type Label } from '@fangxing/contract'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Form, InputNumber, Select, Switch } from 'antd'
import { queueApi } from '../../api/queue.ts'
import { type DeskSettings, QUEUE_KINDS } from '../../api/queue-types.ts'
import { useTexts } from '../../hooks/use-texts.ts'
import { Loaded } from '../../parts/Loaded.tsx'
import { ProblemNotice } from '../../parts/ProblemNotice.tsx'
import { SHIELD_KINDS } from '../../view/review/shield.ts'

const NUMBERS = Object.keys(LABELS).map(Number) as Label[]
const DANGEROUS = NUMBERS.filter((label) => label !== 100)

export function DeskSettingsCard() {
  const { t } = useTexts()
  const found = useQuery({ queryKey: ['desk-settings'], queryFn: queueApi.getSettings })
  return (
    <section className="card stack">
      <h2>{t('quality.settings')}</h2>
      <Loaded query={found}>{(settings) => <SettingsForm settings={settings} />}</Loaded>
    </section>
  )
}

function SettingsForm({ settings }: { readonly settings: DeskSettings }) {
  const { t, say } = useTexts()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const save = useMutation({
    mutationFn: (changed: DeskSettings) => queueApi.changeSettings(changed),
    onSuccess(changed) {
      queries.setQueryData(['desk-settings'], changed)
      void message.success(t('quality.saved'))
    },
  })
  const labels = DANGEROUS.map((value) => ({ value, label: say(LABELS[value]) }))
  return (
    <Form
      layout="vertical"
      requiredMark={false}
      initialValues={settings}
      onFinish={(draft: DeskSettings) => save.mutate(merge(settings, draft))}
    >
      {save.error && <ProblemNotice error={save.error} />}
      <h3>{t('quality.order')}</h3>
      <p className="soft small">{t('quality.orderLead')}</p>
      <div className="field-grid">
        {QUEUE_KINDS.map((kind) => (
          <Hours key={kind} name={['targetHours', kind]} label={t(`queue.kind_${kind}`)} />
        ))}
        <Hours name={['appealHours']} label={t('quality.appealHours')} />
        <Hours name={['expeditedHours']} label={t('quality.expeditedHours')} />
      </div>
      <h3>{t('quality.labelHours')}</h3>
      <div className="field-grid">
        {DANGEROUS.map((label) => (
          <Hours key={label} name={['labelHours', String(label)]} label={say(LABELS[label])} />
        ))}
      </div>
      <h3>{t('quality.twice')}</h3>
      <div className="field-grid">
        <Rate name={['second', 'rate']} label={t('quality.secondRate')} />
        <Rate name={['goldenRate']} label={t('quality.goldenRate')} />
        <Form.Item name={['second', 'effect']} label={t('quality.effect')}>
          <Select
            options={(['after', 'before'] as const).map((value) => ({
              value,
              label: t(`quality.effect_${value}`),
            }))}
          />
        </Form.Item>
      </div>
      <h3>{t('quality.spared')}</h3>
      <div className="field-grid">
        <Form.Item name="severe" label={t('quality.severe')}>
          <Select mode="multiple" options={labels} />
        </Form.Item>
        <Form.Item name={['shield', 'picture']} label={t('quality.leastShield')}>
          <Select
            options={SHIELD_KINDS.map((value) => ({ value, label: t(`queue.shield_${value}`) }))}
          />
        </Form.Item>
        <Form.Item name={['shield', 'isMuted']} label={t('queue.muted')} valuePropName="checked">
          <Switch />
        </Form.Item>
        <Form.Item name={['exposure', 'mostPerDay']} label={t('quality.mostPerDay')}>
          <InputNumber min={1} max={10_000} />
        </Form.Item>
        <Rate name={['exposure', 'warnFrom']} label={t('quality.warnFrom')} />
      </div>
      <Button type="primary" htmlType="submit" loading={save.isPending}>
        {t('quality.save')}
      </Button>
    </Form>
  )
}

/** A number that was emptied is none: the label then comes at its due time. */
function merge(settings: DeskSettings, draft: DeskSettings): DeskSettings {
  const labelHours = Object.fromEntries(
    Object.entries(draft.labelHours).filter(([, hours]) => typeof hours === 'number' && hours > 0),
  )
  return {
    ...settings,
    ...draft,
    labelHours,
    second: { ...settings.second, ...draft.second },
  }
}

interface FieldProperties {
  readonly name: string[]
  readonly label: string
}

function Hours({ name, label }: FieldProperties) {
  return (
    <Form.Item name={name} label={label}>
      <InputNumber min={0} max={2160} step={1} suffix="h" />
    </Form.Item>
  )
}

/** Shown in percent, kept as a share. */
function Rate({ name, label }: FieldProperties) {
  return (
    <Form.Item
      name={name}
      label={label}
      getValueProps={(share: number) => ({ value: Math.round(share * 1000) / 10 })}
      normalize={(percent: number | null) => (percent ?? 0) / 100}
    >
      <InputNumber min={0} max={100} step={0.5} suffix="%" />
    </Form.Item>
  )
}
