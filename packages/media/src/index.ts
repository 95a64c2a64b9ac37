export * from './sniff-media-type.ts'
