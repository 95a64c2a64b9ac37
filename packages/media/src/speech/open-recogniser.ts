/** From settings, which can be sent to another process, to the recogniser they describe. */

import { askEndpoint } from './ask-endpoint.ts'
import type { Recogniser } from './recogniser.ts'
import { runCommand } from './run-command.ts'
import type { SpeechSettings } from './speech-settings.ts'

export function openRecogniser(settings: SpeechSettings): Recogniser {
  return settings.kind === 'endpoint' ? askEndpoint(settings) : runCommand(settings)
}
