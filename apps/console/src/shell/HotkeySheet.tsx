/** The sheet of keys, opened by `?` or from the sidebar. */

import { Modal } from 'antd'
import { useTexts } from '../hooks/use-texts.ts'
import { HOTKEYS } from '../view/hotkeys.ts'

interface Properties {
  readonly open: boolean
  readonly onClose: () => void
}

export function HotkeySheet({ open, onClose }: Properties) {
  const { t } = useTexts()
  return (
    <Modal open={open} onCancel={onClose} footer={null} title={t('hotkeys.title')} width={420}>
      <p className="soft">{t('hotkeys.hint')}</p>
      <table className="table">
        <tbody>
          {HOTKEYS.map(({ key, command }) => (
            <tr key={key}>
              <td>
                <kbd>{key}</kbd>
              </td>
              <td>{t(`hotkeys.${command}`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Modal>
  )
}
