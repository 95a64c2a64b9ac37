-- Pictures that people have seen before, by the hash of what they look like: to deny or to allow.
create table fangxing.known_pictures (
  n        bigint generated always as identity primary key,
  -- 64 hexadecimal digits.
  bits     text   not null check (bits ~ '^[0-9a-f]{64}$'),
  bank     text   not null,
  -- WeChat's number, or a word of the operator.
  label    text   not null,
  kind     text   not null check (kind in ('allow', 'deny')),
  added_by text   not null,
  added_at bigint not null,
  unique (bits, bank, label, kind)
);
