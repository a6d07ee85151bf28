import { lazy } from 'react'
import { loadTexts } from '@/lib/i18n/t'

const loadForm = async () => (await Promise.all([import('./GatewayDialog'), loadTexts('options')]))[0]
const loadProjectForm = async () =>
  (await Promise.all([import('./EnableProjectGatewayDialog'), loadTexts('options')]))[0]
const loadUpgrade = () => import('./UpgradeGatewayDialog')
const loadDisable = () => import('./DisableGatewayDialog')

// Looking at a gateway needs none of them, so they come when they are wanted, or a moment before.
export const EnableGatewayDialog = lazy(async () => {
  await loadTexts('projects') // what it says of gateways of projects stands there
  return { default: (await loadForm()).EnableGatewayDialog }
})
export const EnableProjectGatewayDialog = lazy(async () => ({
  default: (await loadProjectForm()).EnableProjectGatewayDialog,
}))
export const EditGatewayDialog = lazy(async () => ({ default: (await loadForm()).EditGatewayDialog }))
export const DisableGatewayDialog = lazy(async () => ({ default: (await loadDisable()).DisableGatewayDialog }))

export const UpgradeGatewayDialog = lazy(async () => ({ default: (await loadUpgrade()).UpgradeGatewayDialog }))

/** Starts loading the dialogs, for the moment a pointer comes near the button that opens them. */
export function preloadDialogs(): void {
  void loadForm()
  void loadTexts('projects')
  void loadDisable()
}
