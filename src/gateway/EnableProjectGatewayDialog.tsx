import { Modal } from 'antd'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'react-router'
import { gatewayQueries } from '@/api/gateways'
import { enableForProject } from '@/api/project-gateways'
import { gatewayName } from '@/domain/gateway'
import { emptyForm, newGateway, type GatewayForm } from '@/domain/gateway-form'
import { links } from '@/lib/links'
import { useT } from '@/lib/i18n/t'
import { Notice } from '@/ui/Notice'
import { Bar, Waiting } from '@/ui/Skeleton'
import { toast } from '@/ui/Toasts'
import { useCluster } from './ClusterContext'
import { FormDialog } from './FormDialog'
import { ProjectField } from './ProjectField'
import { useUserName } from './use-session'

/** Enables the gateway of a project that is chosen here; says beforehand when the server would refuse. */
export function EnableProjectGatewayDialog({ onDone }: { onDone: () => void }) {
  const { t } = useT()
  const { scope } = useCluster()
  const clusterGateway = useQuery(gatewayQueries.clusterGateway(scope))
  if (clusterGateway.isPending)
    return (
      <Modal open centered width={720} title={t('enableProject.title')} footer={null} onCancel={onDone}>
        <Waiting label={t('enableProject.checking')}>
          <Bar width="100%" />
        </Waiting>
      </Modal>
    )
  // When the list may not be read, that is no reason against it: the server decides.
  if ((clusterGateway.data?.items?.length ?? 0) > 0) return <Impossible onDone={onDone} />
  return <ProjectForm onDone={onDone} />
}

/** The server refuses while there is a cluster gateway (recording d08): why, and the ways on. */
function Impossible({ onDone }: { onDone: () => void }) {
  const { t } = useT()
  const { scope } = useCluster()
  return (
    <Modal
      open
      centered
      width={560}
      title={t('enableProject.title')}
      okText={t('action.close')}
      cancelButtonProps={{ style: { display: 'none' } }}
      onOk={onDone}
      onCancel={onDone}
    >
      <Notice tone="warning" title={t('enableProject.refused')}>
        <p>{t('enableProject.refusedWhy')}</p>
        <ul>
          <li>{t('enableProject.useCluster')}</li>
          <li>{t('enableProject.disableCluster')}</li>
        </ul>
        <Link to={links.gateways(scope.name, 'cluster')}>{t('enableProject.toCluster')}</Link>
      </Notice>
    </Modal>
  )
}

function ProjectForm({ onDone }: { onDone: () => void }) {
  const { t } = useT()
  const { scope } = useCluster()
  const user = useUserName()
  const [project, setProject] = useState<string | null>(null)
  const enable = useMutation(enableForProject(scope))
  const submit = (form: GatewayForm) => {
    if (project === null) return
    enable.mutate(
      { project, gateway: newGateway(project, form, user) },
      {
        onSuccess: () => {
          toast('success', t('enable.done', { name: gatewayName({ project }) }), t('enable.doneDetail'))
          onDone()
        },
      },
    )
  }
  return (
    <FormDialog
      title={t('enableProject.title')}
      start={emptyForm()}
      version={null}
      first={{
        isFilled: project !== null,
        field: (isMissed) => <ProjectField cluster={scope} value={project} isMissed={isMissed} onChange={setProject} />,
      }}
      busy={enable.isPending}
      error={enable.error}
      onSubmit={submit}
      onClose={onDone}
    />
  )
}
