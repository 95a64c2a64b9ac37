-- One desk for everything that waits for a reviewer. Who looks at a check or a release stands where
-- it stood; here is what the desk needs besides: second looks, golden tasks, what people thought,
-- what they put aside, and what they had to see.

alter table fangxing.cases
  add column kind          text    not null default 'text'
    check (kind in ('text', 'picture', 'sound', 'video')),
  -- Somebody has decided, and a second look comes before anybody is told.
  add column awaits_second boolean not null default false;

alter table fangxing.cases disable trigger decision_stays;
update fangxing.cases set kind = checks.kind from fangxing.checks
  where checks.id = cases.check_id and checks.kind <> 'text';
alter table fangxing.cases enable trigger decision_stays;

create or replace function fangxing.open_case() returns trigger language plpgsql as $$
begin
  insert into fangxing.cases (check_id, kind, appid, writer, scene, label, opened_at)
    values (new.id, new.kind, new.appid, new.writer, new.scene, new.label, new.at)
    on conflict (check_id) do nothing;
  return null;
end
$$;

-- The oldest of each kind and label: the head of the queue is one of these few.
create index cases_on_desk on fangxing.cases (kind, label, opened_at, n)
  where verdict is null and not awaits_second;
create index cases_by_writer on fangxing.cases (writer, n) where writer is not null;
create index releases_on_desk on fangxing.releases (n)
  where state in ('humanReview', 'delayed', 'appealed');
create index appeals_answered on fangxing.release_events (at)
  where kind in ('appealDismissed', 'rejectionReversed');

-- A task with a known answer, as it was when it was chosen: records forget their content.
create table fangxing.golden_tasks (
  n          bigint  generated always as identity primary key,
  id         text    not null unique,
  -- The check that it was made from.
  check_id   text    not null unique,
  kind       text    not null,
  appid      text    not null,
  writer     text,
  scene      integer not null,
  label      integer not null,
  content    jsonb   not null,
  verdict    text    not null check (verdict in ('pass', 'risky')),
  right_label integer not null,
  added_by   text    not null references fangxing.users,
  added_at   bigint  not null,
  retired_at bigint
);

-- Another look at what somebody decided, or a golden task in one person's hands. The id has the form
-- of a check's, so that nobody sees which of them it is.
create table fangxing.looks (
  n           bigint  generated always as identity primary key,
  id          text    not null unique,
  purpose     text    not null check (purpose in ('second', 'lead', 'golden')),
  -- A check's, or a golden task's.
  subject     text    not null,
  kind        text    not null,
  appid       text    not null,
  writer      text,
  scene       integer not null,
  label       integer not null,
  opened_at   bigint  not null,
  -- Who has had a look already.
  not_by      text[]  not null default '{}',
  claimed_by  text    references fangxing.users,
  fence       bigint  not null default 0,
  claim_until bigint  not null default 0,
  closed_at   bigint
);
create index looks_open on fangxing.looks (opened_at, n) where closed_at is null;
create unique index one_look_for_each_purpose on fangxing.looks (subject, purpose)
  where purpose <> 'golden';

-- What a person thought of one thing. Never changed.
create table fangxing.opinions (
  n         bigint generated always as identity primary key,
  item_id   text   not null,
  purpose   text   not null check (purpose in ('first', 'second', 'lead', 'golden')),
  subject   text   not null,
  user_id   text   not null references fangxing.users,
  kind      text   not null,
  verdict   text   not null check (verdict in ('pass', 'risky')),
  label     integer not null,
  clauses   text[] not null default '{}',
  note      text   not null default '',
  -- From opening to deciding; null when it was not told.
  spent_ms  bigint,
  at        bigint not null,
  unique (item_id),
  -- Two people, whatever the program above says.
  constraint another_person unique (subject, user_id)
);
create index opinions_by_time on fangxing.opinions (at, n);
create index opinions_by_user on fangxing.opinions (user_id, n);
create trigger opinions_stay before update or delete on fangxing.opinions
  for each row execute function fangxing.refuse_change();

-- A lead found that a decision which counts already was wrong: that one counts from now on.
create table fangxing.corrections (
  check_id text    primary key references fangxing.cases (check_id),
  verdict  text    not null check (verdict in ('pass', 'risky')),
  label    integer not null,
  note     text    not null,
  by       text    not null,
  at       bigint  not null
);
create trigger corrections_stay before update or delete on fangxing.corrections
  for each row execute function fangxing.refuse_change();

-- Put aside: for oneself, for a while, or for a lead.
create table fangxing.desk_marks (
  item_id text   not null,
  user_id text   not null references fangxing.users,
  kind    text   not null check (kind in ('skip', 'hold', 'escalate')),
  note    text   not null,
  at      bigint not null,
  -- Null: until it is decided.
  until   bigint,
  primary key (item_id, kind, user_id)
);

-- How one person works: skills are the operator's to set, the rest is theirs.
create table fangxing.desk_people (
  user_id text   primary key references fangxing.users on delete cascade,
  skills  text[] not null default '{}',
  filters jsonb  not null default '[]',
  shield  jsonb  not null default '{}'
);

-- What somebody had to see that is hard to look at, once for each thing.
create table fangxing.exposures (
  user_id text    not null references fangxing.users on delete cascade,
  -- `2026-11-22`, of Beijing.
  day     text    not null,
  item_id text    not null,
  kind    text    not null,
  label   integer not null,
  at      bigint  not null,
  primary key (user_id, day, item_id)
);
