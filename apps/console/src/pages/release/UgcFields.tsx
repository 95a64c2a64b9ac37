/** What the version lets users publish, and how that is checked: `ugc_declare` of the platform. */

import { Checkbox, Form, Input, Radio } from 'antd'
import { useTexts } from '../../hooks/use-texts.ts'
import { UGC_METHODS, UGC_SCENES } from '../../view/submission.ts'

export function UgcFields({ isRequired }: { readonly isRequired: boolean }) {
  const { t } = useTexts()
  const hasUgc = Form.useWatch<boolean | null | undefined>('hasUgc')
  return (
    <>
      <Form.Item
        name="hasUgc"
        label={t('submit.ugc')}
        {...(isRequired ? { extra: t('submit.ugcRequired') } : {})}
        rules={isRequired ? [{ required: true, message: t('submit.ugcRequired') }] : []}
      >
        <Radio.Group
          options={[
            { value: false, label: t('submit.ugcNone') },
            { value: true, label: t('submit.ugcDeclare') },
          ]}
        />
      </Form.Item>
      {hasUgc && <Declaration />}
    </>
  )
}

function Declaration() {
  const { t } = useTexts()
  const required = [{ required: true, message: t('signIn.required') }]
  return (
    <>
      <Form.Item name="scenes" required={false} label={t('submit.scenes')} rules={required}>
        <Checkbox.Group
          options={UGC_SCENES.map((scene) => ({ value: scene, label: t(`submit.scene.${scene}`) }))}
        />
      </Form.Item>
      <Form.Item name="methods" required={false} label={t('submit.methods')} rules={required}>
        <Checkbox.Group
          options={UGC_METHODS.map((method) => ({
            value: method,
            label: t(`submit.method.${method}`),
          }))}
        />
      </Form.Item>
      <Form.Item name="hasAuditTeam" valuePropName="checked">
        <Checkbox>{t('submit.auditTeam')}</Checkbox>
      </Form.Item>
      <Form.Item name="ugcDescription" label={t('submit.ugcDescription')}>
        <Input.TextArea rows={2} maxLength={256} />
      </Form.Item>
    </>
  )
}
