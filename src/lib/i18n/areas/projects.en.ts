/** Texts of the table of project gateways. */
export const projectsEn = {
  'projects.loading': 'Loading project gateways',
  'projects.loadFailed': 'The project gateways could not be loaded.',
  'projects.emptyTitle': 'No Project Gateways',
  'projects.emptyText': 'No project has a gateway of its own.',
  'projects.name': 'Name',
  'projects.project': 'Project',
  'upgrade.action': 'Update',
  'upgrade.title': 'Update {{name}}',
  'upgrade.effect': 'Traffic through this gateway stops for a short time.',
  'upgrade.effectDetail':
    'Its old controller is replaced by one that this KubeSphere manages. Address and node ports are taken over; it can be edited afterwards. There is no way back.',
  'upgrade.ok': 'Update',
  'upgrade.done': '{{name}} is being updated',
  'upgrade.failed': 'Not updated',
} as const
