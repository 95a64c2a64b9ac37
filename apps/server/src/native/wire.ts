/** Values on their way out: the schemas' types are mutable, ours are not; the content is the same. */

export type Wire<Value> = Value extends readonly (infer Item)[]
  ? Wire<Item>[]
  : Value extends object
    ? { -readonly [Key in keyof Value]: Wire<Value[Key]> }
    : Value

export function toWire<Value>(value: Value): Wire<Value> {
  return value as Wire<Value>
}
