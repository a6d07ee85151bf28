import { DownloadOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useT } from '@/lib/i18n/t'
import { downloadBlob, fileName } from '@/lib/save-file'
import { MenuButton } from '@/ui/MenuButton'
import { shownAsFile, type ShownFormat } from './download-shown'
import type { LogSession } from './log-session'

/** Saves the lines that pass the filters, as they are at this moment. */
export function DownloadMenu({ session, fileStem }: { session: LogSession; fileStem: string }) {
  const { t } = useT()
  const save = async (format: ShownFormat) => {
    const blob = await shownAsFile(session, format)
    downloadBlob(fileName(fileStem, format === 'text' ? 'log' : 'jsonl'), blob)
  }
  return (
    <MenuButton
      label={t('logs.download')}
      align="end"
      groups={[
        {
          items: [
            { label: t('logs.downloadText'), onChoose: () => void save('text') },
            { label: t('logs.downloadJson'), onChoose: () => void save('json') },
          ],
        },
      ]}
    >
      {(trigger) => (
        <Button icon={<DownloadOutlined aria-hidden />} {...trigger}>
          {t('logs.download')}
        </Button>
      )}
    </MenuButton>
  )
}
