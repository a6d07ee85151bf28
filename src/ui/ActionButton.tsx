import { Button, Tooltip, type ButtonProps } from 'antd'
import { useId } from 'react'

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
  return (
    <>
      <Tooltip title={reason}>
        <Button
          {...button}
          type="default"
          danger={false}
          aria-disabled
          aria-describedby={id}
          style={{ opacity: 0.65, cursor: 'not-allowed' }}
        />
      </Tooltip>
      <span id={id} className="visually-hidden">
        {reason}
      </span>
    </>
  )
}
