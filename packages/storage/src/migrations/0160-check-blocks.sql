-- Of checks that come together, those that found nothing are kept together: one row for all plain
-- passes of one app, scene and edition that were written at once. A row and four indexes for each
-- cost more than the check itself; what anybody may have to look into stays a row of its own.

create table fangxing.check_blocks (
  -- The checks inside are numbered from `n * 1024 + 2^40`: behind all of `checks`.
  n            bigint generated always as identity primary key,
  appid        text    not null,
  scene        integer not null,
  edition      text    not null,
  evidence_key uuid    not null,
  -- Of the checks inside; at most ten seconds apart.
  first_at     bigint  not null,
  last_at      bigint  not null,
  size         integer not null check (size between 1 and 1024),
  -- A Bloom filter over the ids and writers inside: who is not in it is not in the block.
  marks        bytea   not null,
  -- [[the id's random digits, milliseconds since first_at, writer, evidence], …]
  checks       json    not null
);

-- Hundreds of checks, kilobytes: beside the row, so that searching reads only what may match.
alter table fangxing.check_blocks alter column checks set storage external;

create index check_blocks_by_time on fangxing.check_blocks (last_at, n);
create index check_blocks_by_app on fangxing.check_blocks (appid, last_at, n);

-- For people with psql, and for whatever counts: all checks as rows, however they are kept.
create view fangxing.every_check as
  select id, kind, appid, writer, scene, suggest, label, edition, evidence, evidence_key, clauses, at
  from fangxing.checks
union all
  select
    lpad(to_hex((block.first_at + (item ->> 1)::bigint) / 1000), 8, '0')
      || '-' || left(item ->> 0, 8) || '-' || right(item ->> 0, 8),
    'text', block.appid, item ->> 2, block.scene, 'pass', 100, block.edition,
    (item -> 3)::jsonb, block.evidence_key, null::text[], block.first_at + (item ->> 1)::bigint
  from fangxing.check_blocks block, json_array_elements(block.checks) item;
