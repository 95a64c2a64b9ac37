/** What comes along with submissions: templates, media, requests for categories. */

import type { App } from '../http/app.ts'
import type { Ports } from '../ports.ts'
import { registerCategoryRequests } from './category-requests.ts'
import { registerMedia } from './media.ts'
import { registerTemplates } from './templates.ts'

export function registerIntake(app: App, ports: Ports): void {
  registerTemplates(app, ports)
  registerMedia(app, ports)
  registerCategoryRequests(app, ports)
}
