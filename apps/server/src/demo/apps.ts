/**
 * The apps of the demo and what happened to each.
 *
 * Every state that a release can reach by the native interface is the end of some story. Names,
 * people and texts are made up; the packages are the repository's own small mini-programs.
 */

import { FILED_APPS } from './filed-apps.ts'
import { REVIEWED_APPS } from './reviewed-apps.ts'
import type { DemoApp } from './story.ts'

export const DEMO_APPS: readonly DemoApp[] = [...REVIEWED_APPS, ...FILED_APPS]
