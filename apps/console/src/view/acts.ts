/**
 * What an act is called, by its route; an act of a route without a name is shown by the route alone.
 */

const NAME_OF: Readonly<Record<string, string>> = {
  'PATCH /v1/users/:id': 'changeUser',
  'POST /v1/users': 'addUser',
  'PUT /v1/check-policy': 'publishPolicy',
  'POST /v1/check-policy/editions/:number/roll-back': 'rollBackPolicy',
  'POST /v1/trials': 'startTrial',
  'POST /v1/trials/:id/publish': 'publishTrial',
  'POST /v1/trials/:id/end': 'endTrial',
  'POST /v1/terms': 'addTerm',
  'DELETE /v1/terms/:id': 'removeTerm',
  'POST /v1/terms/import': 'importTerms',
  'POST /v1/lexicon-editions': 'publishLexicon',
  'POST /v1/lexicon-editions/:number/roll-back': 'rollBackLexicon',
  'POST /v1/text-models': 'publishModel',
  'POST /v1/text-models/:number/roll-back': 'rollBackModel',
  'PUT /v1/filing-profile': 'saveProfile',
  'POST /v1/retro-scans': 'startScan',
  'POST /v1/known-pictures': 'addPicture',
  'DELETE /v1/known-pictures/:id': 'removePicture',
  'POST /v1/known-pictures/import': 'importPictures',
  'PUT /v1/apps/:appid/callbacks': 'setCallbacks',
  'POST /v1/apps/:appid/callbacks/test': 'testCallbacks',
  'PUT /v1/apps/:appid/upstream': 'setUpstream',
  'DELETE /v1/apps/:appid/upstream': 'removeUpstream',
  'POST /v1/deliveries/:id/redrive': 'redrive',
  'POST /v1/apps': 'addApp',
  'PATCH /v1/apps/:appid': 'changeApp',
  'POST /v1/apps/:appid/secret': 'renewSecret',
  'PUT /v1/apps/:appid/token-access': 'setTokenAccess',
  'POST /v1/apps/:appid/members': 'addMember',
  'DELETE /v1/apps/:appid/members/:userId': 'removeMember',
  'POST /v1/apps/:appid/hand-over': 'handOver',
  'POST /v1/ordinary-texts': 'keepOrdinary',
  'PUT /v1/desk/policy': 'setDesk',
  'PUT /v1/desk/people/:id': 'setSkills',
  'POST /v1/desk/golden': 'addGolden',
  'DELETE /v1/desk/golden/:id': 'removeGolden',
  'POST /v1/proposals/:id/agree': 'agree',
  'POST /v1/proposals/:id/refuse': 'refuse',
  'POST /v1/apps/:appid/releases': 'upload',
}

export function nameAct(route: string): string | null {
  return NAME_OF[route] ?? null
}

export const ACT_NAMES: readonly string[] = Object.values(NAME_OF)
