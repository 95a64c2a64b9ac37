export * from './check-policy.ts'
export { type Meter, openMeter, type Reading } from './meter.ts'
export { openPolicyShelf, type PolicyShelf, readPolicy } from './policy-shelf.ts'
export { type HeaderSink, tellLeft } from './quota-headers.ts'
