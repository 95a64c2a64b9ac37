-- Every edition of the check policy, and candidates that are tried beside the live one: both judge,
-- only the live one is told.

create table fangxing.check_policies (
  number   bigint generated always as identity primary key,
  at       bigint not null,
  by       text   not null,
  note     text,
  -- The earlier edition that this one is equal to.
  restores bigint,
  policy   jsonb  not null
);
create trigger editions_stay before update or delete on fangxing.check_policies
  for each row execute function fangxing.refuse_change();

create table fangxing.trials (
  n          bigint generated always as identity primary key,
  id         text   not null unique,
  candidate  jsonb  not null,
  note       text,
  started_by text   not null,
  started_at bigint not null,
  ended_by   text,
  ended_at   bigint,
  published  boolean not null default false,
  check ((ended_by is null) = (ended_at is null))
);
-- One beside the live one; a third would be judged by nobody.
create unique index one_trial_runs on fangxing.trials ((true)) where ended_at is null;

-- What both answered, counted.
create table fangxing.trial_counts (
  trial_id text   not null references fangxing.trials (id),
  live     text   not null,
  tried    text   not null,
  count    bigint not null,
  primary key (trial_id, live, tried)
);

create table fangxing.trial_differences (
  n           bigint  generated always as identity primary key,
  trial_id    text    not null references fangxing.trials (id),
  check_id    text    not null,
  appid       text,
  scene       integer not null,
  at          bigint  not null,
  live        text    not null,
  live_label  integer not null,
  tried       text    not null,
  tried_label integer not null,
  texts       jsonb,
  texts_until bigint,
  unique (trial_id, check_id)
);
create index trial_differences_by_trial on fangxing.trial_differences (trial_id, n);
create index trial_differences_with_texts on fangxing.trial_differences (texts_until)
  where texts_until is not null;
