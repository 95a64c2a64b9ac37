/** The package's own types are not published; its interface is that of `onnxruntime-common`. */
declare module 'onnxruntime-node' {
  export { InferenceSession, Tensor } from 'onnxruntime-common'
}
