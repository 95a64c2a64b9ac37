-- What a machine leaves in doubt waits for a person: each check that answers `review` for an app
-- opens a case, by the very row that says so, whatever wrote it. What people decide may change the
-- lists of terms, once a second person agrees.

create table fangxing.cases (
  n           bigint generated always as identity primary key,
  check_id    text not null unique,
  appid       text not null,
  writer      text,
  scene       integer not null,
  label       integer not null,
  opened_at   bigint not null,
  -- The lease of whoever looks at it; the fence only grows.
  claimed_by  text references fangxing.users,
  fence       bigint not null default 0,
  claim_until bigint not null default 0,
  -- Written once.
  verdict     text check (verdict in ('pass', 'risky')),
  final_label integer,
  note        text,
  decided_by  text,
  decided_at  bigint,
  check ((verdict is null) = (decided_at is null))
);
create index cases_waiting on fangxing.cases (n) where verdict is null;
create index cases_waiting_by_app on fangxing.cases (appid, n) where verdict is null;
create index cases_decided on fangxing.cases (decided_at, n) where verdict is not null;

create function fangxing.open_case() returns trigger language plpgsql as $$
begin
  insert into fangxing.cases (check_id, appid, writer, scene, label, opened_at)
    values (new.id, new.appid, new.writer, new.scene, new.label, new.at)
    on conflict (check_id) do nothing;
  return null;
end
$$;
create trigger doubt_opens_a_case after insert on fangxing.checks
  for each row when (new.suggest = 'review' and new.appid is not null)
  execute function fangxing.open_case();
create trigger later_doubt_opens_a_case after update of suggest on fangxing.checks
  for each row when (new.suggest = 'review' and old.suggest <> 'review' and new.appid is not null)
  execute function fangxing.open_case();

create table fangxing.proposals (
  n             bigint generated always as identity primary key,
  id            text not null unique,
  check_id      text not null references fangxing.cases (check_id),
  change        jsonb not null,
  proposed_by   text not null references fangxing.users,
  proposed_at   bigint not null,
  answer        text check (answer in ('agreed', 'refused')),
  answered_by   text references fangxing.users,
  answered_at   bigint,
  -- The edition of the lexicon that it made.
  edition       bigint,
  check ((answer is null) = (answered_by is null)),
  -- Two people, whatever the program above says.
  constraint second_person check (answered_by <> proposed_by or answer = 'refused')
);
create index proposals_open on fangxing.proposals (n) where answer is null;
create index proposals_by_case on fangxing.proposals (check_id, n);
