/**
 * Gives a file of a package the path by which it can be opened from here.
 *
 * For a folder that is its path from the current directory, or its full path when it lies elsewhere; a
 * file in a zip has no such path and keeps its path in the package.
 */

import { isAbsolute, relative, resolve, sep } from 'node:path'
import { describePlace, type Place } from '@fangxing/contract'
import type { ShowPlace } from './describe-judgement.ts'

/** The way to the package, with `/`; empty for the current directory and for a zip. */
export function pathToPackage(directory: string, isFolder: boolean, here: string): string {
  if (!isFolder) return ''
  const full = resolve(here, directory)
  const way = relative(here, full)
  const isElsewhere = way.startsWith('..') || isAbsolute(way)
  return (isElsewhere ? full : way).split(sep).join('/')
}

export function showPlacesUnder(prefix: string): ShowPlace {
  return (place: Place) =>
    place.kind === 'file' && prefix !== ''
      ? describePlace({ ...place, file: `${prefix}/${place.file}` })
      : describePlace(place)
}
