/**
 * Opens a learned model of the ONNX format on the processor of this machine.
 *
 * The runtime is an optional package: where it does not install, `openModel` rejects with a
 * `ModelUnavailable`, whose wording says what to do, and only the facts of that model are missing.
 * One thread for each model: the pool already uses the cores with its children.
 */

import type { Wording } from '@fangxing/contract'
import type { InferenceSession, Tensor } from 'onnxruntime-node'
import { ModelUnavailable } from '../observe/model-unavailable.ts'

export interface Model {
  /** Row-major values in; the only output out. */
  run(values: Float32Array, shape: readonly number[]): Promise<ModelOutput>
}

export interface ModelOutput {
  readonly values: Float32Array
  readonly shape: readonly number[]
}

export async function openModel(weights: Uint8Array): Promise<Model> {
  const { InferenceSession, Tensor } = await loadRuntime()
  const session = await InferenceSession.create(weights, SESSION)
  const [input] = session.inputNames
  const [output] = session.outputNames
  if (input === undefined || output === undefined) throw new Error('a model has inputs and outputs')
  return {
    async run(values, shape) {
      const results = await session.run({ [input]: new Tensor('float32', values, shape) })
      return readOutput(results[output])
    },
  }
}

const SESSION: InferenceSession.SessionOptions = {
  intraOpNumThreads: 1,
  interOpNumThreads: 1,
  executionMode: 'sequential',
  graphOptimizationLevel: 'all',
  // Its own memory, kept between pictures: returning it each time costs more than computing.
  enableCpuMemArena: true,
  logSeverityLevel: 3,
}

function readOutput(tensor: Tensor | undefined): ModelOutput {
  if (!(tensor?.data instanceof Float32Array)) throw new Error('a model answers with numbers')
  return { values: tensor.data, shape: tensor.dims }
}

async function loadRuntime(): Promise<typeof import('onnxruntime-node')> {
  try {
    return await import('onnxruntime-node')
  } catch (error) {
    throw new ModelUnavailable(NO_RUNTIME, { cause: error })
  }
}

const NO_RUNTIME: Wording = {
  zh: '本机没有可用的模型运行库 onnxruntime-node，请重新执行 npm ci 安装',
  en: 'the model runtime onnxruntime-node is not usable on this machine: run npm ci again',
}
