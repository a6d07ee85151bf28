import styles from './KeyValueList.module.css'

/** The pairs of a map, to read. */
export function KeyValueList({
  map,
  empty,
}: {
  map: Readonly<Record<string, string>> | null | undefined
  empty: string
}) {
  const entries = Object.entries(map ?? {})
  if (entries.length === 0) return <span className={styles['empty']}>{empty}</span>
  return (
    <ul className={styles['list']}>
      {entries.map(([key, value]) => (
        <li key={key} className={styles['pair']}>
          <span className={styles['key']}>{key}</span>
          <span>{value}</span>
        </li>
      ))}
    </ul>
  )
}
