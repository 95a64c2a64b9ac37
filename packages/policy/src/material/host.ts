/** The host of an address that may lack its scheme, in lower case, without port. */
export function hostOf(address: string): string {
  const rest = address.toLowerCase().replace(/^[a-z]+:\/\//, '')
  return (
    rest
      .split(/[/?#]/, 1)[0]
      ?.replace(/^[^@]*@/, '')
      .replace(/:\d+$/, '') ?? ''
  )
}

/** Whether a host is one of these or below one. */
export function isUnder(host: string, hosts: readonly string[]): boolean {
  return hosts.some((one) => host === one || host.endsWith(`.${one}`))
}
