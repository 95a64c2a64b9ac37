/** Uploads a version with its progress, then opens its page. */

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Form, Input, Modal, Progress } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { uploadPackage } from '../../api/upload.ts'
import { useTexts } from '../../hooks/use-texts.ts'
import { ProblemNotice } from '../../parts/ProblemNotice.tsx'
import { type ChosenPackage, PackageField } from './PackageField.tsx'

interface UploadForm {
  readonly version: string
  readonly description?: string
}

interface Sending {
  readonly step: 'packing' | 'sending'
  /** From 0 to 1. */
  readonly share: number
}

function useUpload(appid: string, chosen: ChosenPackage | null) {
  const navigate = useNavigate()
  const queries = useQueryClient()
  const [sending, setSending] = useState<Sending>({ step: 'sending', share: 0 })
  const upload = useMutation({
    async mutationFn({ version, description = '' }: UploadForm) {
      if (chosen === null) return null
      const file = await toZip(chosen, (share) => setSending({ step: 'packing', share }))
      const onProgress = (share: number) => setSending({ step: 'sending', share })
      return uploadPackage({ appid, file, version, description, onProgress })
    },
    async onSuccess(release) {
      if (release === null) return
      await queries.invalidateQueries({ queryKey: ['releases'] })
      navigate(`/releases/${release.id}`)
    },
  })
  return { upload, sending }
}

/** The packer is loaded only for folders. */
async function toZip(chosen: ChosenPackage, onProgress: (share: number) => void): Promise<File> {
  if (chosen.kind === 'zip') return chosen.file
  const { packFolder } = await import('../../api/pack-folder.ts')
  const zip = await packFolder(chosen.entries, onProgress)
  return new File([zip], `${chosen.name}.zip`, { type: zip.type })
}

interface Properties {
  readonly appid: string
  readonly onClose: () => void
}

export function UploadDialog({ appid, onClose }: Properties) {
  const { t } = useTexts()
  const [form] = Form.useForm<UploadForm>()
  const [chosen, setChosen] = useState<ChosenPackage | null>(null)
  const { upload, sending } = useUpload(appid, chosen)
  const percent = Math.round(sending.share * 100)
  return (
    <Modal
      open
      title={t('upload.title')}
      okText={t('upload.submit')}
      cancelText={t('state.cancel')}
      okButtonProps={{ disabled: chosen === null }}
      confirmLoading={upload.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <div className="stack">
        {upload.error && <ProblemNotice error={upload.error} />}
        <PackageField chosen={chosen} onChoose={setChosen} />
        <Form form={form} layout="vertical" requiredMark={false} onFinish={upload.mutate}>
          <Fields />
        </Form>
        {upload.isPending && (
          <div aria-live="polite">
            {t(`upload.${sending.step}`, { percent })}
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
