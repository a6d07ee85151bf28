import type { Gateway } from '@/wire/gateway'
import { formFromGateway, withOption, type GatewayForm } from './gateway-form'
import { clashId, decide, mergeForm, stillOpen, type Clash } from './gateway-merge'
import { reviewChanges, type ReviewChange } from './gateway-review'

/** An edit from the moment the form opens: what it is made from, what is typed, and what of others came in meanwhile. */
export interface EditSession {
  /** The version of the object that the form is applied to. */
  readonly base: Gateway
  readonly form: GatewayForm
  /** Others' changes as they were last taken in; null before any were. */
  readonly taken: readonly ReviewChange[] | null
  /** What both changed, decided or not. */
  readonly clashes: readonly Clash[]
  /** By `clashId`. */
  readonly decided: ReadonlyMap<string, 'mine' | 'theirs'>
}

export type EditStep =
  | { readonly kind: 'type'; readonly form: GatewayForm }
  | { readonly kind: 'take-in'; readonly theirs: Gateway }
  | { readonly kind: 'decide'; readonly clash: Clash; readonly side: 'mine' | 'theirs' }

/** A form that was just opened; with a row for the option one came for. */
export function openedEdit(base: Gateway, option?: string): EditSession {
  const form = formFromGateway(base)
  return {
    base,
    form: option === undefined ? form : withOption(form, option),
    taken: null,
    clashes: [],
    decided: new Map(),
  }
}

/** What both changed and nobody has decided yet. */
export const undecided = (session: EditSession): readonly Clash[] =>
  session.clashes.filter((clash) => !session.decided.has(clashId(clash)))

/** What somebody else changed since; empty while `newest` is what the form was made from, but for the status. */
export const changedMeanwhile = (session: EditSession, newest: Gateway): readonly ReviewChange[] =>
  newest.metadata.resourceVersion === session.base.metadata.resourceVersion ? [] : reviewChanges(session.base, newest)

/** The session after a step. Nothing typed is ever lost by one. */
export function nextEdit(session: EditSession, step: EditStep): EditSession {
  switch (step.kind) {
    case 'type':
      return { ...session, form: step.form }
    case 'take-in': {
      const merged = mergeForm(session.base, session.form, step.theirs)
      return {
        base: step.theirs,
        form: merged.form,
        taken: merged.taken,
        clashes: stillOpen(undecided(session), merged.clashes),
        decided: new Map(),
      }
    }
    case 'decide':
      return {
        ...session,
        form: decide(session.form, step.clash, step.side),
        decided: new Map([...session.decided, [clashId(step.clash), step.side]]),
      }
  }
}
