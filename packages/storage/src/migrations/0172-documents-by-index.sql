-- Keys that no document has cannot be estimated: for one row in a million the planner would read all
-- of them. And what waits to be put into the index would be read by every look-up.

drop index fangxing.documents_by_band;
create index documents_by_band on fangxing.documents using gin (bands) with (fastupdate = off);

create function fangxing.documents_like(keys integer[], most integer)
  returns table (n bigint, corpus text, name text, appid text, published_at bigint, entries bytea)
  language sql stable set enable_seqscan = off as $$
  select n, corpus, name, appid, published_at, entries
    from fangxing.documents where bands && keys limit most
$$;
