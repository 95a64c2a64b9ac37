export { allowAddresses } from '../outbound/index.ts'
export * from './material-form.ts'
export * from './material-source.ts'
export * from './observe-material.ts'
