-- A take-down order falls due like a filing does: its deadline joins `due_at`.
-- The earliest deadline since the last order that was lifted or rectified stands.
update fangxing.releases release
set due_at = (
  select min(coalesce((ordered.event ->> 'deadlineAt')::bigint, ordered.at + 86400000))
  from fangxing.release_events ordered
  where ordered.release_id = release.id
    and ordered.kind in ('takedownOrdered', 'filingRejected')
    and ordered.state = 'takedownOrdered'
    and ordered.seq > coalesce(
      (select max(ended.seq) from fangxing.release_events ended
       where ended.release_id = release.id and ended.kind in ('takedownLifted', 'reinstated')),
      -1)
)
where release.state = 'takedownOrdered';

-- Which withdrawals an app has left is asked with every release that can be withdrawn.
create index withdrawals on fangxing.release_events (release_id, at) where kind = 'withdrawn';

-- The desk of an authority: what waits for it in its region.
create index cases_by_region on fangxing.releases (region, n)
  where state in ('filing', 'materialRequested', 'preLaunch', 'takedownOrdered', 'rectified');
