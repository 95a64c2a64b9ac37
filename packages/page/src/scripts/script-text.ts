/**
 * Functions of ours as the text of one script: how they are sent into a page.
 *
 * They see each other by name, as they do in their modules; other names they need come as constants,
 * which must be JSON. None may use what its module imports under another name.
 */

export function toScriptText(
  functions: readonly { readonly name: string }[],
  constants: Readonly<Record<string, unknown>> = {},
): string {
  return [
    ...Object.entries(constants).map(([name, value]) => `const ${name} = ${JSON.stringify(value)}`),
    ...functions.map(String),
  ].join('\n')
}
