/** What is wrong with a chosen package before it is sent, as a key of the texts; null when nothing. */
export function refusalOf(file: {
  readonly name: string
  readonly size: number
}): 'notZip' | 'empty' | null {
  if (!/\.zip$/i.test(file.name)) return 'notZip'
  return file.size === 0 ? 'empty' : null
}
