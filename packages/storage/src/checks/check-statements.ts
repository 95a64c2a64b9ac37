/**
 * The statements that put checks on record.
 *
 * Each adds blocks, rows, and for each row its clauses: all or nothing, with one flush of the disk.
 */

/** Of a row, in the order in which they are written. */
const ROW = {
  id: 'text',
  kind: 'text',
  appid: 'text',
  writer: 'text',
  scene: 'integer',
  suggest: 'text',
  label: 'integer',
  edition: 'text',
  evidence: 'jsonb',
  evidence_key: 'uuid',
  clauses: 'text[]',
  texts: 'jsonb',
  texts_until: 'bigint',
  hashes: 'jsonb',
  at: 'bigint',
} as const
type RowColumn = keyof typeof ROW
export type CheckRow = Readonly<Record<RowColumn, unknown>>

export const ROW_COLUMNS = Object.entries(ROW) as [RowColumn, (typeof ROW)[RowColumn]][]
const ROW_NAMES = Object.keys(ROW).join(', ')
/** That are written as parameters: each number is a statement of its own, which every connection prepares. */
export const MOST_GIVEN_ROWS = 8

/** `given`: where the rows come from, with their columns. */
function addRows(given: string): string {
  return `added as (
      insert into fangxing.checks (${ROW_NAMES})
      select ${ROW_NAMES} from ${given}
      on conflict (id) do nothing
      returning n, at, id, clauses
    )
    insert into fangxing.check_clauses (clause, at, n, check_id)
    select clause, at, n, id from added, unnest(clauses) clause`
}

const BLOCK_NAMES = 'appid, scene, edition, evidence_key, first_at, last_at, size, marks, checks'
const BLOCK_COLUMNS = BLOCK_NAMES.split(', ').length

interface Statement {
  readonly name: string
  readonly text: string
}

/** With each column of the block, and of each row, as a parameter. */
function stateFew(hasBlock: boolean, rows: number): Statement {
  const first = hasBlock ? BLOCK_COLUMNS : 0
  const block = Array.from({ length: first }, (_, nth) => `$${nth + 1}`)
  const packed = `packed as (
      insert into fangxing.check_blocks (${BLOCK_NAMES}) values (${block})
    ), `
  const lists = Array.from({ length: rows }, (_, row) =>
    ROW_COLUMNS.map(([, type], nth) => `$${first + row * ROW_COLUMNS.length + nth + 1}::${type}`),
  )
  const given = `(values ${lists.map((list) => `(${list})`)}) as given (${ROW_NAMES})`
  if (rows > 0) {
    const name = `record ${rows} checks${hasBlock ? ' and a block' : ''}`
    return { name, text: `with ${hasBlock ? packed : ''}${addRows(given)}` }
  }
  const text = `insert into fangxing.check_blocks (${BLOCK_NAMES}) values (${block})`
  return { name: 'record a block of checks', text }
}

const statements = new Map<string, Statement>()

/** For one block or none, and at most `MOST_GIVEN_ROWS` rows. */
export function findStatement(hasBlock: boolean, rows: number): Statement {
  const key = `${hasBlock} ${rows}`
  const known = statements.get(key) ?? stateFew(hasBlock, rows)
  statements.set(key, known)
  return known
}

/** For any number of blocks and rows, and evidence that is shared from now on: JSON texts. */
export const ANYTHING = {
  name: 'record checks',
  text: `
    with shared as (
      insert into fangxing.shared_evidence (key, evidence)
      select key, evidence from jsonb_to_recordset($2::jsonb) as given (key uuid, evidence jsonb)
      on conflict do nothing
    ), packed as (
      insert into fangxing.check_blocks (${BLOCK_NAMES})
      select appid, scene, edition, evidence_key, first_at, last_at, size,
        decode(marks, 'base64'), checks
      from rows from (
        json_to_recordset($3::json) as (appid text, scene integer, edition text,
          evidence_key uuid, first_at bigint, last_at bigint, size integer, marks text),
        unnest(string_to_array($4, e'\\n')::json[])
      ) as given (${BLOCK_NAMES})
    ), ${addRows(`json_to_recordset($1::json) as given (${ROW_COLUMNS.map((column) => column.join(' '))})`)}`,
}
