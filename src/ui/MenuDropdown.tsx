// A module of its own, so that MenuButton can load it after the first view.
export { Dropdown as MenuDropdown } from 'antd'
