/** Categories are named by the platform's table; any other name is refused before it is stored. */

import { AppError, type Category } from '@fangxing/contract'
import { type CategoryRow, categories, describeCategory } from '@fangxing/policy'

export function findCategory({ first, second }: Category): CategoryRow | undefined {
  return categories.rows.find((row) => row.first === first && row.second === second)
}

export function assertKnownCategories(wanted: readonly Category[]): void {
  const unknown = wanted.filter((category) => findCategory(category) === undefined)
  if (unknown.length === 0) return
  throw new AppError('CATEGORY_NOT_ALLOWED', { categories: unknown.map(describeCategory) })
}
