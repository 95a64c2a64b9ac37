/**
 * Which seconds of a clip to look at when not all of it can be.
 *
 * Takes the length and the scene cuts, in seconds; returns `count` moments in order, or fewer. Every
 * scene is seen once before any is seen twice, the longest first; a moment lies in the middle of its
 * share of the scene, away from the cut. Pure: the same clip gives the same moments.
 */

export function chooseSeconds(
  duration: number,
  cuts: readonly number[],
  count: number,
): readonly number[] {
  const edges = [0, ...cuts.filter((cut) => cut > 0 && cut < duration), duration]
  const scenes = edges
    .slice(1)
    .map((to, index) => ({ from: edges[index] ?? 0, to, shares: 0 }))
    .filter(({ from, to }) => to > from)
  for (let given = 0; given < count && scenes.length > 0; given += 1) {
    const next = scenes.reduce((best, scene) => (gainOf(scene) > gainOf(best) ? scene : best))
    next.shares += 1
  }
  return scenes.flatMap(({ from, to, shares }) =>
    Array.from({ length: shares }, (_, index) => from + ((to - from) * (index + 0.5)) / shares),
  )
}

/** A scene that is not yet seen comes before all that are. */
function gainOf({ from, to, shares }: { from: number; to: number; shares: number }): number {
  return shares === 0 ? 1e9 + (to - from) : (to - from) / shares
}
