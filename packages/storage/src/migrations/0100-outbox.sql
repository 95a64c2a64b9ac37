-- What leaves the house after an event. Written in the event's own transaction, sent by workers.
-- A delivery is due when next_attempt_at <= now: nothing is kept as a timer.

-- The secrets are kept in clear: each delivery is signed or encrypted with them.
create table fangxing.app_callbacks (
  appid      text primary key references fangxing.apps on delete cascade,
  webhook    jsonb,
  wechat     jsonb,
  mail       jsonb,
  changed_at bigint not null
);

-- The inbox. A notice for developers names no region; one for the authority does, '' when unknown.
create table fangxing.notices (
  n          bigint generated always as identity unique,
  id         text primary key,
  appid      text not null references fangxing.apps,
  release_id text not null references fangxing.releases,
  audience   text not null check (audience in ('developer', 'authority')),
  region     text,
  kind       text not null,
  letter     jsonb not null,
  version    text not null,
  audit_id   bigint,
  state      text not null,
  at         bigint not null,
  read_at    bigint
);
create index notices_by_app on fangxing.notices (appid, n);
create index notices_by_audience on fangxing.notices (audience, n);
create index notices_unread on fangxing.notices (appid, n) where read_at is null;

create table fangxing.deliveries (
  n               bigint generated always as identity unique,
  -- Sent along with every attempt, so that a receiver knows a repetition.
  id              text primary key,
  appid           text not null references fangxing.apps,
  channel         text not null check (channel in ('webhook', 'wechat', 'mail')),
  kind            text not null,
  -- Deliveries of one lane go one at a time.
  lane            text not null,
  body            jsonb not null,
  created_at      bigint not null,
  -- Since it was made or asked for again.
  tries           integer not null default 0,
  -- Null once delivered or dead.
  next_attempt_at bigint,
  delivered_at    bigint,
  dead_at         bigint,
  last_trouble    jsonb,
  -- The latest ones, oldest first.
  attempts        jsonb not null default '[]',
  lease_token     text,
  lease_until     bigint,
  check ((lease_token is null) = (lease_until is null))
);
create index deliveries_due on fangxing.deliveries (next_attempt_at, n)
  where next_attempt_at is not null;
create unique index one_in_flight on fangxing.deliveries (lane) where lease_token is not null;
create index deliveries_by_app on fangxing.deliveries (appid, n);
create index deliveries_settled on fangxing.deliveries (coalesce(delivered_at, dead_at))
  where next_attempt_at is null;
