export { type PackageLimits, packageLimits } from './limits.ts'
export { packFiles, packFolder } from './pack.ts'
export { readArchive } from './read-archive.ts'
export { readFolder } from './read-folder.ts'
