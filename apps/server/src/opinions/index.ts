export { type GivenOpinions, type OpinionEngine, openOpinions } from './open-opinions.ts'
export { type OpinionModel, readOpinionEnvironment } from './opinion-settings.ts'
