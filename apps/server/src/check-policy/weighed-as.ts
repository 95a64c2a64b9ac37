/** As which scene content is weighed: a caller that named none has two answers only, and so has 0. */

import { type Scene, toScene } from '@fangxing/policy'

export interface SceneNamed {
  readonly scene: number
  /** True when absent. */
  readonly isSceneNamed?: boolean | undefined
}

export function weighedAs({ scene, isSceneNamed = true }: SceneNamed): Scene {
  return isSceneNamed ? toScene(scene) : 0
}
