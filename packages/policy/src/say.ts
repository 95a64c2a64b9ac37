import type { Wording } from '@fangxing/contract'

/** A wording, Chinese first. */
export function say(zh: string, en: string): Wording {
  return { zh, en }
}

/** The same without its final stop, to stand inside another sentence. */
export function withoutStop({ zh, en }: Wording): Wording {
  return { zh: zh.replace(/[。.！!；;]+$/, ''), en: en.replace(/[.!;。]+$/, '') }
}
