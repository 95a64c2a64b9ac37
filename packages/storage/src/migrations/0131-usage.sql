-- How often an app has called what has a quota, by minute and by day; and when an app last saw a
-- user. Both are forgotten when they decide nothing any more.

create table fangxing.quota_uses (
  appid        text   not null references fangxing.apps on delete cascade,
  call         text   not null,
  span         text   not null check (span in ('minute', 'day')),
  window_start bigint not null,
  -- May be above the quota: what is above it was refused.
  used         bigint not null,
  primary key (appid, call, span, window_start)
);
create index quota_uses_by_time on fangxing.quota_uses (window_start);

create table fangxing.visits (
  appid   text   not null references fangxing.apps on delete cascade,
  openid  text   not null,
  seen_at bigint not null,
  primary key (openid, appid)
);
create index visits_by_time on fangxing.visits (seen_at);
