import { useMutation } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { exportGateways } from '@/api/gateway-export'
import type { ProjectPageQuery } from '@/domain/project-page'
import { useCluster } from '@/gateway/ClusterContext'
import { toCsv } from '@/lib/csv'
import { saveFile } from '@/lib/save-file'
import { useT } from '@/lib/i18n/t'
import { Dialog } from '@/ui/Dialog'
import { FailureNotice } from '@/ui/FailureNotice'
import { ProgressBar } from '@/ui/ProgressBar'
import { toast } from '@/ui/Toasts'
import { exportRows } from './export-rows'

/** Fetches every page of what the table is filtered by, and saves it as one file. Closing it gives up. */
export function ExportDialog({ query, onDone }: { query: ProjectPageQuery; onDone: () => void }) {
  const { t } = useT()
  const { scope } = useCluster()
  const [progress, setProgress] = useState({ done: 0, total: 0 })
  const running = useRef<AbortController>(undefined)
  const { mutate, error } = useMutation(exportGateways(scope))

  const start = () => {
    const control = new AbortController()
    running.current = control
    mutate(
      { query, signal: control.signal, onProgress: (done, total) => setProgress({ done, total }) },
      {
        onSuccess: (rows) => {
          if (control.signal.aborted) return
          const day = new Date().toISOString().slice(0, 10)
          saveFile(`project-gateways-${scope.name}-${day}.csv`, 'text/csv;charset=utf-8', toCsv(exportRows(rows, t)))
          toast('success', t('export.done', { count: rows.length }))
          onDone()
        },
      },
    )
  }
  const startOnce = useRef(start)
  useEffect(() => {
    startOnce.current()
    return () => running.current?.abort()
  }, [])

  return (
    <Dialog
      width={480}
      title={t('export.title')}
      okText={t('action.retry')}
      okButtonProps={error === null ? { style: { display: 'none' } } : {}}
      onOk={start}
      onCancel={onDone}
    >
      <p>{query.name === '' ? t('export.all') : t('export.filtered', { name: query.name })}</p>
      {error ? (
        <FailureNotice error={error} title={t('export.failed')} />
      ) : (
        <ProgressBar
          label={progress.total === 0 ? t('export.starting') : t('export.progress', { ...progress })}
          done={progress.done}
          total={progress.total}
        />
      )}
    </Dialog>
  )
}
