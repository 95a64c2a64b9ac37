import type { Book, Clause } from '../src/book.ts'
import { baijiahao2019 } from './baijiahao-2019/index.ts'
import { wechatApi } from './wechat-api.ts'
import { wechatFiling2022 } from './wechat-filing-2022.ts'
import { wechatOperation } from './wechat-operation.ts'
import { wechatRejection } from './wechat-rejection.ts'

export { baijiahaoSights } from './baijiahao-2019/index.ts'

/** Every rule book, in the order in which the documents list them. */
export const books: readonly Book[] = [
  wechatFiling2022,
  wechatOperation,
  wechatRejection,
  wechatApi,
  baijiahao2019,
]

const byId = new Map(books.flatMap(({ clauses }) => clauses.map((clause) => [clause.id, clause])))

export function findClause(id: string): Clause | undefined {
  return byId.get(id)
}
