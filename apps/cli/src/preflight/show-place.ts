/**
 * Gives a file of a package the path by which it can be opened from here.
 *
 * For a folder that is its path from the current directory; a file in a zip has no such path and
 * keeps its path in the package.
 */

import { relative, resolve, sep } from 'node:path'
import { describePlace, type Place } from '@fangxing/contract'
import type { ShowPlace } from './describe-judgement.ts'

/** The way from `here` to the package, with `/`; empty for the current directory and for a zip. */
export function pathToPackage(directory: string, isFolder: boolean, here: string): string {
  return isFolder ? relative(here, resolve(here, directory)).split(sep).join('/') : ''
}

export function showPlacesUnder(prefix: string): ShowPlace {
  return (place: Place) =>
    place.kind === 'file' && prefix !== ''
      ? describePlace({ ...place, file: `${prefix}/${place.file}` })
      : describePlace(place)
}
