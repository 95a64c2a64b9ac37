-- Every change of the lexicon is an edition that says what it changed, so that any earlier list can
-- be had again; and terms keep when they count, and what excuses or conditions them.

alter table fangxing.terms
  add column valid_from  bigint,
  add column valid_until bigint,
  add column tags        jsonb,
  add column excepted    jsonb,
  add column near        jsonb,
  add column not_near    jsonb;

create table fangxing.lexicon_editions (
  -- The count of changes, which began before editions were kept: the first row need not be 1.
  number   bigint primary key,
  parent   bigint not null,
  at       bigint not null,
  by_name  text not null,
  note     text,
  -- The earlier edition whose terms these are again.
  restores bigint,
  -- Whole terms; one that was changed is in both.
  added    jsonb not null,
  removed  jsonb not null,
  -- Ids of the starter terms that no longer count, or count again.
  hidden   jsonb not null,
  shown    jsonb not null
);
