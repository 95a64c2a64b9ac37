/** Networks as people type them: one in each line, commas and spaces too; empty means from anywhere. */

export function parseNetworks(text: string): readonly string[] | null {
  const networks = text.split(/[\s,，;；]+/).filter((part) => part !== '')
  return networks.length === 0 ? null : [...new Set(networks)]
}

export function describeNetworks(networks: readonly string[] | null): string {
  return (networks ?? []).join('\n')
}
