-- Filing profiles that operators saved. An edition is never changed: another one is added.
create table fangxing.filing_profiles (
  n        bigint generated always as identity primary key,
  edition  text not null unique,
  from_at  bigint not null,
  profile  jsonb not null,
  saved_by text not null,
  saved_at bigint not null
);
create index filing_profiles_by_date on fangxing.filing_profiles (from_at, n);
