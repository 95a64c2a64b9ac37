-- The rules of today over the versions that serve: one row for each of them, empty until it was looked at.
create table fangxing.retro_scans (
  n           bigint generated always as identity unique,
  id          text primary key,
  shadow      boolean not null,
  started_by  text not null,
  started_at  bigint not null,
  finished_at bigint
);
create table fangxing.retro_scan_results (
  scan_id    text not null references fangxing.retro_scans,
  release_id text not null references fangxing.releases,
  n          bigint not null,
  result     jsonb,
  primary key (scan_id, n)
);
create index retro_scan_pending on fangxing.retro_scan_results (scan_id, n) where result is null;
