-- Keys of the passages of a document: one that has a part in common with a text shares some of them,
-- however little of either it is. Documents from before have none until they are added again.

alter table fangxing.documents add column passages integer[] not null default '{}';
alter table fangxing.documents alter column passages set storage plain;
create index documents_by_passage on fangxing.documents
  using gin (passages) with (fastupdate = off);

-- A phrase that everybody prints is in one key of very many documents: they are counted by how many
-- keys they share, and only those with the most come back.
create function fangxing.documents_sharing(keys integer[], fewest integer, most integer)
  returns table (n bigint, corpus text, name text, appid text, published_at bigint, entries bytea)
  language sql stable set enable_seqscan = off as $$
  select n, corpus, name, appid, published_at, entries
    from fangxing.documents
    cross join lateral (
      select count(*) as shared from unnest(passages) as passage where passage = any (keys)
    ) as counted
   where passages && keys and shared >= fewest
   order by shared desc, n
   limit most
$$;
