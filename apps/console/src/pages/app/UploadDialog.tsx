/** Uploads a version with its progress, then opens its page. */

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Form, Input, Modal, Progress } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { uploadPackage } from '../../api/upload.ts'
import { useTexts } from '../../hooks/use-texts.ts'
import { ProblemNotice } from '../../parts/ProblemNotice.tsx'
import { PackageField } from './PackageField.tsx'

interface UploadForm {
  readonly version: string
  readonly description?: string
}

function useUpload(appid: string, file: File | null) {
  const navigate = useNavigate()
  const queries = useQueryClient()
  const [share, setShare] = useState(0)
  const upload = useMutation({
    async mutationFn({ version, description = '' }: UploadForm) {
      if (file === null) return null
      return uploadPackage({ appid, file, version, description, onProgress: setShare })
    },
    async onSuccess(release) {
      if (release === null) return
      await queries.invalidateQueries({ queryKey: ['releases'] })
      navigate(`/releases/${release.id}`)
    },
  })
  return { upload, share }
}

interface Properties {
  readonly appid: string
  readonly onClose: () => void
}

export function UploadDialog({ appid, onClose }: Properties) {
  const { t } = useTexts()
  const [form] = Form.useForm<UploadForm>()
  const [file, setFile] = useState<File | null>(null)
  const { upload, share } = useUpload(appid, file)
  const percent = Math.round(share * 100)
  return (
    <Modal
      open
      title={t('upload.title')}
      okText={t('upload.submit')}
      cancelText={t('state.cancel')}
      okButtonProps={{ disabled: file === null }}
      confirmLoading={upload.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <div className="stack">
        {upload.error && <ProblemNotice error={upload.error} />}
        <PackageField file={file} onChoose={setFile} />
        <Form form={form} layout="vertical" requiredMark={false} onFinish={upload.mutate}>
          <Fields />
        </Form>
        {upload.isPending && (
          <div aria-live="polite">
            {t('upload.sending', { percent })}
            <Progress percent={percent} showInfo={false} aria-label={t('upload.progress')} />
          </div>
        )}
      </div>
    </Modal>
  )
}

function Fields() {
  const { t } = useTexts()
  return (
    <>
      <Form.Item
        name="version"
        label={t('upload.version')}
        rules={[{ required: true, whitespace: true, message: t('signIn.required') }]}
      >
        <Input maxLength={64} placeholder={t('upload.versionHint')} />
      </Form.Item>
      <Form.Item
        name="description"
        label={t('upload.description')}
        extra={t('upload.descriptionHint')}
      >
        <Input.TextArea rows={3} maxLength={2000} />
      </Form.Item>
    </>
  )
}
