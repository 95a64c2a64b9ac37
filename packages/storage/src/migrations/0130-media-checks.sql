-- Pictures, sounds and videos that are looked at after the answer: what was asked for, until the
-- result is told. A row is settled once, in the transaction that tells the app.

create table fangxing.media_checks (
  n             bigint generated always as identity primary key,
  -- Also the trace id that was answered.
  id            text not null unique,
  appid         text not null references fangxing.apps,
  writer        text,
  scene         integer not null,
  -- Of the request, and so of the result: 1 or 2.
  shape         integer not null check (shape in (1, 2)),
  kind          text not null check (kind in ('picture', 'sound', 'video')),
  url           text not null,
  has_extension boolean not null,
  created_at    bigint not null,
  -- When the app must have heard, be it of a failure.
  due_at        bigint not null,
  attempts      integer not null default 0,
  answer        jsonb,
  -- Why there is no answer: a code and its values.
  trouble       jsonb,
  settled_at    bigint,
  check ((settled_at is null) = (answer is null and trouble is null))
);
create index media_checks_by_app on fangxing.media_checks (appid, n);
create index media_checks_due on fangxing.media_checks (due_at) where settled_at is null;
create index media_checks_same on fangxing.media_checks (appid, md5(url)) where settled_at is null;
