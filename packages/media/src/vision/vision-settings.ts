/**
 * How a vision model that is elsewhere is reached, and what it is asked. Questions are the
 * operator's: what a local model cannot see, such as flags, maps, weapons, logos and scenes.
 */

export interface VisionQuestion {
  /** Permanent; comes back with the answer, e.g. `gore`. */
  readonly id: string
  /** A question that yes or no answers, in the language the model knows best. */
  readonly ask: string
}

export interface VisionSettings {
  /** Of an OpenAI-compatible service, up to `/v1`, e.g. `http://127.0.0.1:8000/v1`. */
  readonly url: string
  readonly model: string
  readonly key?: string
  /** Default: `VISION_QUESTIONS`. */
  readonly questions?: readonly VisionQuestion[]
  /** After this the fact is missing. Default 20. */
  readonly seconds?: number
}

/** After the image labels that WeChat and Baidu name and no model of ours scores. */
export const VISION_QUESTIONS: readonly VisionQuestion[] = [
  { id: 'gore', ask: '图中是否有血腥、尸体、残肢或虐待的画面？' },
  { id: 'weapon', ask: '图中是否有枪支、管制刀具、弹药或爆炸物？' },
  { id: 'drugs', ask: '图中是否有毒品或吸毒器具？' },
  { id: 'flag', ask: '图中是否有国旗、国徽、党旗、军旗或其变形？' },
  { id: 'map', ask: '图中是否有中国地图或边界画法？' },
  { id: 'uniform', ask: '图中是否有军人、警察制服或恐怖组织的标志？' },
  { id: 'banknote', ask: '图中是否有人民币图样？' },
  { id: 'logo', ask: '图中是否有其他内容平台或媒体的标志、台标？' },
  { id: 'gambling', ask: '图中是否有赌博器具或场面？' },
  { id: 'suggestive', ask: '图中是否有裸露、性行为或性暗示？' },
]
