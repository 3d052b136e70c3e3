import { Modal, Typography } from 'antd'
import { useTranslation } from 'react-i18next'

/** Shown this once: afterwards nobody can read it again. */
export function SecretDialog({ secret, onClose }: { secret: string; onClose: () => void }) {
  const { t } = useTranslation('pushes')
  return (
    <Modal open title={t('secretTitle')} okText={t('secretKept')} onOk={onClose} onCancel={onClose} cancelButtonProps={{ hidden: true }}>
      <p>{t('secretHint')}</p>
      <Typography.Paragraph copyable className="rule-text secret-text">{secret}</Typography.Paragraph>
    </Modal>
  )
}
