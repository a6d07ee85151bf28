import { lazy } from 'react'
import { loadTexts, type TextArea } from '@/lib/i18n/t'

/** A module with the texts it shows. */
async function withTexts<Module>(module: Promise<Module>, ...areas: readonly TextArea[]): Promise<Module> {
  const [loaded] = await Promise.all([module, ...areas.map(loadTexts)])
  return loaded
}

const loadForm = () => withTexts(import('./then-check'), 'dialogs', 'options', 'projects')
const loadUpgrade = () => withTexts(import('./UpgradeGatewayDialog'), 'dialogs', 'projects')
const loadDisable = () => withTexts(import('./DisableGatewayDialog'), 'dialogs')

// Looking at a gateway needs none of them, so they come when they are wanted, or a moment before.
export const EnableGatewayDialog = lazy(async () => ({ default: (await loadForm()).EnableGatewayDialog }))
export const EditGatewayDialog = lazy(async () => ({ default: (await loadForm()).EditGatewayDialog }))
export const EnableProjectGatewayDialog = lazy(async () => ({
  default: (await loadForm()).EnableProjectGatewayDialog,
}))
export const UpgradeGatewayDialog = lazy(async () => ({ default: (await loadUpgrade()).UpgradeGatewayDialog }))
export const DisableGatewayDialog = lazy(async () => ({ default: (await loadDisable()).DisableGatewayDialog }))

/** Starts loading the dialogs, for the moment a pointer comes near the button that opens them. */
export function preloadDialogs(): void {
  void loadForm()
  void loadDisable()
}
