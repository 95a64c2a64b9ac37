-- When a worker last began with a media check: one that is being looked at is not handed out again.
alter table fangxing.media_checks add column begun_at bigint;
