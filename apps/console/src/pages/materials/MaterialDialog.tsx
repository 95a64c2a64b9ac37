/** Hands in a material: an article as text, a page by its address, or a page as a file. */

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Form, Input, InputNumber, Modal, Radio, Select } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { api } from '../../api/client.ts'
import { materialApi } from '../../api/materials.ts'
import { useTexts } from '../../hooks/use-texts.ts'
import { ProblemNotice } from '../../parts/ProblemNotice.tsx'
import { toBlocks } from '../../view/materials.ts'

const SOURCES = ['article', 'address', 'page'] as const
type Source = (typeof SOURCES)[number]

interface MaterialFields {
  readonly appid: string
  readonly title?: string
  readonly body?: string
  readonly address?: string
  readonly everyHours?: number | null
}

export function MaterialDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTexts()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const [form] = Form.useForm<MaterialFields>()
  const [source, setSource] = useState<Source>('article')
  const [file, setFile] = useState<File | null>(null)
  const handIn = useMutation({
    mutationFn: (fields: MaterialFields) => send(source, fields, file),
    async onSuccess(handedIn) {
      if (handedIn === null) return
      await queries.invalidateQueries({ queryKey: ['materials'] })
      await navigate(`/materials/${handedIn.material.id}`)
    },
  })
  return (
    <Modal
      open
      title={t('materials.handIn')}
      okText={t('materials.submit')}
      cancelText={t('state.cancel')}
      okButtonProps={{ disabled: source === 'page' && file === null }}
      confirmLoading={handIn.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <div className="stack">
        {handIn.error && <ProblemNotice error={handIn.error} />}
        <Radio.Group
          value={source}
          aria-label={t('materials.source')}
          onChange={({ target }) => setSource(target.value)}
          options={SOURCES.map((value) => ({ value, label: t(`materials.kind_${value}`) }))}
        />
        <Form form={form} layout="vertical" requiredMark={false} onFinish={handIn.mutate}>
          <Fields source={source} onFile={setFile} />
        </Form>
      </div>
    </Modal>
  )
}

/** Null while there is no file to send. */
async function send(source: Source, fields: MaterialFields, file: File | null) {
  const { appid, title, body = '', address, everyHours } = fields
  if (source === 'page') {
    return file && materialApi.handInPage({ appid, title, file, everyHours })
  }
  const isArticle = source === 'article'
  const form = { ...(title ? { title } : {}), ...(isArticle ? { blocks: toBlocks(body) } : {}) }
  return materialApi.handIn({
    ...{ appid, form },
    ...(isArticle ? {} : { address }),
    ...(typeof everyHours === 'number' ? { everyHours } : {}),
  })
}

interface FieldsProperties {
  readonly source: Source
  readonly onFile: (file: File | null) => void
}

function Fields({ source, onFile }: FieldsProperties) {
  const { t } = useTexts()
  const { data: apps } = useQuery({ queryKey: ['apps'], queryFn: api.findApps })
  const required = [{ required: true, whitespace: true, message: t('signIn.required') }]
  return (
    <>
      <Form.Item name="appid" label={t('materials.app')} rules={required}>
        <Select
          showSearch
          optionFilterProp="label"
          options={apps?.items.map(({ appid, name }) => ({ value: appid, label: name })) ?? []}
        />
      </Form.Item>
      <Form.Item name="title" label={t('materials.title')}>
        <Input maxLength={200} />
      </Form.Item>
      {source === 'article' && (
        <Form.Item name="body" label={t('materials.body')} rules={required}>
          <Input.TextArea rows={8} />
        </Form.Item>
      )}
      {source === 'address' && (
        <Form.Item name="address" label={t('materials.address')} rules={required}>
          <Input type="url" placeholder="https://" />
        </Form.Item>
      )}
      {source === 'page' && (
        <label className="drop-zone">
          <span>{t('materials.file')} </span>
          <input
            type="file"
            accept=".zip,.html,.htm"
            onChange={({ target }) => onFile(target.files?.[0] ?? null)}
          />
        </label>
      )}
      <Form.Item name="everyHours" label={t('materials.everyHours')}>
        <InputNumber min={1} max={8784} precision={0} />
      </Form.Item>
    </>
  )
}
