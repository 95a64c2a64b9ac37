/**
 * Reads a mini-program package and says what is in it.
 *
 * Bytes by path → manifest, pages, elements, API calls, hosts, texts, publish entries with their
 * guards, content checks, and the files that could not be read. Lists are in file order, then by
 * line. Pure; the same package gives the same observations. Throws `MANIFEST_MISSING` and
 * `MANIFEST_MALFORMED` only: any other file that cannot be read is listed, and the rest is read.
 * Does not judge.
 */

import type { Observations, PackageFiles, SeenElement } from '@fangxing/contract'
import { findApiCalls } from './facts/find-api-calls.ts'
import { findContentChecks } from './facts/find-content-checks.ts'
import { findHosts } from './facts/find-hosts.ts'
import { findTexts } from './facts/find-texts.ts'
import { reachScripts } from './facts/reach-scripts.ts'
import { openProgram, type Program } from './package/program.ts'
import { comparePlaces, openSourceTree } from './package/source-tree.ts'
import { findPublishEntries } from './publish/find-publish-entries.ts'

export type ProgramObservations = Pick<
  Observations,
  | 'manifest'
  | 'pages'
  | 'elements'
  | 'apiCalls'
  | 'hosts'
  | 'publishEntries'
  | 'contentChecks'
  | 'unreadableFiles'
  | 'texts'
>

export function observeProgram(files: PackageFiles): ProgramObservations {
  const tree = openSourceTree(files)
  const program = openProgram(tree)
  const scripts = reachScripts(program)
  const elements = findElements(program)
  return {
    manifest: program.manifest.manifest,
    pages: program.pages.map(({ path, title, exists, place }) => ({ path, title, exists, place })),
    elements,
    apiCalls: inOrder(findApiCalls(scripts)),
    hosts: inOrder(findHosts(scripts, elements)),
    publishEntries: findPublishEntries(program),
    contentChecks: inOrder(findContentChecks(scripts)),
    texts: findTexts(program, scripts),
    unreadableFiles: tree.refused(),
  }
}

function findElements(program: Program): readonly SeenElement[] {
  const templates = new Map(
    program.pages.flatMap(({ units }) =>
      units.flatMap((unit) => unit.templates.map((template) => [template.path, template] as const)),
    ),
  )
  const elements = [...templates.values()].flatMap(({ elements }) =>
    elements.map(({ tag, attributes, place }) => ({ tag, attributes, place })),
  )
  return inOrder(elements)
}

function inOrder<Fact extends { readonly place: SeenElement['place'] }>(
  facts: readonly Fact[],
): readonly Fact[] {
  return facts.toSorted((a, b) => comparePlaces(a.place, b.place))
}
