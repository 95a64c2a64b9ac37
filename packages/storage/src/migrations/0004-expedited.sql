-- Whether the latest submission was expedited: reviewers list those first.
alter table fangxing.releases add column expedited boolean not null default false;
update fangxing.releases release
set expedited = true
where exists (
  select from fangxing.release_events speed
  where speed.release_id = release.id and speed.kind = 'expedited'
    and speed.seq > coalesce(
      (select max(handed.seq) from fangxing.release_events handed
       where handed.release_id = release.id and handed.kind = 'submitted'),
      -1)
);
create index expedited_first on fangxing.releases (state, n) where expedited;
