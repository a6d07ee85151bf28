import { useCallback, useRef, useState, type RefCallback, type RefObject } from 'react'

/**
 * The width of an element in pixels, 0 until it is known: what to attach to the element, and the element itself, which
 * may go and come back.
 */
export function useWidth<Node extends HTMLElement>(): readonly [
  attach: RefCallback<Node>,
  width: number,
  element: RefObject<Node | null>,
] {
  const element = useRef<Node>(null)
  const [width, setWidth] = useState(0)
  const attach = useCallback((node: Node) => {
    const measure = () => setWidth(Math.floor(node.clientWidth))
    element.current = node
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(node)
    return () => {
      observer.disconnect()
      element.current = null
    }
  }, [])
  return [attach, width, element]
}
