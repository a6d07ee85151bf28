import { Suspense } from 'react'
import type { Gateway } from '@/wire/gateway'
import type { GatewayRef } from '@/domain/gateway'
import type { ProjectPageQuery } from '@/domain/project-page'
import {
  DisableGatewayDialog,
  EditGatewayDialog,
  EnableProjectGatewayDialog,
  UpgradeGatewayDialog,
} from '@/gateway/lazy-dialogs'
import { DisableManyDialog } from './DisableManyDialog'
import { ExportDialog } from './ExportDialog'
import type { RowAction } from './RowMenu'

/** What is open over the table. */
export type Opened =
  | { readonly kind: RowAction; readonly ref: GatewayRef; readonly isLegacy: boolean }
  | { readonly kind: 'disable-many'; readonly gateways: readonly Gateway[] }
  | { readonly kind: 'export' }
  | { readonly kind: 'enable' }

interface DialogsProps {
  opened: Opened | null
  /** What an export exports. */
  query: ProjectPageQuery
  onClose: () => void
  /** Told which gateways are no more, so that they are no longer selected. */
  onDisabled: (names: ReadonlySet<string>) => void
}

/** Every dialog of the tab. They stand beside the table, so that no refresh of it touches what is typed. */
export function Dialogs({ opened, query, onClose, onDisabled }: DialogsProps) {
  return (
    <Suspense>{opened && <Dialog opened={opened} query={query} onClose={onClose} onDisabled={onDisabled} />}</Suspense>
  )
}

function Dialog({ opened, query, onClose, onDisabled }: DialogsProps & { opened: Opened }) {
  switch (opened.kind) {
    case 'edit':
      return <EditGatewayDialog gatewayRef={opened.ref} onDone={onClose} />
    case 'disable':
      return <DisableGatewayDialog gatewayRef={opened.ref} isLegacy={opened.isLegacy} onDone={onClose} />
    case 'upgrade':
      return <UpgradeGatewayDialog gatewayRef={opened.ref} onDone={onClose} />
    case 'disable-many':
      return <DisableManyDialog gateways={opened.gateways} onDisabled={onDisabled} onDone={onClose} />
    case 'export':
      return <ExportDialog query={query} onDone={onClose} />
    case 'enable':
      return <EnableProjectGatewayDialog onDone={onClose} />
  }
}
