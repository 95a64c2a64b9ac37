/** What a person may be and where: the same in the form that adds one and the one that changes one. */

import { Checkbox, Form, Select } from 'antd'
import { useTexts } from '../../hooks/use-texts.ts'
import { ROLES } from '../../view/people.ts'
import { REGIONS } from '../../view/regions.ts'

export function RolesField() {
  const { t } = useTexts()
  return (
    <Form.Item
      name="roles"
      required={false}
      label={t('users.roles')}
      rules={[{ required: true, message: t('users.rolesMissing') }]}
    >
      <Checkbox.Group options={ROLES.map((role) => ({ value: role, label: t(`role.${role}`) }))} />
    </Form.Item>
  )
}

/** Only the authority is bound to a region. */
export function RegionField() {
  const { t, language } = useTexts()
  const roles = Form.useWatch<readonly string[] | undefined>('roles') ?? []
  if (!roles.includes('authority')) return null
  return (
    <Form.Item name="region" label={t('users.region')} extra={t('users.regionHint')}>
      <Select
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        options={[...REGIONS].map(([code, name]) => ({ value: code, label: name[language] }))}
      />
    </Form.Item>
  )
}
