-- What people decided for one app, latest first.
create index cases_decided_by_app on fangxing.cases (appid, decided_at, n)
  where verdict is not null;
