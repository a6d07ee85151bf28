import { CheckOutlined } from '@ant-design/icons'
import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactElement, type ReactNode } from 'react'
import styles from './MenuButton.module.css'

export interface MenuItem {
  readonly label: string
  readonly icon?: ReactNode
  readonly danger?: boolean
  /** Why it cannot be chosen now; it stays reachable, so that the reason is read. */
  readonly reason?: string | null
  /** For a choice among several: whether it is the one. */
  readonly checked?: boolean
  readonly onChoose: () => void
}

export interface MenuGroup {
  readonly label?: string
  readonly items: readonly MenuItem[]
}

/** What the button takes over so that the browser opens the menu for it. */
interface TriggerProps {
  popoverTarget: string
  'aria-haspopup': 'menu'
  'aria-expanded': boolean
}

interface MenuButtonProps {
  label: string
  groups: readonly MenuGroup[]
  /** Which edge of the button the menu keeps to. */
  align?: 'start' | 'end'
  children: (trigger: TriggerProps) => ReactElement
}

const GAP = 4
/** Below this share of the window's height a menu opens upwards. */
const LOW = 0.65

function placeBeside(menu: HTMLElement, button: Element, align: 'start' | 'end') {
  const at = button.getBoundingClientRect()
  const width = document.documentElement.clientWidth
  const opensUp = at.bottom > window.innerHeight * LOW
  menu.style.top = opensUp ? 'auto' : `${at.bottom + GAP}px`
  menu.style.bottom = opensUp ? `${window.innerHeight - at.top + GAP}px` : 'auto'
  menu.style.left = align === 'start' ? `${at.left}px` : 'auto'
  menu.style.right = align === 'end' ? `${width - at.right}px` : 'auto'
}

const itemsIn = (menu: HTMLElement) => [...menu.querySelectorAll<HTMLElement>('[role^="menuitem"]')]

/**
 * A button that opens a menu. The browser's popover does the opening, the closing by Escape or a click elsewhere, and
 * the return of the focus; a table with a hundred of them costs a hundred buttons and nothing else.
 */
export function MenuButton({ label, groups, align = 'start', children }: MenuButtonProps) {
  const id = useId()
  const menu = useRef<HTMLDivElement>(null)
  const [isOpen, setOpen] = useState(false)

  // It stands still while what it belongs to would scroll away.
  useEffect(() => {
    if (!isOpen) return
    const close = () => menu.current?.hidePopover()
    const button = document.querySelector(`[popovertarget="${CSS.escape(id)}"]`)
    // A list beside it may scroll by itself, as one that follows a log does.
    const scrolled = ({ target }: Event) => {
      if (target instanceof Node && target.contains(button)) close()
    }
    window.addEventListener('resize', close)
    document.addEventListener('scroll', scrolled, { capture: true })
    return () => {
      window.removeEventListener('resize', close)
      document.removeEventListener('scroll', scrolled, { capture: true })
    }
  }, [isOpen, id])

  const move = (event: KeyboardEvent<HTMLDivElement>) => {
    const items = itemsIn(event.currentTarget)
    const at = items.findIndex((item) => item === document.activeElement)
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: items.length - 1 }[event.key]
    if (event.key === 'Tab') event.currentTarget.hidePopover()
    if (to === undefined) return
    event.preventDefault()
    items.at(to % items.length)?.focus()
  }

  return (
    <>
      {children({ popoverTarget: id, 'aria-haspopup': 'menu', 'aria-expanded': isOpen })}
      <div
        ref={menu}
        id={id}
        popover="auto"
        role="menu"
        tabIndex={-1}
        aria-label={label}
        className={styles['menu']}
        onKeyDown={move}
        onBeforeToggle={(event) => {
          setOpen(event.newState === 'open')
          const button = document.querySelector(`[popovertarget="${CSS.escape(id)}"]`)
          if (button && event.newState === 'open') placeBeside(event.currentTarget, button, align)
        }}
        onToggle={(event) => {
          if (event.newState === 'open') itemsIn(event.currentTarget)[0]?.focus()
        }}
      >
        {isOpen &&
          groups.map((group, index) => (
            <div key={index} role="group" aria-label={group.label} className={styles['group']}>
              {group.label !== undefined && (
                <p aria-hidden className={styles['groupLabel']}>
                  {group.label}
                </p>
              )}
              {group.items.map((item) => (
                <Item key={item.label} item={item} onChoose={() => menu.current?.hidePopover()} />
              ))}
            </div>
          ))}
      </div>
    </>
  )
}

function Item({ item, onChoose }: { item: MenuItem; onChoose: () => void }) {
  const reasonId = useId()
  const reason = item.reason ?? null
  return (
    <button
      type="button"
      role={item.checked === undefined ? 'menuitem' : 'menuitemradio'}
      aria-checked={item.checked}
      aria-disabled={reason !== null}
      aria-describedby={reason === null ? undefined : reasonId}
      tabIndex={-1}
      className={`${styles['item']} ${item.danger ? styles['danger'] : ''}`}
      onClick={() => {
        if (reason !== null) return
        onChoose()
        item.onChoose()
      }}
    >
      {item.icon !== undefined && <span aria-hidden>{item.icon}</span>}
      <span className={styles['label']}>{item.label}</span>
      {item.checked === true && <CheckOutlined aria-hidden />}
      {reason !== null && (
        <small id={reasonId} aria-hidden className={styles['reason']}>
          {reason}
        </small>
      )}
    </button>
  )
}
