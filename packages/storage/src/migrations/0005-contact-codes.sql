-- Codes by which the called side knows who is calling. `code` is emptied once it is of no use.
create table fangxing.contact_codes (
  n           bigint generated always as identity primary key,
  release_id  text not null references fangxing.releases,
  caller      text not null check (caller in ('developer', 'authority')),
  caller_id   text not null,
  caller_name text not null,
  code        text not null,
  issued_at   bigint not null,
  expires_at  bigint not null,
  guesses     integer not null default 0,
  used_at     bigint
);
create index contact_codes_by_release on fangxing.contact_codes (release_id, n);
create index contact_codes_to_forget on fangxing.contact_codes (expires_at) where code <> '';
