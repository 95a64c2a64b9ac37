/** The name and the categories of an app: a version can be handed in only under registered ones. */

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Form, Input } from 'antd'
import { api } from '../../../api/client.ts'
import type { App } from '../../../api/types.ts'
import { useTexts } from '../../../hooks/use-texts.ts'
import { CategorySelect } from '../../../parts/CategorySelect.tsx'
import { ProblemNotice } from '../../../parts/ProblemNotice.tsx'
import { categoryOf, keyOf } from '../../../view/categories.ts'

interface Filled {
  readonly name: string
  readonly categories: readonly string[]
}

/** Of one app, as the server takes them. */
const MAX_CATEGORIES = 20

export function CategoriesCard({ app }: { readonly app: App }) {
  const { t } = useTexts()
  const queries = useQueryClient()
  const table = useQuery({ queryKey: ['categories'], queryFn: api.findCategories })
  const change = useMutation({
    mutationFn: ({ name, categories }: Filled) =>
      api.changeApp(app.appid, { name, categories: categories.map(categoryOf) }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['app'] }),
  })
  return (
    <section className="card stack">
      <h2>{t('settings.registered')}</h2>
      {change.error && <ProblemNotice error={change.error} />}
      <Form<Filled>
        layout="vertical"
        requiredMark={false}
        initialValues={{ name: app.name, categories: app.categories.map(keyOf) }}
        onFinish={change.mutate}
      >
        <Form.Item
          name="name"
          label={t('apps.name')}
          rules={[{ required: true, whitespace: true, message: t('signIn.required') }]}
        >
          <Input maxLength={60} />
        </Form.Item>
        <Form.Item name="categories" label={t('apps.categories')} extra={t('apps.categoriesHint')}>
          <CategorySelect table={table.data?.items ?? []} max={MAX_CATEGORIES} />
        </Form.Item>
        <div className="row">
          <Button htmlType="submit" loading={change.isPending}>
            {t('callbacks.save')}
          </Button>
          {change.isSuccess && <span role="status">{t('settings.saved')}</span>}
        </div>
      </Form>
    </section>
  )
}
