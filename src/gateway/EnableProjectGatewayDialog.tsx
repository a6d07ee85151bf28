import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'react-router'
import { findGateway, gatewayQueries } from '@/api/gateways'
import { enableForProject } from '@/api/project-gateways'
import { gatewayName, type GatewayRef } from '@/domain/gateway'
import { emptyForm, newGateway } from '@/domain/gateway-form'
import { links } from '@/lib/links'
import { useT } from '@/lib/i18n/t'
import { Dialog } from '@/ui/Dialog'
import { Notice } from '@/ui/Notice'
import { Bar, Waiting } from '@/ui/Skeleton'
import { toast } from '@/ui/Toasts'
import { useCluster } from './ClusterContext'
import { FormDialog } from './FormDialog'
import { ProjectField } from './ProjectField'
import { useChange } from './use-change'
import { useUserName } from './use-session'

/** Learns which gateway was enabled with tracing, if one was. */
type Done = (tracing?: GatewayRef) => void

/** Enables the gateway of a project that is chosen here; says beforehand when the server would refuse. */
export function EnableProjectGatewayDialog({ onDone }: { onDone: Done }) {
  const { t } = useT()
  const { scope } = useCluster()
  const clusterGateway = useQuery(gatewayQueries.clusterGateway(scope))
  // Looked at anew after a refusal it is pending again, and the form must not go away.
  if (!clusterGateway.isFetched)
    return (
      <Dialog width={720} title={t('enableProject.title')} footer={null} onCancel={() => onDone()}>
        <Waiting label={t('enableProject.checking')}>
          <Bar width="100%" />
        </Waiting>
      </Dialog>
    )
  // When the list may not be read, the answer for the chosen project tells.
  if ((clusterGateway.data?.items?.length ?? 0) > 0) return <Impossible onDone={onDone} />
  return <ProjectForm onDone={onDone} />
}

/** The server refuses while there is a cluster gateway (recording d08): why, and the ways on. */
function Impossible({ onDone }: { onDone: Done }) {
  const { t } = useT()
  const { scope } = useCluster()
  return (
    <Dialog
      width={560}
      title={t('enableProject.title')}
      okText={t('action.close')}
      cancelButtonProps={{ style: { display: 'none' } }}
      onOk={() => onDone()}
      onCancel={() => onDone()}
    >
      <Notice tone="warning" title={t('enableProject.refused')}>
        <p>{t('enableProject.refusedWhy')}</p>
        <ul>
          <li>{t('enableProject.useCluster')}</li>
          <li>{t('enableProject.disableCluster')}</li>
        </ul>
        <Link to={links.gateways(scope.name, 'cluster')}>{t('enableProject.toCluster')}</Link>
      </Notice>
    </Dialog>
  )
}

function ProjectForm({ onDone }: { onDone: Done }) {
  const { t } = useT()
  const { scope } = useCluster()
  const user = useUserName()
  const [project, setProject] = useState<string | null>(null)
  const [form, setForm] = useState(emptyForm)
  const enable = useChange(enableForProject(scope), (asked) =>
    toast('success', t('enable.done', { name: gatewayName(asked) }), t('enable.doneDetail')),
  )
  // For those who may not list all gateways. What is said of a project begins with the cluster gateway (recordings d05, i01).
  const serving = useQuery({ ...gatewayQueries.ofProject({ cluster: scope, project }), enabled: project !== null })
  const submit = () => {
    if (project === null) return
    const done = () => onDone(form.tracing ? { cluster: scope, project } : undefined)
    enable.mutate({ project, gateway: newGateway(project, form, user) }, { onSuccess: done })
  }
  if (project !== null && findGateway({ cluster: scope, project: null }, serving.data ?? null))
    return <Impossible onDone={onDone} />
  const isOurs = enable.isPending || enable.isSuccess
  const isTaken = project !== null && !isOurs && findGateway({ cluster: scope, project }, serving.data ?? null) !== null
  return (
    <FormDialog
      title={t('enableProject.title')}
      form={form}
      onChange={setForm}
      start={emptyForm()}
      version={null}
      first={{
        isFilled: project !== null && !isTaken,
        field: (isMissed) => (
          <ProjectField cluster={scope} value={project} isMissed={isMissed} isTaken={isTaken} onChange={setProject} />
        ),
      }}
      busy={enable.isPending}
      error={enable.error}
      onSubmit={submit}
      onClose={() => onDone()}
    />
  )
}
