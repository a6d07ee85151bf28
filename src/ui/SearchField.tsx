import { SearchOutlined } from '@ant-design/icons'
import { Input } from 'antd'
import { useEffect, useRef, useState } from 'react'

/** How long nothing is typed before it is searched for, in milliseconds. */
const PAUSE = 300

interface SearchFieldProps {
  label: string
  value: string
  onSearch: (text: string) => void
}

/** A field that searches while one types, with a pause so that not every letter is asked for. */
export function SearchField({ label, value, onSearch }: SearchFieldProps) {
  const [text, setText] = useState(value)
  const [seen, setSeen] = useState(value)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  // The value may change from outside: Back, or a link.
  if (value !== seen) {
    setSeen(value)
    if (value !== text.trim()) setText(value)
  }
  useEffect(() => () => clearTimeout(timer.current), [])
  const search = (next: string, pause: number) => {
    setText(next)
    clearTimeout(timer.current)
    timer.current = setTimeout(() => onSearch(next.trim()), pause)
  }
  return (
    <Input
      type="search"
      aria-label={label}
      placeholder={label}
      prefix={<SearchOutlined aria-hidden />}
      value={text}
      autoComplete="off"
      spellCheck={false}
      onChange={(event) => search(event.target.value, PAUSE)}
      onPressEnter={() => search(text, 0)}
    />
  )
}
