-- All times are epoch milliseconds, UTC. All hashes are sha-256 in lower-case hexadecimal.
-- Texts from outside are kept reversibly escaped where PostgreSQL refuses them: see stored-text.ts.

create table fangxing.apps (
  appid       text primary key,
  name        text not null,
  subject     jsonb not null,
  categories  jsonb not null,
  secret_hash text not null,
  created_at  bigint not null
);

create table fangxing.users (
  id            text primary key,
  name          text not null,
  roles         jsonb not null,
  region        text,
  password_hash text not null,
  created_at    bigint not null
);
create unique index user_name_taken on fangxing.users (lower(name));

create table fangxing.sessions (
  token_hash text primary key,
  user_id    text not null references fangxing.users on delete cascade,
  expires_at bigint not null
);
create index sessions_by_end on fangxing.sessions (expires_at);
create index sessions_by_user on fangxing.sessions (user_id);

create table fangxing.first_run_tokens (
  token_hash text primary key,
  expires_at bigint not null
);

-- The token itself is not here: it is derived again from `nonce` and the app's secret.
create table fangxing.access_tokens (
  appid               text not null references fangxing.apps on delete cascade,
  kind                text not null check (kind in ('plain', 'stable')),
  nonce               text not null,
  token_hash          text not null unique,
  expires_at          bigint not null,
  previous_hash       text unique,
  previous_expires_at bigint,
  primary key (appid, kind)
);

create table fangxing.packages (
  sha256  text primary key,
  bytes   integer not null,
  archive bytea not null
);
-- An archive is compressed already.
alter table fangxing.packages alter column archive set storage external;

-- Every column but the first four follows from the events and can be derived again.
create table fangxing.releases (
  id             text primary key,
  n              bigint generated always as identity unique,
  appid          text not null references fangxing.apps,
  package_sha256 text not null references fangxing.packages,
  event_count    integer not null,
  head_hash      text not null,
  state          text not null,
  region         text,
  due_at         bigint,
  -- Only one version of an app serves everybody. Checked at commit: a launch and what it
  -- supersedes may be written in any order.
  constraint one_release_launched exclude using btree (appid with =)
    where (state = 'launched') deferrable initially deferred
);
create unique index one_release_in_review on fangxing.releases (appid)
  where state in ('machineReview', 'humanReview', 'delayed', 'filing', 'materialRequested');
create index releases_by_app on fangxing.releases (appid, n);
create index releases_by_state on fangxing.releases (state, n);
create index releases_by_region on fangxing.releases (region, n);
-- Holds open filings only, in order of their end: the sweep reads due rows and no others.
create index filings_by_end on fangxing.releases (due_at, n) where due_at is not null;

create table fangxing.release_events (
  release_id    text not null references fangxing.releases,
  seq           integer not null,
  event         jsonb not null,
  kind          text not null generated always as (event ->> 'kind') stored,
  at            bigint not null generated always as ((event ->> 'at')::bigint) stored,
  state         text not null,
  previous_hash text not null,
  hash          text not null,
  primary key (release_id, seq)
);

create function fangxing.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'the record is append-only: % on % is refused', tg_op, tg_table_name
    using errcode = 'restrict_violation';
end
$$;
create trigger append_only before update or delete on fangxing.release_events
  for each row execute function fangxing.refuse_change();
create trigger append_only_whole before truncate on fangxing.release_events
  for each statement execute function fangxing.refuse_change();

create sequence fangxing.audit_ids start 400000001;

create table fangxing.submissions (
  audit_id   bigint primary key,
  appid      text not null references fangxing.apps,
  release_id text not null references fangxing.releases
);
create index submissions_by_app on fangxing.submissions (appid, audit_id);

create table fangxing.assessments (
  n          bigint generated always as identity primary key,
  release_id text not null references fangxing.releases,
  audit_id   bigint not null,
  verdict    text not null,
  edition    text not null,
  assessment jsonb not null,
  summary    jsonb,
  at         bigint not null
);
create index assessments_by_release on fangxing.assessments (release_id, n);

create table fangxing.claims (
  release_id text primary key references fangxing.releases,
  user_id    text not null references fangxing.users,
  fence      bigint not null,
  expires_at bigint not null
);

create table fangxing.ledger (
  appid        text not null references fangxing.apps,
  first        text not null,
  second       text not null,
  release_id   text not null references fangxing.releases,
  completed_at bigint not null,
  primary key (appid, first, second)
);

create table fangxing.checks (
  n           bigint generated always as identity unique,
  id          text primary key,
  appid       text,
  writer      text,
  scene       integer not null,
  suggest     text not null check (suggest in ('pass', 'review', 'risky')),
  label       integer not null,
  edition     text not null,
  evidence    jsonb not null,
  texts       jsonb,
  texts_until bigint,
  at          bigint not null
);
create index checks_by_app on fangxing.checks (appid, n);
create index checks_of_concern on fangxing.checks (suggest, n) where suggest <> 'pass';
create index checks_with_texts on fangxing.checks (texts_until) where texts_until is not null;

create table fangxing.terms (
  n           bigint generated always as identity primary key,
  id          text not null unique,
  text        text not null,
  label       integer not null,
  level       text not null check (level in ('block', 'review', 'hint')),
  conversions jsonb,
  scenes      jsonb,
  note        text,
  created_by  text not null,
  created_at  bigint not null
);

create table fangxing.settings (
  name  text primary key,
  value jsonb not null
);
