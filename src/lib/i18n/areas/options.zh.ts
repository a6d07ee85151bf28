import type { TranslationOf } from '../t'
import type { optionsEn } from './options.en'

/** 控制器配置项的文本。 */
export const optionsZh: TranslationOf<typeof optionsEn> = {
  'finding.unknown': '控制器会忽略它：没有此名称的配置项。',
  'finding.didYouMean': '您是否想输入 {{name}}？',
  'finding.notInVersion': '控制器 {{version}} 不识别此配置项，会忽略它。',
  'finding.bool': '只能是 true 或 false；否则会使用默认值。',
  'finding.int': '只能是整数；否则会使用默认值。',
  'finding.float': '只能是数字；否则会使用默认值。',
  'finding.choice': '只能是 {{values}}。',
  'finding.range': '只能在 {{min}} 至 {{max}} 之间。',
  'finding.atLeast': '不能小于 {{min}}。',
  'finding.atMost': '不能大于 {{max}}。',
  'finding.format': '不符合控制器要求的格式（{{format}}）。',
  'finding.reserved': 'Helm Chart 也可能写入它，并以 Chart 的值为准。',
  'finding.noEffect': '它在此控制器中不起作用。',
  'finding.deprecated': '已弃用。',
  'finding.replacedBy': '已弃用，请改用 {{name}}。',
  'finding.risk': '自由格式的 nginx 文本：其中的错误会使每次重新加载失败。',
}
