-- The record of checks can be searched by app, writer, clause and time, each in the order of an
-- index; and keeps hashes of texts where the texts themselves are not wanted.

alter table fangxing.checks
  add column kind    text not null default 'text' check (kind in ('text', 'picture', 'sound', 'video')),
  -- Null when nothing was found: most checks.
  add column clauses text[],
  add column hashes  jsonb,
  drop constraint checks_n_key;

drop index fangxing.checks_by_app;
drop index fangxing.checks_of_concern;

-- `n` tells records of one millisecond apart.
create unique index checks_by_time on fangxing.checks (at, n);
create index checks_by_app on fangxing.checks (appid, at, n) where appid is not null;
create index checks_by_writer on fangxing.checks (writer, at, n) where writer is not null;
create index checks_of_concern on fangxing.checks (suggest, at, n) where suggest <> 'pass';

-- One row per record and clause, so that a clause too is read in order.
create table fangxing.check_clauses (
  clause   text   not null,
  at       bigint not null,
  n        bigint not null,
  check_id text   not null,
  primary key (clause, at, n)
);

update fangxing.checks set clauses = found.clauses
from (
  select checks.n, array_agg(distinct judgement ->> 'clauseId') as clauses
  from fangxing.checks, jsonb_path_query(evidence, 'lax $.judgements[*]') judgement
  where judgement -> 'outcome' ->> 'kind' in ('violation', 'undetermined')
    and judgement ->> 'clauseId' is not null
  group by checks.n
) found
where found.n = checks.n;

insert into fangxing.check_clauses (clause, at, n, check_id)
select unnest(clauses), at, n, id from fangxing.checks where clauses is not null;
