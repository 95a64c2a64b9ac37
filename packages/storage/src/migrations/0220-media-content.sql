-- What pictures and clips say is content, and so is the address they were fetched from: both go as
-- texts do.

-- Until then the address is kept; null: it waits, or is gone.
alter table fangxing.media_checks add column url_until bigint;
alter table fangxing.media_checks alter column url drop not null;
create index media_checks_with_url on fangxing.media_checks (url_until) where url_until is not null;
-- Nothing said how long: thirty days, as doubtful texts.
update fangxing.media_checks set url_until = settled_at + 2592000000 where settled_at is not null;

-- An ask keeps what it sends and what we found until it ends.
update fangxing.upstream_asks set request = '{}', pending = '{}' where ended_at is not null;

update fangxing.checks
set evidence = evidence #- '{seen,words}' #- '{seen,codes}'
  #- '{seen,sound,speech}' #- '{seen,video,subtitles}'
where kind <> 'text' and evidence ? 'seen';
