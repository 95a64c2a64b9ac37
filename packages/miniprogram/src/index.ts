export * from './observe-program.ts'
