import { useLayoutEffect, useRef, useState, type RefObject } from 'react'

/** The width of an element in pixels, 0 until it is known. */
export function useWidth<Node extends HTMLElement>(): readonly [RefObject<Node | null>, number] {
  const ref = useRef<Node>(null)
  const [width, setWidth] = useState(0)
  useLayoutEffect(() => {
    const node = ref.current
    if (node === null) return
    setWidth(Math.floor(node.clientWidth))
    const observer = new ResizeObserver(() => setWidth(Math.floor(node.clientWidth)))
    observer.observe(node)
    return () => observer.disconnect()
  }, [])
  return [ref, width]
}
