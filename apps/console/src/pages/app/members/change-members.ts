/** Sends one change of an app's members and shows the list that it leads to. */

import type { Members } from '../../../api/portal-types.ts'

export type ChangeMembers = (change: () => Promise<Members>) => void
