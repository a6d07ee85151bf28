/** A ref for a region that scrolls: the keyboard must reach it, though it is no control. */
export const focusable = (element: HTMLElement | null): void => {
  if (element) element.tabIndex = 0
}
