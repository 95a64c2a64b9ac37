-- Another checker that an app's content is also shown to, and what each of the two answered.

create table fangxing.app_upstreams (
  appid      text primary key references fangxing.apps on delete cascade,
  -- With the secret in clear: tokens of the upstream are asked for with it.
  settings   jsonb not null,
  changed_at bigint not null
);

create table fangxing.upstream_comparisons (
  n               bigint generated always as identity primary key,
  check_id        text not null,
  appid           text not null references fangxing.apps on delete cascade,
  upstream        text not null,
  local_suggest   text not null,
  local_label     integer not null,
  -- What it answered; null when there was no answer, and then why.
  suggest         text,
  label           integer,
  trace_id        text,
  trouble         text,
  cached          boolean not null,
  took_ms         integer not null,
  -- What the app was told.
  told_suggest    text not null,
  at              bigint not null,
  check ((suggest is null) = (trouble is not null))
);
create index upstream_comparisons_by_app on fangxing.upstream_comparisons (appid, n);
create index upstream_disagreements on fangxing.upstream_comparisons (appid, n)
  where suggest <> local_suggest;
create index upstream_comparisons_by_check on fangxing.upstream_comparisons (check_id);
create index upstream_comparisons_by_time on fangxing.upstream_comparisons (appid, at);
