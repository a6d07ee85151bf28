/// <reference types="vite/types/importMeta.d.ts" />

// In place of vite/client, whose index signature would force styles['name'] everywhere. scripts/check-source.mjs
// checks what the compiler then cannot: that every class a component names is in its style sheet.
declare module '*.module.css' {
  // oxlint-disable-next-line typescript/no-explicit-any
  const classes: any
  export default classes
}
declare module '*.css' {}
declare module '*.svg' {
  const url: string
  export default url
}
