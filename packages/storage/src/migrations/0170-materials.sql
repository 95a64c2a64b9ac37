-- Materials that an app hands in, every audit of them, and what people answered.

create table fangxing.materials (
  n            bigint generated always as identity primary key,
  id           text not null unique,
  appid        text not null references fangxing.apps,
  -- What the app calls it: handing in the same again is no second material.
  client_id    text,
  name         text not null,
  kind         text not null check (kind in ('article', 'address', 'page')),
  source       jsonb not null,
  -- The zip or page that came with it.
  archive      text,
  -- Of all that was handed in.
  content_hash text not null,
  profile      text not null,
  -- Null: as the app has it.
  every_ms     bigint,
  -- A copy of what the last audit and the last case say, for lists.
  state        text not null
    check (state in ('waiting', 'review', 'passed', 'rejected', 'failed', 'withdrawn')),
  -- When the last audit was asked for: what is due is derived from it.
  audited_at   bigint not null,
  created_at   bigint not null,
  created_by   text not null,
  unique (appid, client_id)
);
create index materials_by_app on fangxing.materials (appid, n);
create index materials_by_state on fangxing.materials (state, n);
create index materials_to_audit on fangxing.materials (audited_at) where state <> 'withdrawn';

create table fangxing.material_settings (
  appid    text primary key references fangxing.apps,
  every_ms bigint,
  profile  text,
  -- Where the pages of the app can be opened in a browser; paths are put behind it.
  web_base text
);

-- Bytes by their hash: what came in, and small pictures of what was seen.
create table fangxing.blobs (
  sha256     text primary key,
  content    bytea not null,
  created_at bigint not null
);
alter table fangxing.blobs alter column content set storage external;

create table fangxing.material_audits (
  n            bigint generated always as identity primary key,
  id           text not null unique,
  material_id  text not null references fangxing.materials (id),
  nth          integer not null,
  cause        text not null check (cause in ('submitted', 'changed', 'asked', 'schedule')),
  requested_by text not null,
  requested_at bigint not null,
  -- When there is an answer, be it that there is none.
  due_at       bigint not null,
  attempts     integer not null default 0,
  begun_at     bigint,
  progress     jsonb,
  verdict      text check (verdict in ('pass', 'review', 'reject')),
  report       jsonb,
  -- What is different from the audit before.
  changes      jsonb,
  trouble      jsonb,
  settled_at   bigint,
  unique (material_id, nth),
  check ((settled_at is null) = (report is null and trouble is null))
);
create unique index one_audit_at_a_time on fangxing.material_audits (material_id)
  where settled_at is null;
create index material_audits_due on fangxing.material_audits (due_at) where settled_at is null;
create trigger audit_stays before update or delete on fangxing.material_audits
  for each row when (old.settled_at is not null) execute function fangxing.refuse_change();

create table fangxing.material_blobs (
  audit_id text not null references fangxing.material_audits (id),
  place    integer not null,
  name     text not null,
  width    integer not null,
  height   integer not null,
  sha256   text not null references fangxing.blobs,
  primary key (audit_id, place)
);

create table fangxing.material_cases (
  n           bigint generated always as identity primary key,
  id          text not null unique,
  material_id text not null references fangxing.materials (id),
  audit_id    text not null references fangxing.material_audits (id),
  appid       text not null,
  round       text not null check (round in ('first', 'appeal')),
  -- Of an appeal, in the words of the app.
  reason      text,
  opened_at   bigint not null,
  claimed_by  text references fangxing.users,
  fence       bigint not null default 0,
  claim_until bigint not null default 0,
  answers     jsonb,
  verdict     text check (verdict in ('pass', 'reject')),
  note        text,
  decided_by  text references fangxing.users,
  decided_at  bigint,
  -- A later audit took its place before anybody decided.
  closed_at   bigint,
  -- Of an appeal: who decided before, and may not decide again.
  not_by      text references fangxing.users,
  check ((verdict is null) = (decided_at is null)),
  constraint another_person check (decided_by <> not_by)
);
create unique index one_material_case on fangxing.material_cases (material_id)
  where decided_at is null and closed_at is null;
create index material_cases_waiting on fangxing.material_cases (n)
  where decided_at is null and closed_at is null;
create index material_cases_of on fangxing.material_cases (material_id, n);
create trigger material_decision_stays before update or delete on fangxing.material_cases
  for each row when (old.decided_at is not null) execute function fangxing.refuse_change();
