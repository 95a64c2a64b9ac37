-- What people did through the interface, in one chain of hashes: who changed what, and when. The
-- lives of releases have chains of their own. And people who may not come in for now.

create table fangxing.acts (
  n             bigint primary key,
  at            bigint not null,
  user_id       text   not null,
  user_name     text   not null,
  -- `POST /v1/users`: the route, without the ids in it.
  route         text   not null,
  path          text   not null,
  -- What was sent, without secrets; null when it was too much to keep.
  sent          jsonb,
  -- SHA-256 of all that was sent.
  sent_sha256   text   not null,
  request_id    text   not null,
  previous_hash text   not null,
  hash          text   not null
);
create index acts_by_user on fangxing.acts (user_id, n);
create index acts_by_route on fangxing.acts (route, n);
create trigger append_only before update or delete on fangxing.acts
  for each row execute function fangxing.refuse_change();
create trigger append_only_whole before truncate on fangxing.acts
  for each statement execute function fangxing.refuse_change();

-- The trail over all releases, newest first.
create index release_events_by_time on fangxing.release_events (at, release_id, seq);

alter table fangxing.users add column frozen_at bigint;
