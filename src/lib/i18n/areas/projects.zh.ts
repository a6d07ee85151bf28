import type { TranslationOf } from '../t'
import type { projectsEn } from './projects.en'

/** 项目网关表格的文本。 */
export const projectsZh: TranslationOf<typeof projectsEn> = {
  'projects.loading': '正在加载项目网关',
  'projects.loadFailed': '无法加载项目网关。',
  'projects.emptyTitle': '没有项目网关',
  'projects.emptyText': '没有项目拥有自己的网关。',
  'projects.name': '名称',
  'projects.project': '项目',
  'upgrade.action': '升级',
  'upgrade.title': '升级 {{name}}',
  'upgrade.effect': '经过此网关的流量会短暂中断。',
  'upgrade.effectDetail':
    '旧控制器会被由当前 KubeSphere 管理的控制器取代。地址与节点端口会保留，之后即可编辑。此操作无法撤销。',
  'upgrade.ok': '升级',
  'upgrade.done': '正在升级 {{name}}',
  'upgrade.failed': '未升级',
}
