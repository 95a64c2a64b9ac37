-- Who an app belongs to. Developers see and act on the apps they are members of, and no others;
-- owners also say who the members are and renew secrets.

create table fangxing.members (
  appid    text not null references fangxing.apps on delete cascade,
  user_id  text not null references fangxing.users on delete cascade,
  part     text not null check (part in ('owner', 'member')),
  added_by text not null,
  added_at bigint not null,
  primary key (appid, user_id)
);
create index members_by_user on fangxing.members (user_id, appid);

-- What became of it, row by row: a null part is a removal. Only ever added to.
create table fangxing.member_changes (
  n       bigint generated always as identity primary key,
  appid   text not null references fangxing.apps on delete cascade,
  user_id text not null,
  name    text not null,
  part    text check (part in ('owner', 'member')),
  changed_by text not null,
  at      bigint not null
);
create index member_changes_by_app on fangxing.member_changes (appid, n);

-- Nobody wrote down who registered an app. The record says who has acted on it as a developer:
-- those are its members, and whoever acted first owns it.
insert into fangxing.members (appid, user_id, part, added_by, added_at)
select appid, user_id,
  case when row_number() over (partition by appid order by first_at, user_id) = 1
    then 'owner' else 'member' end,
  '', first_at
from (
  select releases.appid, users.id as user_id, min(release_events.at) as first_at
  from fangxing.release_events
  join fangxing.releases on releases.id = release_events.release_id
  join fangxing.users on users.id = release_events.event -> 'actor' ->> 'id'
  where release_events.event -> 'actor' ->> 'kind' = 'developer'
    and users.roles ? 'developer'
  group by releases.appid, users.id
) as acted;

-- An app that nobody has touched would be out of reach of all: every developer owns it.
insert into fangxing.members (appid, user_id, part, added_by, added_at)
select apps.appid, users.id, 'owner', '', apps.created_at
from fangxing.apps cross join fangxing.users
where users.roles ? 'developer'
  and not exists (select 1 from fangxing.members where members.appid = apps.appid);

insert into fangxing.member_changes (appid, user_id, name, part, changed_by, at)
select members.appid, users.id, users.name, members.part, '', members.added_at
from fangxing.members join fangxing.users on users.id = members.user_id
order by members.added_at, users.id;
