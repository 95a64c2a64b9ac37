export * from './phone-viewports.ts'
