-- What a submission brings along besides its package: pictures and recordings, templates that
-- packages are made from, and categories that an app asks for with its certificates.

create table fangxing.media (
  id          text primary key,
  appid       text not null references fangxing.apps,
  kind        text not null check (kind in ('image', 'video')),
  type        text not null,
  bytes       integer not null,
  content     bytea not null,
  created_at  bigint not null,
  valid_until bigint not null,
  -- Handed in with a submission or a category: then it stays.
  kept        boolean not null default false
);
alter table fangxing.media alter column content set storage external;
create index media_to_forget on fangxing.media (valid_until) where not kept;

create table fangxing.media_uses (
  audit_id bigint not null references fangxing.submissions,
  place    integer not null,
  media_id text not null references fangxing.media,
  purpose  text not null check (purpose in ('preview', 'feedback')),
  primary key (audit_id, place)
);

create table fangxing.templates (
  id          bigint generated always as identity primary key,
  release_id  text not null references fangxing.releases,
  version     text not null,
  description text not null,
  created_by  text not null,
  created_at  bigint not null,
  removed_at  bigint
);

create table fangxing.category_requests (
  id           bigint generated always as identity primary key,
  appid        text not null references fangxing.apps,
  first        text not null,
  second       text not null,
  status       text not null check (status in ('reviewing', 'rejected', 'passed')),
  reason       text not null,
  certificates jsonb not null,
  requested_at bigint not null,
  decided_at   bigint,
  decided_by   text,
  -- The category was given back, or asked for anew.
  ended_at     bigint
);
create unique index one_request_per_category on fangxing.category_requests (appid, first, second)
  where ended_at is null;
create index category_requests_by_app on fangxing.category_requests (appid, requested_at);
create index category_requests_waiting on fangxing.category_requests (id)
  where status = 'reviewing' and ended_at is null;
