import { Button, type ButtonProps } from 'antd'
import { lazy, Suspense, useId } from 'react'

const ReasonTooltip = lazy(async () => ({ default: (await import('./ReasonTooltip')).ReasonTooltip }))

interface ActionButtonProps extends Omit<ButtonProps, 'disabled' | 'onClick'> {
  /** Why the action is not possible now; null when it is. */
  reason: string | null
  onClick: () => void
}

/**
 * A button that explains itself when it cannot be used. It stays focusable then, so that the reason reaches keyboard
 * and screen reader too.
 */
export function ActionButton({ reason, onClick, ...button }: ActionButtonProps) {
  const id = useId()
  if (reason === null) return <Button {...button} onClick={onClick} />
  const explained = (
    <Button
      {...button}
      type="default"
      danger={false}
      aria-disabled
      aria-describedby={id}
      style={{ opacity: 0.65, cursor: 'not-allowed' }}
    />
  )
  return (
    <>
      <Suspense fallback={explained}>
        <ReasonTooltip title={reason}>{explained}</ReasonTooltip>
      </Suspense>
      <span id={id} className="visually-hidden">
        {reason}
      </span>
    </>
  )
}
