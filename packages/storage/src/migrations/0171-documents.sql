-- Documents that a material may be like: what was audited, and imported collections. Found by band:
-- documents that share a key of `bands` are compared by `entries`, and shown by their text.

create table fangxing.documents (
  n            bigint generated always as identity primary key,
  corpus       text not null,
  name         text not null,
  -- Whose own it is; null for what was imported for everybody.
  appid        text references fangxing.apps,
  published_at bigint,
  added_at     bigint not null,
  entries      bytea not null,
  bands        integer[] not null,
  unique (corpus, name)
);
alter table fangxing.documents alter column entries set storage plain;
alter table fangxing.documents alter column bands set storage plain;
create index documents_by_band on fangxing.documents using gin (bands);

-- Apart, so that a look through the rows above never reads a text.
create table fangxing.document_texts (
  n       bigint primary key references fangxing.documents on delete cascade,
  content text not null
);
