-- Sounds that another checker was asked about, which answers later by a push. What waits is kept
-- here, never in a delayed job: any process goes on with it after a restart.

create table fangxing.upstream_asks (
  check_id     text primary key references fangxing.media_checks (id) on delete cascade,
  appid        text not null references fangxing.apps on delete cascade,
  upstream     text not null,
  -- Of the moment in which it was asked.
  merge        text not null,
  when_down    text not null,
  content_hash text not null,
  -- What is sent there.
  request      jsonb not null,
  -- What we found: it becomes the record and the answer when this ends.
  pending      jsonb not null,
  opened_at    bigint not null,
  -- Without an answer by then the setting decides.
  due_at       bigint not null,
  tries        integer not null default 0,
  -- When somebody looks at it next; moved on by whoever begins with it.
  next_at      bigint not null,
  -- Under which the answer will come; null until it is accepted there.
  trace_id     text,
  answer       jsonb,
  -- Why there is none.
  trouble      text,
  cached       boolean not null default false,
  answered_at  bigint,
  ended_at     bigint,
  check (answer is null or trouble is null)
);
create unique index upstream_asks_by_trace on fangxing.upstream_asks (appid, trace_id);
create index upstream_asks_next on fangxing.upstream_asks (next_at) where ended_at is null;
create index upstream_asks_same on fangxing.upstream_asks (appid, content_hash, answered_at)
  where answer is not null;

-- Pushes with a good signature. A signature serves one body: another body under it is a forgery.
create table fangxing.upstream_pushes (
  appid     text not null references fangxing.apps on delete cascade,
  signature text not null,
  body_hash text not null,
  -- Null: an event of another kind.
  trace_id  text,
  outcome   text not null check (outcome in ('taken', 'early', 'repeated', 'unknown', 'other')),
  result    jsonb,
  at        bigint not null,
  primary key (appid, signature)
);
create index upstream_pushes_by_trace on fangxing.upstream_pushes (appid, trace_id)
  where trace_id is not null;
create index upstream_pushes_by_time on fangxing.upstream_pushes (appid, at);
