/** Room around the lines, in pixels: the crosshair is laid over them and has to know it. */
export const ROOM = { left: 76, right: 12, top: 10, bottom: 26 } as const
