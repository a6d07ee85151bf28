// A module of its own, so that ActionButton can load it after the first view.
export { Tooltip as ReasonTooltip } from 'antd'
