/**
 * A million checks, cases and notices of the demo's apps, written straight into the tables: what a
 * platform has after some months. Half of the cases wait. Spread over 180 days, apps and writers.
 */

import pg from 'pg'

const EVERY = `
  select i, (select array_agg(appid order by appid) from fangxing.apps) as apps,
    $2::bigint - (i::float8 / $1 * 180 * 86400000)::bigint as at
  from generate_series(1, $1::int) as i`

/** Ids in the form of a check's: seconds, then random digits. */
const ID = `lpad(to_hex(at / 1000), 8, '0') || '-' || substr(md5(i::text), 1, 8) || '-' || substr(md5(i::text), 9, 8)`
const APP = 'apps[1 + (i / 8) % array_length(apps, 1)]'

const STATEMENTS: Readonly<Record<string, string>> = {
  checks: `
    insert into fangxing.checks (id, appid, writer, scene, suggest, label, edition, evidence, at, kind)
    select ${ID}, ${APP}, 'o-' || i % 5000, 1 + i % 4, case when i % 5 = 0 then 'risky' else 'pass' end,
      case when i % 5 = 0 then 20006 else 100 end, 'bench', '{"hits":[],"judgements":[]}', at, 'text'
    from (${EVERY}) e`,
  cases: `
    insert into fangxing.cases (check_id, appid, writer, scene, label, opened_at, kind, verdict,
      final_label, note, decided_by, decided_at)
    select 'c' || ${ID}, ${APP}, 'o-' || i % 5000, 1 + i % 4, (array[10001, 20006, 20003, 20008])[1 + i % 4],
      at, (array['text', 'text', 'text', 'picture'])[1 + i % 4],
      case when i % 2 = 0 then 'pass' end, case when i % 2 = 0 then 100 end,
      case when i % 2 = 0 then '' end, case when i % 2 = 0 then 'bench' end,
      case when i % 2 = 0 then at + 3600000 end
    from (${EVERY}) e`,
  notices: `
    insert into fangxing.notices (id, appid, release_id, audience, region, kind, letter, version, state, at)
    select 'n' || md5(i::text), r.appid, r.id, 'developer', null, 'approved', n.letter, '1.0.0', 'approved', e.at
    from (${EVERY}) e
    join (select row_number() over () - 1 as nth, appid, id from fangxing.releases) r
      on r.nth = e.i % (select count(*) from fangxing.releases)
    cross join (select letter from fangxing.notices limit 1) n
    order by e.at`,
}

export async function fillLists(url: string, count: number, now: number): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    for (const [name, statement] of Object.entries(STATEMENTS)) {
      const begunAt = Date.now()
      await client.query(statement, [count, now])
      console.log(`${name}: ${count} in ${((Date.now() - begunAt) / 1000).toFixed(0)} s`)
    }
    await client.query('vacuum (analyze)')
  } finally {
    await client.end()
  }
}
