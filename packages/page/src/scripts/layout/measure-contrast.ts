/// <reference lib="dom" />
/**
 * The contrast of words against what lies behind them.
 *
 * Source: WCAG 2.2, relative luminance and contrast ratio.
 */

/** 1 to 21; null over a picture or where a colour is see-through. */
export function contrastOf(one: Element): number | null {
  const front = luminanceOf(getComputedStyle(one).color)
  const back = luminanceBehind(one)
  if (front === null || back === null) return null
  return (Math.max(front, back) + 0.05) / (Math.min(front, back) + 0.05)
}

export function luminanceOf(colour: string): number | null {
  const [red, green, blue, alpha = 1] = (colour.match(/[\d.]+/g) ?? []).map(Number)
  if (red === undefined || green === undefined || blue === undefined || alpha < 0.99) return null
  const channel = (value: number) => {
    const share = value / 255
    return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  }
  return 0.2126 * channel(red) + 0.7152 * channel(green) + 0.0722 * channel(blue)
}

/** Of the nearest ground that is not see-through; white where there is none. */
export function luminanceBehind(one: Element): number | null {
  for (let up: Element | null = one; up !== null; up = up.parentElement) {
    const { backgroundColor, backgroundImage } = getComputedStyle(up)
    if (backgroundImage !== 'none') return null
    if (!/, 0\)$|^transparent$/.test(backgroundColor)) return luminanceOf(backgroundColor)
  }
  return 1
}
