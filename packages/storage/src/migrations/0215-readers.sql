-- Who has read which notice: marks are each reader's own. A reader is a person by id, or an app.
-- `notices.read_at` is of before: what one member had read then is read for everybody.
create table fangxing.notice_reads (
  reader    text not null,
  notice_id text not null references fangxing.notices,
  read_at   bigint not null,
  primary key (reader, notice_id)
);

-- Everything up to here is read: one row, however much there was.
create table fangxing.notice_marks (
  reader  text primary key,
  n       bigint not null,
  read_at bigint not null
);
drop index fangxing.notices_unread;
