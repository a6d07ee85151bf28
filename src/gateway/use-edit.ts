import { useMutation, useQuery } from '@tanstack/react-query'
import { useReducer, useState } from 'react'
import type { Gateway } from '@/wire/gateway'
import { checkEdit, saveGateway } from '@/api/gateway-changes'
import { gatewayQueries } from '@/api/gateways'
import { changedMeanwhile, nextEdit, openedEdit, undecided } from '@/domain/edit-session'
import { gatewayName, type GatewayRef } from '@/domain/gateway'
import { applyForm, type GatewayForm } from '@/domain/gateway-form'
import type { Clash } from '@/domain/gateway-merge'
import { isNotAllowed, isRefusal, refusedFields, stillRefused, type RefusedFields } from '@/domain/gateway-refusal'
import { isConflict, isNotFound, type ApiError } from '@/lib/api-error'
import { useT } from '@/lib/i18n/t'
import { toast } from '@/ui/Toasts'
import type { Verdict } from './ReviewChanges'
import { useChange } from './use-change'

/** How often to look whether somebody else changes what is being edited, in milliseconds. */
const LOOKING = 4_000

/** A form as the server was asked about it. */
interface Asked {
  readonly form: GatewayForm
  readonly base: Gateway
  readonly next: Gateway
  readonly verdict: Verdict
}

/**
 * Edits one version of an object in two steps: the server is asked (a dry run) and the changes are looked over, then they
 * are saved. What others change meanwhile is told at once, and taken in without losing what was typed.
 */
export function useEdit(ref: GatewayRef, loaded: Gateway, option: string | undefined, onDone: () => void) {
  const { t } = useT()
  const name = gatewayName(ref)
  const [session, step] = useReducer(nextEdit, loaded, (base) => openedEdit(base, option))
  const [asked, setAsked] = useState<Asked | null>(null)
  const [refused, setRefused] = useState<{ fields: RefusedFields; form: GatewayForm; times: number } | null>(null)
  const [isMissed, setMissed] = useState(false)
  const [revision, setRevision] = useState(0)
  const newest = useQuery({ ...gatewayQueries.editable(ref), refetchInterval: LOOKING })
  const check = useMutation(checkEdit(ref))
  const save = useChange(saveGateway(ref), () => toast('success', t('edit.done', { name }), t('edit.doneDetail')))
  const { base, form } = session
  const isSaving = save.isPending || save.isSuccess
  // What is saved comes back as the newest, which is nobody else's.
  const moved = isSaving || newest.data === undefined ? [] : changedMeanwhile(session, newest.data)

  const takeIn = (theirs: Gateway) => {
    step({ kind: 'take-in', theirs })
    setRevision((known) => known + 1)
    setMissed(false)
    save.reset()
    check.reset()
  }
  /** A no of the server: to the fields, or with the conflict's other side. What is neither stays the failure it is. */
  const onRefused = async (error: ApiError, of: GatewayForm) => {
    if (isRefusal(error)) {
      setRefused((known) => ({ fields: refusedFields(error), form: of, times: (known?.times ?? 0) + 1 }))
      setAsked(null)
      save.reset()
    } else if (isConflict(error)) {
      const { data } = await newest.refetch()
      if (data && changedMeanwhile(session, data).length > 0) takeIn(data)
    }
  }
  const ask = () => {
    const next = applyForm(base, form)
    const about = { form, base, next }
    check.mutate(about, {
      onSuccess: (stored) => setAsked({ ...about, verdict: { kind: 'accepted', stored } }),
      onError: (error) => {
        if (isRefusal(error) || isConflict(error)) void onRefused(error, form)
        else setAsked({ ...about, verdict: isNotAllowed(error) ? { kind: 'not-allowed' } : { kind: 'failed', error } })
      },
    })
  }
  const review = () => {
    save.reset()
    if (moved.length > 0 && newest.data) takeIn(newest.data)
    else if (undecided(session).length > 0) setMissed(true)
    else if (applyForm(base, form) === base) {
      toast('info', t('edit.unchanged', { name }))
      onDone()
    } else ask()
  }
  // Whatever is typed or taken in after asking makes the answer one about something else.
  const shown = asked?.form === form && asked.base === base ? asked : null
  const apply = () => {
    if (shown) save.mutate(shown, { onSuccess: onDone, onError: (error) => void onRefused(error, form) })
  }
  return {
    session,
    type: (typed: GatewayForm) => step({ kind: 'type', form: typed }),
    decide: (clash: Clash, side: 'mine' | 'theirs') => {
      step({ kind: 'decide', clash, side })
      setRevision((known) => known + 1)
    },
    revision,
    isMissed,
    moved,
    takeNewest: () => newest.data && takeIn(newest.data),
    isGone: newest.error !== null && isNotFound(newest.error) && !isSaving,
    review,
    ask,
    asked: shown,
    back: () => setAsked(null),
    apply,
    refused: refused && { fields: stillRefused(refused.fields, refused.form, form), times: refused.times },
    isAsking: check.isPending,
    isSaving: save.isPending,
    error: save.error ?? (check.error && isConflict(check.error) ? check.error : null),
  }
}
