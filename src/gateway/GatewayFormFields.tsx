import { InputNumber, Select, Switch } from 'antd'
import { useState } from 'react'
import { unsavedParts, type FormProblems, type GatewayForm } from '@/domain/gateway-form'
import type { RefusedFields } from '@/domain/gateway-refusal'
import { keyProblems, type KeyProblem } from '@/domain/key-values'
import { switchProvider, type Aside } from '@/domain/lb-annotations'
import { lbProviders } from '@/domain/lb-providers'
import { useT, type PlainKey } from '@/lib/i18n/t'
import { Field } from '@/ui/Field'
import { Notice } from '@/ui/Notice'
import { AccessModeField } from './AccessModeField'
import { AnnotationsField } from './AnnotationsField'
import styles from './GatewayFormFields.module.css'
import { OptionsField } from './OptionsField'

const keyProblemTexts: Record<KeyProblem, PlainKey> = {
  empty: 'keyValue.problem.empty',
  repeated: 'keyValue.problem.repeated',
}

interface GatewayFormFieldsProps {
  form: GatewayForm
  /** What the form started from. */
  base: GatewayForm
  problems: FormProblems | null
  /** What the server has against fields; rows by their id. */
  refused: RefusedFields | null
  hasServiceMesh: boolean
  /** The controller's version, null when it is not known. */
  version: string | null
  focusedOption?: string | undefined
  /** Another number shows options again that were put into the form from outside. */
  revision: number
  /** A part that is being typed and cannot be read yet, in words; null when there is none. */
  onUnreadable: (why: string | null) => void
  onChange: (form: GatewayForm) => void
}

/** Everything the dialog lets one choose. */
export function GatewayFormFields({
  form,
  base,
  problems,
  refused,
  hasServiceMesh,
  version,
  focusedOption,
  revision,
  onUnreadable,
  onChange,
}: GatewayFormFieldsProps) {
  const { t } = useT()
  const [aside, setAside] = useState<Aside>(new Map())
  const set = (change: Partial<GatewayForm>) => onChange({ ...form, ...change })
  const inWords = (found: ReadonlyMap<string, KeyProblem> | undefined, said: ReadonlyMap<string, string> | undefined) =>
    new Map([
      ...(said ?? []),
      ...[...(found ?? [])].map(([id, problem]): [string, string] => [id, t(keyProblemTexts[problem])]),
    ])
  const replicasProblem = problems?.replicas ? t(`replicas.problem.${problems.replicas}`) : refused?.replicas
  // Without a service mesh it cannot be switched on; an existing gateway that has it may switch it off.
  const canTrace = hasServiceMesh || form.tracing

  return (
    <div className={styles['fields']}>
      <AccessModeField
        value={form.mode}
        error={problems?.mode ? t('mode.required') : refused?.mode}
        onChange={(mode) => set({ mode })}
      />
      {unsavedParts(base, form).length > 0 && <Notice tone="info" title={t('mode.unsaved')} />}
      {form.mode === 'LoadBalancer' && (
        <LoadBalancerFields
          form={form}
          problems={inWords(problems?.annotations, refused?.annotations)}
          aside={aside}
          setAside={setAside}
          set={set}
        />
      )}
      <Field label={t('replicas.label')} help={t('replicas.help')} error={replicasProblem}>
        {(ids) => (
          <InputNumber
            {...ids}
            className={styles['number'] ?? ''}
            value={form.replicas}
            step={1}
            {...(replicasProblem === undefined ? {} : { status: 'error' as const })}
            onChange={(replicas) => set({ replicas })}
          />
        )}
      </Field>
      {form.replicas === 0 && <Notice tone="warning" title={t('replicas.zero')} />}
      <Field label={t('tracing.label')} help={hasServiceMesh ? t('tracing.help') : t('tracing.noMesh')}>
        {(ids) => (
          <span>
            <Switch
              id={ids.id}
              aria-describedby={ids['aria-describedby']}
              checked={form.tracing}
              disabled={!canTrace}
              onChange={(tracing) => set({ tracing })}
            />
          </span>
        )}
      </Field>
      <OptionsField
        revision={revision}
        rows={form.config}
        problems={keyProblems(form.config)}
        problemTexts={inWords(problems?.config, refused?.config)}
        version={version}
        focusedOption={focusedOption}
        onChange={(config) => set({ config })}
        onUnreadable={onUnreadable}
      />
    </div>
  )
}

/** What only a load balancer has: whose it is, and what its controller is told. */
function LoadBalancerFields({
  form,
  problems,
  aside,
  setAside,
  set,
}: {
  form: GatewayForm
  problems: ReadonlyMap<string, string>
  /** Annotations of providers that were chosen before. */
  aside: Aside
  setAside: (aside: Aside) => void
  set: (change: Partial<GatewayForm>) => void
}) {
  const { t } = useT()
  const known = lbProviders.map((provider) => ({ value: provider.stored, label: provider.name }))
  const choose = (provider: string) => {
    const next = switchProvider(form.annotations, aside, form.provider, provider)
    setAside(next.aside)
    set({ provider, annotations: next.rows })
  }
  const keptAside = [...aside.values()].reduce((count, rows) => count + rows.length, 0)
  const stored = form.provider !== '' && !known.some((option) => option.value === form.provider)
  return (
    <>
      <Field label={t('provider.label')} help={t('provider.help')}>
        {(ids) => (
          <Select
            {...ids}
            value={form.provider}
            options={[
              { value: '', label: t('provider.none') },
              ...known,
              ...(stored ? [{ value: form.provider, label: form.provider }] : []),
            ]}
            onChange={choose}
          />
        )}
      </Field>
      {keptAside > 0 && <Notice tone="info" title={t('annotations.aside', { count: keptAside })} />}
      <AnnotationsField
        rows={form.annotations}
        problems={problems}
        provider={form.provider}
        onChange={(annotations) => set({ annotations })}
      />
    </>
  )
}
