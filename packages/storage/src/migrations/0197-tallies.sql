-- How many checks had which answer, by the hour: what trends are drawn from, however the records
-- themselves are kept.

create table fangxing.check_tallies (
  -- Epoch milliseconds at which the hour began.
  hour    bigint  not null,
  -- Empty: for no app.
  appid   text    not null,
  kind    text    not null,
  suggest text    not null,
  label   integer not null,
  count   bigint  not null,
  primary key (hour, appid, kind, suggest, label)
);
create table fangxing.clause_tallies (
  hour   bigint not null,
  clause text   not null,
  count  bigint not null,
  primary key (hour, clause)
);

insert into fangxing.check_tallies (hour, appid, kind, suggest, label, count)
select at - at % 3600000, coalesce(appid, ''), kind, suggest, label, count(*)
from fangxing.checks group by 1, 2, 3, 4, 5;
insert into fangxing.clause_tallies (hour, clause, count)
select at - at % 3600000, clause, count(*) from fangxing.check_clauses group by 1, 2;

-- The authority's desk, what ends first at its head.
create index desk_by_due on fangxing.releases
  (region, (coalesce(due_at, 9007199254740991)), n)
  where state in ('filing', 'materialRequested', 'preLaunch', 'takedownOrdered', 'rectified');
