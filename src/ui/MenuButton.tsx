import type { DropdownProps, MenuProps } from 'antd'
import { lazy, Suspense, useState, type ReactElement } from 'react'

const MenuDropdown = lazy(async () => ({ default: (await import('./MenuDropdown')).MenuDropdown }))

/** What the button has to take over. */
interface ButtonState {
  autoFocus?: boolean
  onClick?: () => void
  onFocus?: () => void
}

interface MenuButtonProps {
  menu: MenuProps
  placement?: NonNullable<DropdownProps['placement']>
  children: (state: ButtonState) => ReactElement
}

/**
 * A button that opens a menu. The code of menus comes after the first view; until it is there the button is drawn
 * alone, and a click or the focus it gets meanwhile is not lost.
 */
export function MenuButton({ menu, placement = 'bottomLeft', children }: MenuButtonProps) {
  const [isOpen, setOpen] = useState(false)
  const [hadFocus, setHadFocus] = useState(false)
  return (
    <Suspense fallback={children({ onClick: () => setOpen(true), onFocus: () => setHadFocus(true) })}>
      <MenuDropdown menu={menu} placement={placement} trigger={['click']} open={isOpen} onOpenChange={setOpen}>
        {children({ autoFocus: hadFocus })}
      </MenuDropdown>
    </Suspense>
  )
}
